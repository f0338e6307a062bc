import { describe, expect, test } from 'vitest';
import { joinShards } from '../../src/inventory/join-shards.ts';
import type { Shard } from '../../src/inventory/record.ts';
import { scopeId } from '../../src/inventory/scope.ts';
import {
  asOf,
  copyJob,
  daysAgo,
  far,
  home,
  line,
  outside,
  point,
  recovery,
  restoreJob,
  shard,
  vaultArn,
} from '../engine/estate.ts';

describe('jobs of all shards unite', () => {
  const statuses = (...shards: readonly Shard[]): readonly string[] =>
    joinShards(shards, asOf)
      .records.map(({ fields }) => `${fields.RestoreJobId ?? fields.CopyJobId} ${fields.Status ?? fields.State}`)
      .sort();
  const run = (days: number, id: string, Status: string, scope = home) =>
    shard({ asOf: daysAgo(days), records: [restoreJob(id, { Status }, scope)] });

  test.each<[string, readonly Shard[], readonly string[]]>([
    ['once per id, the newest reading', [run(1, 'a', 'RUNNING'), run(0, 'a', 'COMPLETED')], ['a COMPLETED']],
    ['in any order', [run(0, 'a', 'COMPLETED'), run(1, 'a', 'RUNNING')], ['a COMPLETED']],
    ['of several ids all', [run(0, 'a', 'COMPLETED'), run(60, 'b', 'FAILED')], ['a COMPLETED', 'b FAILED']],
    [
      'an id of two kinds is two',
      [shard({ records: [restoreJob('a'), copyJob('a')] })],
      ['a COMPLETED', 'a COMPLETED'],
    ],
    [
      'listed in two accounts, still once',
      [run(0, 'a', 'COMPLETED'), run(1, 'a', 'RUNNING', recovery)],
      ['a COMPLETED'],
    ],
    [
      'what says no time is the newest',
      [run(1, 'a', 'RUNNING'), { ...run(0, 'b', 'FAILED'), asOf: undefined }],
      ['a RUNNING', 'b FAILED'],
    ],
  ])('%s', (_, shards, expected) => {
    expect(statuses(...shards)).toEqual(expected);
  });

  test('of two readings of one moment one counts, whatever their order', () => {
    const [a, b] = [run(0, 'a', 'RUNNING'), run(0, 'a', 'COMPLETED')];
    expect(statuses(a, b)).toEqual(statuses(b, a));
    expect(statuses(a, b)).toHaveLength(1);
  });

  test('jobs without an id are told apart by what they say', () => {
    const nameless = (Status: string) => shard({ records: [restoreJob('', { RestoreJobId: undefined, Status })] });
    expect(statuses(nameless('FAILED'), nameless('COMPLETED'), nameless('FAILED'))).toEqual([
      'undefined COMPLETED',
      'undefined FAILED',
    ]);
  });
});

describe('the world', () => {
  const scopesOf = (...shards: readonly Shard[]) => joinShards(shards, asOf).scopes.map(scopeId);

  test('is every scope that a header, a record or a line names, sorted', () => {
    const header = {
      ...shard({ scopes: [recovery] }),
      coverage: [line('*', 'ok', { scope: far })],
      records: [point('1')],
    };
    expect(scopesOf(header)).toEqual(['111122223333/eu-west-1', '111122223333/us-east-1', '444455556666/eu-west-1']);
  });

  test('is not where an ARN points', () => {
    expect(scopesOf(shard({ records: [point('1', { BackupVaultArn: vaultArn('shared', outside) })] }))).toEqual([
      '111122223333/eu-west-1',
    ]);
  });

  test('without a shard is empty', () => {
    expect(scopesOf()).toEqual([]);
  });
});

test('the vaults that coverage lines name, of the state that counts, sorted', () => {
  const listed = (name: string) => line('ListRecoveryPointsByBackupVault', 'ok', { resource: vaultArn(name) });
  const shards = [
    shard({ coverage: [listed('b'), line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn('a') })] }),
    shard({ coverage: [listed('old')], asOf: daysAgo(1) }),
  ];
  expect(joinShards(shards, asOf).covered('ListRecoveryPointsByBackupVault')).toEqual(
    ['a', 'b'].map((name) => ({ ...home, resource: vaultArn(name) })),
  );
});
