import { describe, expect, test } from 'vitest';
import type { AwsRecord, Coverage } from '../../../src/inventory/record.ts';
import {
  copyJob,
  daysAgo,
  home,
  line,
  outside,
  point,
  pointArn,
  record,
  recovery,
  restoreJob,
  shard,
  vaultArn,
  volume,
} from '../estate.ts';
import { itemOf, plain, worldOf } from '../fact-value.ts';

type Fields = { readonly [name: string]: unknown };

function fact(
  name: string,
  fields: Fields,
  records: readonly AwsRecord[] = [],
  coverage: readonly Coverage[] = [],
): unknown {
  const world = worldOf([shard({ records: [restoreJob('job', fields), ...records], coverage })]);
  return plain(world.fact(itemOf(world, 'restoreJob'), name));
}

describe('isTest', () => {
  test.each<[string, Fields, unknown]>([
    ['a restore testing plan started it', {}, true],
    ['nobody says who started it', { CreatedBy: undefined }, false],
    ['something else started it', { CreatedBy: {} }, false],
  ])('%s', (_, fields, expected) => {
    expect(fact('isTest', fields)).toBe(expected);
  });
});

describe('ended', () => {
  test.each<[unknown, unknown, unknown]>([
    ['COMPLETED', 'SUCCESSFUL', true],
    ['COMPLETED', 'FAILED', true],
    ['COMPLETED', 'TIMED_OUT', true],
    ['COMPLETED', undefined, true],
    ['COMPLETED', 'VALIDATING', false],
    ['COMPLETED', 'QUEUED', 'unknown'],
    ['FAILED', undefined, true],
    ['ABORTED', undefined, true],
    ['RUNNING', undefined, false],
    ['PENDING', undefined, false],
    ['RUNNING', 'QUEUED', false],
    ['SKIPPED', undefined, 'unknown'],
    [undefined, 'SUCCESSFUL', 'unknown'],
  ])('Status %s, ValidationStatus %s: %s', (Status, ValidationStatus, expected) => {
    expect(fact('ended', { Status, ValidationStatus })).toBe(expected);
  });
});

describe('date, ageDays', () => {
  test.each<[string, Fields, unknown]>([
    ['date', { CreationDate: daysAgo(3), CompletionDate: daysAgo(2) }, daysAgo(2)],
    ['date', { CreationDate: daysAgo(3) }, daysAgo(3)],
    ['date', { CreationDate: undefined }, 'unknown'],
    ['date', { CreationDate: undefined, CompletionDate: daysAgo(2) }, daysAgo(2)],
    ['ageDays', { CreationDate: daysAgo(3), CompletionDate: daysAgo(2.5) }, 2.5],
    ['ageDays', { CreationDate: undefined }, 'unknown'],
  ])('%s of %j', (name, fields, expected) => {
    expect(fact(name, fields)).toBe(expected);
  });
});

describe('resourceArn (trap R5)', () => {
  const old = { SourceResourceArn: undefined, RecoveryPointArn: pointArn('1'), BackupVaultArn: vaultArn('main') };
  const vaultGap = (name: string) => line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn(name) });

  test.each<[string, Fields, readonly AwsRecord[], readonly Coverage[], unknown]>([
    ['SourceResourceArn', {}, [], [], volume],
    [
      'SourceResourceArn goes before its point',
      { RecoveryPointArn: pointArn('1') },
      [point('1', { ResourceArn: 'arn:aws:s3:::other' })],
      [],
      volume,
    ],
    ['its point', old, [point('1')], [], volume],
    ['its point, with no vault named', { ...old, BackupVaultArn: undefined }, [point('1')], [], volume],
    ['its point has expired', old, [], [], undefined],
    ['no point named', { SourceResourceArn: undefined }, [], [], undefined],
    ["its point's resource is missing", old, [point('1', { ResourceArn: undefined })], [], 'unknown'],
    ["its point's vault was denied", old, [], [vaultGap('main')], 'unknown'],
    ['another vault was denied', old, [], [vaultGap('other')], undefined],
    [
      'some vault was denied, and no vault named',
      { ...old, BackupVaultArn: undefined },
      [],
      [vaultGap('other')],
      'unknown',
    ],
    ['the vaults were denied', old, [], [line('ListBackupVaults', 'denied')], 'unknown'],
    [
      "its point's vault lies outside the scopes",
      { ...old, BackupVaultArn: vaultArn('shared', outside) },
      [],
      [],
      'unknown',
    ],
  ])('%s', (_, fields, records, coverage, expected) => {
    expect(fact('resourceArn', fields, records, coverage)).toBe(expected);
  });
});

describe('the place of a job is where it ran', () => {
  const backupJob = record(
    'backupJob',
    {
      BackupJobId: 'b',
      BackupVaultArn: vaultArn('main', home),
      State: 'COMPLETED',
      CreationDate: daysAgo(1),
    },
    recovery,
  );
  test.each<['restoreJob' | 'copyJob' | 'backupJob', AwsRecord, unknown]>([
    ['restoreJob', restoreJob('r', { RecoveryPointArn: pointArn('1', home) }, recovery), 'aws'],
    ['restoreJob', restoreJob('r', {}, recovery), 'unknown'],
    ['copyJob', copyJob('c', { SourceRecoveryPointArn: pointArn('1', home) }, recovery), 'aws'],
    ['backupJob', backupJob, 'aws'],
  ])('%s', (kind, job, partition) => {
    const world = worldOf([shard({ records: [job] })]);
    const item = itemOf(world, kind);
    expect(['accountId', 'region', 'partition'].map((name) => plain(world.fact(item, name)))).toEqual([
      '444455556666',
      'eu-west-1',
      partition,
    ]);
  });
});
