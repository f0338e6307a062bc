import { expect, test } from 'vitest';
import type { Operation } from '../../src/catalogue/operations.ts';
import type { Count } from '../../src/commands/calls-count.ts';
import { estimateCalls } from '../../src/commands/calls-estimate.ts';

const rates = { total: 50, assumed: 5, callsPerSecond: { ListBackupVaults: 20, ListRestoreJobs: 20 } };
const inRegion = (region: string | null) => ({ accountId: '111122223333', region });

type Calls = { readonly [operation in Operation]?: number };

/** Each place with the calls of each operation; those in `least` are not all. */
const estimate = (places: { readonly [region: string]: Calls }, rateShare = 1, least: readonly Operation[] = []) => {
  const names = [...new Set(Object.values(places).flatMap((calls) => Object.keys(calls)))].sort();
  const count = (operation: Operation, { region }: { region: string }): Count => ({
    calls: places[region]?.[operation] ?? 0,
    isLeast: least.includes(operation),
  });
  const operations: readonly string[] = names;
  const demand = (['GetResources', 'ListBackupVaults', 'ListCopyJobs', 'ListRestoreJobs'] as const)
    .filter((operation) => operations.includes(operation))
    .map((operation) => ({ operation, rules: ['BKP102'] }));
  return estimateCalls(demand, { places: Object.keys(places).map(inRegion), count, rates, rateShare });
};

test.each<[string, Calls, number, number, string | null]>([
  ['by the one operation', { ListBackupVaults: 40 }, 1, 2, 'ListBackupVaults'],
  ['by the share of its rate', { ListBackupVaults: 40 }, 0.8, 2.5, 'ListBackupVaults'],
  ['by the slowest operation', { ListBackupVaults: 40, ListCopyJobs: 20 }, 1, 4, 'ListCopyJobs'],
  ['by the first of two alike', { ListBackupVaults: 40, ListRestoreJobs: 40 }, 1, 2, 'ListBackupVaults'],
  ['by nothing', {}, 1, 0, null],
])('the time of a scope is bound %s: %j', (_, calls, share, seconds, boundBy) => {
  const { total, scopes } = estimate({ 'eu-west-1': calls }, share);
  expect([total.seconds, scopes[0]?.seconds, scopes[0]?.boundBy]).toEqual([seconds, seconds, boundBy]);
});

test('the rate of all together binds where no operation does, and is of AWS Backup alone', () => {
  const busy = { ListBackupVaults: 100, ListRestoreJobs: 100, ListCopyJobs: 25 };
  const { scopes, totalPerSecond } = estimate({ 'eu-west-1': { ...busy, ListCopyJobs: 60, GetResources: 1 } });
  expect(totalPerSecond).toBe(50);
  expect(scopes[0]).toMatchObject({ calls: 261, seconds: 12, secondsAtTotalRate: 5.2, boundBy: 'ListCopyJobs' });
  const low = { ...rates, total: 10 };
  const demand = [{ operation: 'ListBackupVaults' as const, rules: [] }];
  const count = () => ({ calls: 40, isLeast: false });
  const bound = estimateCalls(demand, { places: [inRegion(null)], count, rates: low, rateShare: 1 });
  expect(bound.scopes[0]).toMatchObject({ seconds: 4, boundBy: 'total' });
});

test('calls add up over scopes, time is that of the slowest', () => {
  const { operations, scopes, total } = estimate(
    { 'eu-west-1': { ListBackupVaults: 2, ListCopyJobs: 1 }, 'us-east-1': { ListBackupVaults: 20, ListCopyJobs: 10 } },
    1,
    ['ListCopyJobs'],
  );
  expect(total).toEqual({ calls: 33, atLeast: true, seconds: 2 });
  expect(scopes.map(({ region, calls, seconds }) => [region, calls, seconds])).toEqual([
    ['eu-west-1', 3, 0.2],
    ['us-east-1', 30, 2],
  ]);
  expect(operations).toEqual([
    {
      operation: 'ListBackupVaults',
      per: 'scope',
      pageSize: 1000,
      rules: ['BKP102'],
      calls: 22,
      atLeast: false,
      seconds: 1,
      callsPerSecond: 20,
      isAssumed: false,
    },
    {
      operation: 'ListCopyJobs',
      per: 'scope',
      pageSize: 1000,
      rules: ['BKP102'],
      calls: 11,
      atLeast: true,
      seconds: 2,
      callsPerSecond: 5,
      isAssumed: true,
    },
  ]);
});
