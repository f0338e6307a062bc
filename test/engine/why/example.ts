import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { loadIamNames, loadResourceTypes } from '../../../src/data.ts';
import { evaluate } from '../../../src/engine/evaluate.ts';
import type { EvaluationInput } from '../../../src/engine/evaluation.ts';
import type { WhyInput } from '../../../src/engine/why.ts';
import { readInventory } from '../../../src/inventory/read-inventory.ts';
import { rulesInForce } from '../../../src/rules-in-force.ts';

const root = resolve(import.meta.dirname, '../../..');
const noFlags = { presets: undefined, rules: undefined, ruleFiles: [], framework: undefined };

/** The example estate, scanned with its own config. */
export async function scannedExample(): Promise<WhyInput> {
  const { rules, loaded } = await rulesInForce({ ...noFlags, config: 'examples/backuplint.json' }, root);
  const shards = await readInventory([resolve(root, 'examples/inventory.ndjson')], {
    stdin: Readable.from([]),
    fileScope: undefined,
  });
  const input: EvaluationInput = {
    rules,
    shards,
    asOf: '2026-11-20T06:00:00.000Z',
    resourceTypes: loadResourceTypes(),
    iamNames: loadIamNames(),
    copyAccounts: undefined,
    version: '0.0.0',
    include: ['pass', 'notApplicable'],
  };
  return { input, result: evaluate(input).result, loaded };
}
