import { expect, test } from 'vitest';
import type { Operation } from '../../src/catalogue/operations.ts';
import { loadApiRates } from '../../src/data.ts';
import type { AwsRecord, Scope } from '../../src/inventory/record.ts';
import { scopeId } from '../../src/inventory/scope.ts';
import type { AwsRequest, AwsServer } from '../aws/start-aws.ts';
import { copyJob, far, home, point, resource, shard, vault, vaultArn } from '../engine/estate.ts';
import { aws, collected, type Wish } from './collected.ts';

const published = loadApiRates();

const operations: readonly Operation[] = [
  'ListBackupVaults',
  'ListRecoveryPointsByBackupVault',
  'DescribeRecoveryPoint',
  'ListProtectedResources',
  'DescribeProtectedResource',
  'ListCopyJobs',
];

const many = (count: number, make: (index: number) => AwsRecord): readonly AwsRecord[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Work for `seconds` at AWS's rates, of several operations at once, in pages of one. */
const estate = (scope: Scope, seconds: number): readonly AwsRecord[] => [
  ...many(seconds * 3, (index) => vault(`v${index}`, {}, scope)),
  ...many(seconds * 10, (index) => pointIn(index, `v${index % (seconds * 3)}`, scope)),
  ...many(seconds * 8, (index) => resource({ ResourceArn: `arn:aws:s3:::bucket-${index}` }, scope)),
  ...many(seconds * 4, (index) => copyJob(`copy-${index}`, {}, scope)),
];

const pointIn = (index: number, name: string, scope: Scope): AwsRecord =>
  point(`p-${index}`, { BackupVaultName: name, BackupVaultArn: vaultArn(name, scope) }, scope);

const asLive: Wish = {
  operations,
  rates: published,
  rateShare: 0.8,
  settings: { version: '0', callTimeout: 10_000, maxAttempts: 8 },
  timeLimit: 60_000,
};

/** Calls reach the server this much closer together, at most, than they were sent: the first ones connect. */
const jitter = 60;

/** The most calls of any second, wherever it begins. */
function busiest(requests: readonly AwsRequest[]): number {
  const times = requests.map(({ at }) => at).sort((a, b) => a - b);
  const end = 1000 - jitter;
  return Math.max(0, ...times.map((from, index) => times.slice(index).filter((at) => at < from + end).length));
}

const inScope = ({ requests }: AwsServer, scope: Scope): readonly AwsRequest[] =>
  requests.filter((request) => request.service === 'backup' && scopeId(request) === scopeId(scope));

const overRates = (rates: typeof published, requests: readonly AwsRequest[]): readonly string[] =>
  [...new Set(requests.map(({ operation }) => operation))].flatMap((operation) => {
    const most = busiest(requests.filter((request) => request.operation === operation));
    const allowed = rates.callsPerSecond[operation] ?? rates.assumed;
    return most > allowed ? [`${operation}: ${most} calls in a second, of ${allowed}`] : [];
  });

test('at AWS’s own rates nothing is throttled, and no second holds more calls than AWS allows', async () => {
  const records = [...estate(home, 3), ...estate(far, 3)];
  const server = await aws({ shards: [shard({ records })], rates: published, pageSize: 1 });
  const who = { regions: [home.region, far.region] };
  const { shard: read, tally } = await collected({ ...asLive, who });
  expect(tally.throttles).toBe(0);
  expect(read.coverage.filter(({ status }) => status !== 'ok')).toEqual([]);
  expect(read.records).toHaveLength(records.length);
  for (const scope of [home, far]) {
    const requests = inScope(server, scope);
    expect(requests.length).toBeGreaterThan(100);
    expect(busiest(requests)).toBeLessThanOrEqual(published.total);
    expect(overRates(published, requests)).toEqual([]);
  }
  // AWS counts each scope apart: together they are faster than one may be.
  expect(busiest(server.requests)).toBeGreaterThan(published.total);
});

test('where AWS allows only half, tries again bring everything', async () => {
  const records = estate(home, 2);
  const callsPerSecond = Object.fromEntries(
    Object.entries(published.callsPerSecond).map(([operation, rate]) => [operation, rate / 2]),
  );
  const half = { total: published.total / 2, assumed: published.assumed / 2, callsPerSecond };
  await aws({ shards: [shard({ records })], rates: half, pageSize: 1 });
  const { shard: read, tally } = await collected(asLive);
  expect(tally.throttles).toBeGreaterThan(0);
  expect(read.coverage.filter(({ status }) => status !== 'ok')).toEqual([]);
  expect(read.records).toHaveLength(records.length);
});
