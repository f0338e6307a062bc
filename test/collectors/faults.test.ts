import { describe, expect, test } from 'vitest';
import { exitCodeFor } from '../../src/exit-code.ts';
import type { Coverage, Shard } from '../../src/inventory/record.ts';
import { demandOf } from '../../src/rules/demand.ts';
import type { AwsFault } from '../aws/start-aws.ts';
import { evaluateRules, shard, vaultArn } from '../engine/estate.ts';
import { firstRules } from '../engine/shipped-rules.ts';
import { aws, collected, type Wish } from './collected.ts';
import { records } from './small-estate.ts';

const operations = demandOf(firstRules).map(({ operation }) => operation);

/** A call that hangs is not waited for long. */
const hurry: Wish = { settings: { version: '0', callTimeout: 1000, maxAttempts: 1 }, timeLimit: 2000 };

type Read = { readonly shard: Shard; readonly gaps: readonly Coverage[] };

async function readWith(faults: readonly AwsFault[], wish: Wish = {}): Promise<Read> {
  await aws({ shards: [shard({ records })], faults, pageSize: 10 });
  const { shard: read, whole } = await collected({ operations, ...hurry, ...wish });
  expect(whole).toBe(true);
  return { shard: read, gaps: read.coverage.filter(({ status }) => status !== 'ok') };
}

const exitCodeOf = (read: Shard): number =>
  exitCodeFor({ ...evaluateRules([read]), failOn: 'info', allowIncomplete: false });

const failures = (read: Shard): readonly string[] =>
  evaluateRules([read]).result.findings.flatMap(({ outcome, ruleId, target }) =>
    outcome === 'fail' ? [`${ruleId} ${target.id}`] : [],
  );

test('without a fault everything is read, and everything passes', async () => {
  const { shard: read, gaps } = await readWith([]);
  expect(gaps).toEqual([]);
  expect(failures(read)).toEqual([]);
  expect(exitCodeOf(read)).toBe(0);
});

const list = 'ListRecoveryPointsByBackupVault';

describe('a list that goes wrong on its second page is a gap with its reason, and all else is read', () => {
  test.each<[does: AwsFault['does'], status: string, name: string | RegExp]>([
    ['deny', 'denied', 'AccessDeniedException'],
    ['scp', 'denied', 'AccessDeniedException'],
    ['throttle', 'throttled', /^Throttling/],
    ['fail', 'failed', /./],
    ['hang', 'failed', /^(ETIMEDOUT|CallTimedOut)$/],
    ['cutBody', 'failed', /./],
    ['reset', 'failed', /^(ECONNRESET|EPIPE)$/],
    ['html', 'failed', /./],
    ['malformed', 'failed', 'MalformedAnswer'],
    ['malformedItem', 'failed', 'MalformedAnswer'],
    ['badJson', 'failed', 'SyntaxError'],
    ['notFound', 'failed', 'ResourceNotFoundException'],
    ['expired', 'failed', /^ExpiredToken/],
  ])('%s', async (does, status, name) => {
    const { shard: read, gaps } = await readWith([{ operation: list, resource: 'main', after: 1, does }]);
    expect(gaps).toEqual([
      {
        accountId: '111122223333',
        region: 'eu-west-1',
        operation: list,
        resource: vaultArn('main'),
        status,
        items: 10,
        error: { name: expect.stringMatching(name), message: expect.stringMatching(/./) },
      },
    ]);
    expect(failures(read)).toEqual([]);
    expect(exitCodeOf(read)).toBe(3);
  });
});

describe('a list without an end comes to one', () => {
  test.each<[does: AwsFault['does'], reason: RegExp]>([
    ['repeatToken', /second time/],
    ['freshTokens', /same page/],
    ['emptyPages', /empty pages/],
  ])('%s', async (does, reason) => {
    const { shard: read, gaps } = await readWith([{ operation: list, resource: 'main', does }]);
    expect(gaps).toMatchObject([{ operation: list, status: 'failed', error: { name: 'EndlessList' } }]);
    expect(gaps[0]?.error?.message).toMatch(reason);
    expect(failures(read)).toEqual([]);
    expect(exitCodeOf(read)).toBe(3);
  });
});

test.each(operations)('%s denied: that alone is a gap, and nothing fails for it', async (operation) => {
  const { shard: read, gaps } = await readWith([{ operation, does: 'deny' }]);
  expect(new Set(gaps.map((gap) => gap.operation))).toEqual(new Set([operation]));
  expect(failures(read)).toEqual([]);
  expect(exitCodeOf(read)).toBe(3);
});

test('a passing fault is gone after a retry', async () => {
  const settings = { version: '0', callTimeout: 500, maxAttempts: 4 };
  for (const does of ['throttle', 'fail', 'reset'] as const) {
    const { gaps } = await readWith([{ operation: list, does, times: 2 }], { settings, timeLimit: 20_000 });
    expect(gaps).toEqual([]);
  }
});

test('a Region that the account has turned off is no gap; where AWS does not say so, it is one', async () => {
  const optedOut: AwsFault = { does: 'optedOut', operation: list };
  await aws({ shards: [shard({ records })], faults: [optedOut], regions: { 'eu-west-1': 'DISABLED' } });
  const off = await collected({ operations });
  expect(statusesOf(off.shard)).toEqual(['notAvailable']);
  await aws({ shards: [shard({ records })], faults: [optedOut], regions: { 'eu-west-1': 'ENABLED' } });
  const wrong = await collected({ operations });
  expect(statusesOf(wrong.shard)).toEqual(['failed']);
  await aws({ shards: [shard({ records })], faults: [optedOut, { does: 'deny', operation: 'ListRegions' }] });
  const untold = await collected({ operations });
  expect(statusesOf(untold.shard)).toEqual(['failed']);
});

const statusesOf = ({ coverage }: Shard): readonly string[] => [
  ...new Set(coverage.filter(({ operation }) => operation === list).map(({ status }) => status)),
];

test('where nothing answers, every list is a gap', async () => {
  const server = await aws({ shards: [shard({ records })] });
  await server.close();
  const who = { accounts: [{ accountId: '111122223333', regions: undefined, role: undefined, externalId: undefined }] };
  const { shard: read } = await collected({ operations, who });
  expect(read.records).toEqual([]);
  expect(new Set(read.coverage.map(({ status, error }) => `${status} ${error?.name}`))).toEqual(
    new Set(['failed ECONNREFUSED']),
  );
  expect(exitCodeOf(read)).toBe(3);
});

const quiet = () => new Promise((resolve) => setTimeout(resolve, 150));

test('an interruption stops the calls; what had come to its end has a line, and the rest is cut off', async () => {
  const server = await aws({ shards: [shard({ records })], pageSize: 10, latencyMs: 30 });
  const controller = new AbortController();
  setTimeout(() => controller.abort(130), 100);
  const { shard: read, whole } = await collected({ operations, signal: controller.signal });
  expect(whole).toBe(false);
  expect(read.cutOff).toBe(true);
  await quiet(); // What was under way still arrives.
  const before = server.requests.length;
  await quiet();
  expect(server.requests).toHaveLength(before);
  expect(failures(read)).toEqual([]);
  expect(exitCodeOf(read)).toBe(3);
});
