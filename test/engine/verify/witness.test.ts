import { expect, test } from 'vitest';
import { newWitness, type VerifyMode } from '../../../src/engine/verify/witness.ts';
import type { Outcome } from '../../../src/result.ts';
import { resource, shard } from '../estate.ts';
import { itemOf, worldOf } from '../fact-value.ts';
import { ownRule } from '../own-rule.ts';

const world = worldOf([shard({ records: [resource()] })]);
const item = itemOf(world, 'protectedResource');

/** How many of so many verdicts are taken down. */
function taken(mode: VerifyMode, outcome: Outcome, count: number, rules = 1): number | undefined {
  const witness = newWitness(mode);
  for (let rule = 0; rule < rules; rule += 1) {
    const active = ownRule({ id: `OWN-${rule}` });
    for (let nth = 1; nth <= count; nth += 1) witness?.see(active, item, outcome, nth, world);
  }
  return witness?.seen.length;
}

test.each<[VerifyMode, Outcome, count: number, rules: number, expected: number | undefined]>([
  ['sample', 'pass', 20, 1, 20],
  ['sample', 'pass', 999, 1, 20],
  ['sample', 'pass', 1_000, 1, 21],
  ['sample', 'notApplicable', 5_000, 1, 25],
  ['sample', 'pass', 5_000, 3, 75],
  ['sample', 'pass', 25, 600, 10_000],
  ['sample', 'fail', 9_999, 1, 9_999],
  ['sample', 'fail', 6_000, 2, 10_000],
  ['sample', 'unknown', 10_001, 1, 10_000],
  ['all', 'pass', 12_000, 1, 12_000],
  ['all', 'fail', 12_000, 1, 12_000],
  ['off', 'fail', 5, 1, undefined],
])('%s: of %s %i of %i rules', (mode, outcome, count, rules, expected) => {
  expect(taken(mode, outcome, count, rules)).toBe(expected);
});
