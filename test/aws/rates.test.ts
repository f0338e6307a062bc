import { ListBackupVaultsCommand } from '@aws-sdk/client-backup';
import { expect, test } from 'vitest';
import { everyKind, here, other } from './every-kind.ts';
import { clients, failureOf, served } from './served.ts';
import { tokenBuckets } from './token-buckets.ts';

const rates = { total: 5, assumed: 1, callsPerSecond: { ListBackupVaults: 3, ListCopyJobs: 4 } };
const repeated = (count: number, operation: string, at = 0, scope = here) =>
  Array.from({ length: count }, () => ({ scope, operation, at }));

test.each([
  ['an operation has its own rate', repeated(5, 'ListBackupVaults'), '...xx'],
  ['an operation that has none the assumed one', repeated(2, 'GetBackupPlan'), '.x'],
  ['all together have the total', [...repeated(3, 'ListBackupVaults'), ...repeated(4, 'ListCopyJobs')], '.....xx'],
  ['a refused call takes nothing', [...repeated(5, 'GetBackupPlan'), ...repeated(4, 'ListCopyJobs')], '.xxxx....'],
  [
    'each account has its own',
    [...repeated(4, 'ListBackupVaults'), ...repeated(1, 'ListBackupVaults', 0, other)],
    '...x.',
  ],
  [
    'each Region has its own',
    [...repeated(4, 'ListBackupVaults'), ...repeated(1, 'ListBackupVaults', 0, { ...here, region: 'us-east-1' })],
    '...x.',
  ],
  ['it refills by time', [...repeated(3, 'ListBackupVaults'), ...repeated(2, 'ListBackupVaults', 350)], '....x'],
  ['to one second at most', [...repeated(3, 'ListBackupVaults'), ...repeated(4, 'ListBackupVaults', 9000)], '......x'],
])('%s', (_, calls, expected) => {
  const isWithin = tokenBuckets(rates);
  expect(calls.map(({ scope, operation, at }) => (isWithin(scope, operation, at) ? '.' : 'x')).join('')).toBe(expected);
});

test('a call over the rate is throttled, and is not one of those that faults count', async () => {
  const server = await served({ shards: [everyKind], rates, faults: [{ after: 3, does: 'fail' }] });
  const { backup } = clients(server);
  const calls = await Promise.allSettled(Array.from({ length: 6 }, () => backup.send(new ListBackupVaultsCommand({}))));
  expect(calls.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect(server.requests.map(({ status }) => status)).toEqual([200, 200, 200, 400, 400, 400]);
  expect(await failureOf(backup.send(new ListBackupVaultsCommand({})))).toMatchObject({
    name: 'ThrottlingException',
    status: 400,
  });
});
