import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Result } from '../../src/result.ts';
import { runCli } from '../cli/run-cli.ts';
import { shippedRules } from '../engine/shipped-rules.ts';

const root = resolve(import.meta.dirname, '../..');
const files = 'examples/inventory.ndjson examples/lab.ndjson';
let result: Result;
beforeAll(async () => {
  const { stdout } = await runCli(`scan -c examples/every-rule.json --inventory ${files} -f json -q`, { cwd: root });
  result = Result.parse(JSON.parse(stdout));
});

/** It says what was read: it never fails. */
const neverFails = ['BKP507'];

describe('the estate and the lab together show every rule that ships both ways', () => {
  test.each(shippedRules.map(({ rule }) => [rule.id, rule.name] as const))('%s %s', (id) => {
    const outcomes = result.rules.find((each) => each.id === id)?.outcomes;
    expect(outcomes?.pass).toBeGreaterThan(0);
    expect(neverFails.includes(id) ? outcomes?.unknown : outcomes?.fail).toBeGreaterThan(0);
  });
});
