import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadIamNames, loadResourceTypes } from '../../../src/data.ts';
import { evaluate } from '../../../src/engine/evaluate.ts';
import type { Evaluation } from '../../../src/engine/evaluation.ts';
import { verify } from '../../../src/engine/verify/verify.ts';
import type { SeenVerdict, VerifyMode } from '../../../src/engine/verify/witness.ts';
import { DisagreementError } from '../../../src/errors.ts';
import type { Shard } from '../../../src/inventory/record.ts';
import type { ActiveRule } from '../../../src/rules/rule.ts';
import { line, point, resource, restoreJob, shard, vault, vaultArn } from '../estate.ts';
import { asOf, scopes } from '../estate-parts.ts';
import { randomHiding } from '../hidings.ts';
import { ownRule } from '../own-rule.ts';
import { randomEstate } from '../random-estate.ts';
import { shippedRules } from '../shipped-rules.ts';
import { stateRules } from '../state-rules.ts';

const judged = (shards: readonly Shard[], rules: readonly ActiveRule[], mode: VerifyMode = 'all'): Evaluation =>
  evaluate({
    ...{
      rules,
      shards,
      asOf,
      resourceTypes: loadResourceTypes(),
      iamNames: loadIamNames(),
      copyAccounts: undefined,
      version: '0.0.0',
    },
    ...{ include: [], verify: mode },
  });

const countOf = ({ result }: Evaluation): number =>
  Object.values(result.summary.outcomes).reduce((sum, count) => sum + count, 0);

test('every verdict on random estates with parts unread is json-rules-engine’s', async () => {
  const outcomes = { pass: 0, fail: 0, notApplicable: 0, unknown: 0 };
  const hidden = fc.tuple(randomEstate, fc.array(randomHiding, { maxLength: 3 }));
  await fc.assert(
    fc.asyncProperty(hidden, async ([estate, hidings]) => {
      const { records, coverage } = hidings.reduce((left, { hide }) => hide(left), estate);
      const evaluation = judged([{ asOf, scopes, cutOff: false, records, coverage }], [...shippedRules, ...stateRules]);
      expect(await verify(evaluation)).toBe(countOf(evaluation));
      for (const { outcome } of evaluation.seen ?? []) outcomes[outcome] += 1;
    }),
    { numRuns: 200, seed: 20261127 },
  );
  for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(200);
});

const estate = shard({
  records: [vault('main'), resource(), restoreJob('r1'), point('1'), point('2', { Lifecycle: { DeleteAfterDays: 7 } })],
  coverage: [line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn('other') })],
});

describe('a disagreement is an error that names rule, target, place and both verdicts', () => {
  const { seen = [] } = judged([estate], shippedRules);
  const seenOf = (rule: string, target: string): SeenVerdict => {
    const found = seen.find((each) => each.active.rule.id === rule && each.target.endsWith(target));
    if (found === undefined) throw new Error(`no verdict of ${rule} on ${target}`);
    return found;
  };
  const kept = seenOf('BKP102', ':1');
  const short = seenOf('BKP102', ':2');
  const turned = (verdict: SeenVerdict, part: 'when' | 'require'): SeenVerdict => ({
    ...verdict,
    [part]: verdict[part].map((leaf, index) => (index === 0 ? { ...leaf, holds: leaf.holds === false } : leaf)),
  });

  test.each<[name: string, SeenVerdict, message: string]>([
    ['pass for fail', { ...kept, outcome: 'fail' }, 'at /require backuplint says fail, json-rules-engine says pass'],
    ['fail for pass', { ...short, outcome: 'pass' }, 'at /require backuplint says pass, json-rules-engine says fail'],
    [
      'a verdict where the rule does not apply',
      { ...kept, outcome: 'notApplicable' },
      'at /when backuplint says notApplicable, json-rules-engine says pass',
    ],
    [
      'unknown where all is known',
      { ...short, outcome: 'unknown' },
      'at /require backuplint says unknown, json-rules-engine says fail',
    ],
    [
      'a leaf of `when`',
      turned(kept, 'when'),
      'at /when/all/0 "equal" is false for backuplint, true for json-rules-engine',
    ],
    [
      'a leaf of `require`',
      turned(short, 'require'),
      'at /require/all/0 "greaterThanInclusive" is true for backuplint, false for json-rules-engine',
    ],
  ])('%s', async (_, verdict, message) => {
    const error = await verify({ seen: [kept, verdict] }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DisagreementError);
    const { rule, file } = verdict.active;
    expect(error).toHaveProperty(
      'message',
      `${rule.id} ${rule.name} (${file}) on ${verdict.target}: ${message}; nothing is reported, since one of the two is wrong`,
    );
  });

  test('and where all agree their number is given', async () => {
    expect(await verify({ seen })).toBe(seen.length);
    expect(new Set(seen.map(({ outcome }) => outcome)).size).toBeGreaterThan(2);
  });
});

/** Its second leaf cannot be told of a point that passes, and of a usable one nobody asks it. */
const lazy = ownRule({
  target: 'recoveryPoint',
  require: {
    any: [
      { fact: 'usable', operator: 'equal', value: true },
      { fact: 'placement', operator: 'equal', value: 'sameScope' },
    ],
  },
});

test('points pass as they do without a witness, whatever a leaf that was not reached would ask', async () => {
  const { seen = [], result } = judged([estate], [lazy]);
  expect(seen.map(({ require }) => require.map(({ holds }) => holds))).toEqual([
    [true, true],
    [true, true],
  ]);
  expect(await verify({ seen })).toBe(2);
  expect(result.summary.outcomes).toEqual({ pass: 2, fail: 0, notApplicable: 0, unknown: 0 });
});

test.each<VerifyMode>(['all', 'sample', 'off'])('the result is the same, to the byte: %s', (mode) => {
  const { result, seen } = judged([estate], shippedRules, mode);
  expect(JSON.stringify(result)).toBe(JSON.stringify(judged([estate], shippedRules, 'off').result));
  expect(seen === undefined).toBe(mode === 'off');
});
