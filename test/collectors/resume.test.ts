import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Operation } from '../../src/catalogue/operations.ts';
import { resumeFrom } from '../../src/collectors/resume.ts';
import type { AwsRecord, Coverage } from '../../src/inventory/record.ts';
import { everyKind } from '../aws/every-kind.ts';
import type { AwsFault, AwsServer } from '../aws/start-aws.ts';
import { home, shard, vaultArn } from '../engine/estate.ts';
import { header, messageOf, ndjson, point, temporaryFile } from '../inventory/inventory-text.ts';
import { aws, type Wish } from './collected.ts';
import { linesOf, resumedFrom, sorted } from './resumed.ts';
import { records } from './small-estate.ts';

/** Two vaults with points of their own, and one of everything else. */
const all: readonly AwsRecord[] = [...records, ...everyKind.records.filter(({ kind }) => kind !== 'regionSettings')];

/** The caller is known, so that nobody is asked who it is. */
function start(faults: readonly AwsFault[] = []): Promise<AwsServer> {
  vi.stubEnv('AWS_ACCOUNT_ID', home.accountId);
  return aws({ shards: [shard({ records: all, scopes: [home] })], pageSize: 10, faults });
}
afterEach(() => {
  vi.unstubAllEnvs();
});

const callsFrom = ({ requests }: AwsServer, from: number): readonly string[] =>
  sorted(requests.slice(from).map(({ operation, params }) => [operation, ...vaultOf(params)].join(' ')));
const vaultOf = ({ BackupVaultName: name }: { readonly [name: string]: unknown }) => (name === undefined ? [] : [name]);

const points = 'ListRecoveryPointsByBackupVault';
const vaultsAndPoints: readonly Operation[] = ['ListBackupVaults', points];
const twoLists = ['ListBackupVaults', 'ListBackupVaults'];

const says = (line: string): Partial<Coverage> & { readonly kind: string; readonly [name: string]: unknown } =>
  JSON.parse(line);
const isOf = (operation: string, resource?: string) => (line: string) => {
  const said = says(line);
  return said.kind === 'coverage' && said.operation === operation && said.resource === resource;
};
const without = (lines: readonly string[], isGone: (line: string) => boolean) =>
  lines.slice(0, -1).filter((line) => !isGone(line));

test('from wherever it was cut off, it comes to what one reading in one go does', async () => {
  await start();
  const whole = await linesOf({});
  for (let length = 1; length <= whole.length; length += 3) {
    const half = whole[length]?.slice(0, 25) ?? '';
    expect([length, sorted(await resumedFrom([...whole.slice(0, length), half], {}))]).toEqual([length, sorted(whole)]);
  }
});

test('of an inventory that is whole nothing is read again, but what is told at the end', async () => {
  const server = await start();
  const wish: Wish = { operations: vaultsAndPoints };
  const whole = await linesOf(wish);
  const before = server.requests.length;
  expect(sorted(await resumedFrom(whole, wish))).toEqual(sorted(whole));
  expect(callsFrom(server, before)).toEqual([]);
});

describe('what is read again', () => {
  const main = `${points} main`;
  test.each<
    [what: string, change: (lines: readonly string[]) => readonly string[], wish: Wish, calls: readonly string[]]
  >([
    ['nothing', (lines) => lines.slice(0, -1), {}, []],
    [
      'a vault that has no line, all of it',
      (lines) => without(lines, isOf(points, vaultArn('main'))),
      {},
      [main, main, main],
    ],
    [
      'one that was denied',
      (lines) =>
        lines
          .slice(0, -1)
          .map((line) => (isOf(points, vaultArn('main'))(line) ? line.replace('"ok"', '"denied"') : line)),
      {},
      [main, main, main],
    ],
    ['the vaults alone, where they have no line', (lines) => without(lines, isOf('ListBackupVaults')), {}, twoLists],
    [
      'the points that were filtered otherwise, not the vaults',
      (lines) => lines.slice(0, -1),
      { filters: { ByResourceType: 'EFS' } },
      [`${points} aws/efs/main`, `${points} escrow`, main, main],
    ],
    [
      'vaults whose policies are wanted now',
      (lines) => lines.slice(0, -1),
      { operations: [...vaultsAndPoints, 'GetBackupVaultAccessPolicy'] },
      [
        'GetBackupVaultAccessPolicy aws/efs/main',
        'GetBackupVaultAccessPolicy escrow',
        'GetBackupVaultAccessPolicy main',
        ...twoLists,
      ],
    ],
    [
      'what was not asked for then',
      (lines) => lines.slice(0, -1),
      { operations: [...vaultsAndPoints, 'ListRestoreJobs'] },
      ['ListRestoreJobs'],
    ],
  ])('%s', async (_, change, again, calls) => {
    const server = await start();
    const wish: Wish = { operations: vaultsAndPoints };
    const lines = change(await linesOf(wish));
    const before = server.requests.length;
    const resumed = await resumedFrom(lines, { ...wish, ...again });
    expect(callsFrom(server, before)).toEqual(calls);
    const inOneGo = await linesOf({ ...wish, ...again });
    expect(sorted(resumed)).toEqual(sorted(inOneGo));
  });
});

describe('details that are missing make their list be read again', () => {
  const operations: readonly Operation[] = [...vaultsAndPoints, 'GetBackupVaultAccessPolicy', 'DescribeRecoveryPoint'];
  test.each<[what: string, isGone: (line: string) => boolean, lists: readonly string[]]>([
    ['of a vault', isOf('GetBackupVaultAccessPolicy', vaultArn('main')), ['ListBackupVaults']],
    ['of points', isOf('DescribeRecoveryPoint'), [points]],
  ])('%s', async (_, isGone, lists) => {
    const server = await start();
    const whole = await linesOf({ operations });
    const before = server.requests.length;
    expect(sorted(await resumedFrom(without(whole, isGone), { operations }))).toEqual(sorted(whole));
    const listed = server.requests
      .slice(before)
      .flatMap(({ operation }) => (operation.startsWith('List') ? [operation] : []));
    expect([...new Set(listed)]).toEqual(lists);
  });
});

test.each<[what: string, operation: Operation]>([
  ['of a vault', 'GetBackupVaultAccessPolicy'],
  ['of a point', 'DescribeRecoveryPoint'],
])('a detail that was denied, %s, is asked for again', async (_, operation) => {
  const server = await start([{ operation, does: 'deny', times: 1 }]);
  const operations: readonly Operation[] = [...vaultsAndPoints, operation];
  const first = await linesOf({ operations });
  expect(first.filter((line) => says(line).status === 'denied')).toHaveLength(1);
  const before = server.requests.length;
  const resumed = await resumedFrom(first, { operations });
  expect(callsFrom(server, before).join()).toContain(operation);
  expect(sorted(resumed)).toEqual(sorted(await linesOf({ operations })));
});

test('its time is the time of the first reading', async () => {
  await start();
  const earlier = '2026-11-19T06:00:00.000Z';
  const lines = (await linesOf({ operations: vaultsAndPoints })).map((line) =>
    says(line).kind === 'inventory' ? line.replace('2026-11-20T06:00:00.000Z', earlier) : line,
  );
  const [first = ''] = await resumedFrom(lines.slice(0, -3), { operations: vaultsAndPoints });
  expect(says(first).asOf).toBe(earlier);
});

describe('a file that cannot be resumed', () => {
  const second = { ...header, asOf: '2026-11-24T06:00:00.000Z' };
  test.each<[what: string, content: string, message: string]>([
    ['of several readings', ndjson(header, point(), second), ' holds several readings; resume one of them at a time'],
    ['of none', '', ' is no inventory that can be resumed: it has no header'],
    [
      'cut off in its header',
      JSON.stringify(header).slice(0, 40),
      ' is no inventory that can be resumed: it has no header',
    ],
    ['with a line that makes no sense', ndjson(header, 'nonsense', point()), ':2: expected a JSON object, got nothing'],
    [
      'of a newer version',
      ndjson({ ...header, schemaVersion: 2 }),
      ': made by a newer backuplint (schemaVersion 2; this version reads 1)',
    ],
  ])('%s', async (_, content, message) => {
    const file = await temporaryFile(content);
    expect(await messageOf(resumeFrom(file, { wanted: new Set(), filters: {} }))).toBe(`${file}${message}`);
  });
});
