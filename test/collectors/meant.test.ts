import { createServer } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import type { operationNames } from '../../src/catalogue/operations.ts';
import { collectorOf } from '../../src/collectors/collectors.ts';
import type { Failure } from '../../src/collectors/failure.ts';
import { meant } from '../../src/collectors/meant.ts';
import { home } from '../engine/estate.ts';
import { collected } from './collected.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const failure = (name: string, status: Failure['status']): Failure => ({ status, error: { name, message: 'no' } });
const unknown = failure('UnknownOperationException', 'notAvailable');

test.each<
  [operation: (typeof operationNames)[number], failure: Failure | undefined, means: Failure['status'] | 'none']
>([
  ['ListBackupVaults', undefined, 'none'],
  ['GetBackupVaultAccessPolicy', failure('ResourceNotFoundException', 'failed'), 'none'],
  ['ListBackupVaults', failure('ResourceNotFoundException', 'failed'), 'failed'],
  ['ListBackupVaults', failure('AccessDeniedException', 'denied'), 'denied'],
  ['ListBackupVaults', failure('OptInRequired', 'notAvailable'), 'notAvailable'],
  ['ListBackupVaults', unknown, 'failed'],
  ['DescribeRecoveryPoint', unknown, 'failed'],
  ['ListScanJobs', unknown, 'notAvailable'],
  ['ListRestoreTestingPlans', unknown, 'notAvailable'],
])('%s, %j: %s', (operation, failed, means) => {
  expect(meant(failed, collectorOf(operation))?.status ?? 'none').toBe(means);
});

test('an endpoint that is not AWS Backup’s leaves a gap, not an estate without backups', async () => {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end('{"__type":"UnknownOperationException"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIA111122223333TEST');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret');
  vi.stubEnv('AWS_ACCOUNT_ID', home.accountId);
  const { shard, tally } = await collected({ operations: ['ListBackupVaults', 'ListScanJobs'] });
  expect(shard.coverage.map(({ operation, status }) => [operation, status]).sort()).toEqual([
    ['ListBackupVaults', 'failed'],
    ['ListScanJobs', 'notAvailable'],
  ]);
  expect(tally.gaps).toHaveLength(1);
  await new Promise((resolve) => server.close(resolve));
});
