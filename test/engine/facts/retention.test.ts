import { describe, expect, test } from 'vitest';
import { daysAgo, evaluateRules, point, pointArn, shard } from '../estate.ts';
import { itemOf, plain, worldOf } from '../fact-value.ts';

type Fields = { readonly [name: string]: unknown };

function fact(name: string, fields: Fields): unknown {
  const world = worldOf([shard({ records: [point('1', fields)] })]);
  return plain(world.fact(itemOf(world, 'recoveryPoint'), name));
}

const deleteIn = (days: number): Fields => ({
  CreationDate: daysAgo(0),
  CalculatedLifecycle: { DeleteAt: daysAgo(-days) },
});
const lifecycle = (days: number | undefined): Fields => ({
  Lifecycle: days === undefined ? {} : { DeleteAfterDays: days },
});

describe('retentionDays', () => {
  test.each<[string, Fields, unknown]>([
    ['DeleteAt goes before DeleteAfterDays', { ...deleteIn(90), ...lifecycle(7) }, 90],
    ['to the nearest whole day, down', deleteIn(35.4), 35],
    ['to the nearest whole day, up', deleteIn(34.6), 35],
    ['DeleteAfterDays alone', lifecycle(14), 14],
    [
      'a calculated lifecycle without DeleteAt',
      { CalculatedLifecycle: { MoveToColdStorageAt: daysAgo(-7) }, ...lifecycle(97) },
      97,
    ],
    ['−1 is never', lifecycle(-1), Infinity],
    ['no DeleteAfterDays is never', lifecycle(undefined), Infinity],
    ['no lifecycle is never', { Lifecycle: undefined }, Infinity],
    ['DeleteAt goes before −1', { ...deleteIn(35), ...lifecycle(-1) }, 35],
    ['DeleteAt without CreationDate', { ...deleteIn(35), CreationDate: undefined }, 'unknown'],
    ['DeleteAfterDays without CreationDate', { ...lifecycle(35), CreationDate: undefined }, 35],
  ])('%s', (_, fields, expected) => {
    expect(fact('retentionDays', fields)).toBe(expected);
  });
});

describe('neverExpires', () => {
  test.each<[string, Fields, unknown]>([
    ['no days', lifecycle(undefined), true],
    ['−1', lifecycle(-1), true],
    ['36500 days', lifecycle(36_500), false],
    ['unknown', { ...deleteIn(35), CreationDate: undefined }, 'unknown'],
  ])('%s', (_, fields, expected) => {
    expect(fact('neverExpires', fields)).toBe(expected);
  });
});

test('never is "never" in a result, since JSON has no Infinity', () => {
  const records = [point('1', { ...lifecycle(14) })];
  const { result } = evaluateRules([shard({ records })], { rules: ['BKP102'], parameters: { minDays: Infinity } });
  const [finding] = result.findings;
  expect(finding?.target.id).toBe(pointArn('1'));
  expect(finding?.evidence.filter(({ at }) => at.startsWith('/require'))).toEqual([
    {
      at: '/require/all/0',
      fact: 'retentionDays',
      operator: 'greaterThanInclusive',
      expected: 'never',
      actual: 14,
      holds: false,
    },
  ]);
  expect(finding?.message).toContain('is kept 14 days, fewer than never');
  expect(result.rules[0]?.parameters).toEqual({ minDays: 'never' });
});
