import { describe, expect, test } from 'vitest';
import type { AwsRecord, Coverage, Fields } from '../../src/inventory/record.ts';
import {
  airGapped,
  daysAgo,
  home,
  line,
  type Options,
  outcomeOf,
  point,
  record,
  recovery,
  resource,
  restoreAccess,
  shard,
  vault,
  vaultArn,
  volume,
} from '../engine/estate.ts';

const gapVault = vault('gap', { VaultType: airGapped }, recovery);
/** A point in the air-gapped vault of the recovery account. */
const copy = (id: string, fields: Fields = {}): AwsRecord =>
  point(id, { BackupVaultArn: vaultArn('gap', recovery), VaultType: airGapped, ...fields }, recovery);

type Asked = {
  readonly records: readonly AwsRecord[];
  readonly coverage?: readonly Coverage[];
  readonly options?: Options;
  readonly target?: string;
};
const outcome = ({ records, coverage = [], options = {}, target = volume }: Asked) =>
  outcomeOf(
    'BKP301',
    target,
    [shard({ records: [gapVault, vault('main'), ...records], coverage, scopes: [home, recovery] })],
    options,
  );

describe('pass and fail', () => {
  test.each<[string, readonly AwsRecord[], string]>([
    ['a fresh copy', [resource(), copy('c')], 'pass'],
    ['no copy', [resource(), point('1')], 'fail'],
    ['seven days old', [resource(), copy('c', { CreationDate: daysAgo(7) })], 'pass'],
    ['a little more', [resource(), copy('c', { CreationDate: daysAgo(7.01) })], 'fail'],
    [
      "made today of an old point: its date is the source's (trap I4)",
      [resource(), copy('c', { CreationDate: daysAgo(60), CompletionDate: daysAgo(0) })],
      'fail',
    ],
    ['AVAILABLE (trap S1)', [resource(), copy('c', { Status: 'AVAILABLE' })], 'pass'],
    ['STOPPED is restorable but not current (trap S2)', [resource(), copy('c', { Status: 'STOPPED' })], 'fail'],
    ['EXPIRED (trap S3)', [resource(), copy('c', { Status: 'EXPIRED' })], 'fail'],
    ['PARTIAL (trap S4)', [resource(), copy('c', { Status: 'PARTIAL' })], 'fail'],
    ['CREATING (trap S5)', [resource(), copy('c', { Status: 'CREATING' })], 'fail'],
    ['temporary (trap I7)', [resource(), copy('c', { Lifecycle: { DeleteAfterEvent: 'DELETE_AFTER_COPY' } })], 'fail'],
    [
      'by its vault record alone: VaultType is missing on old points',
      [resource(), copy('c', { VaultType: undefined })],
      'pass',
    ],
    [
      'an air-gapped point that is no copy (trap I6)',
      [resource(), copy('c', { SourceBackupVaultArn: undefined })],
      'pass',
    ],
    [
      'a rewritten ARN, joined by ResourceArn (traps I1, I2)',
      [resource(), copy('c', { RecoveryPointArn: 'arn:aws:backup:eu-west-1:444455556666:recovery-point:x' })],
      'pass',
    ],
    ['a copy of another volume', [resource(), copy('c', { ResourceArn: `${volume}0` })], 'fail'],
    [
      'a restore access vault mirrors, it holds nothing',
      [
        resource(),
        vault('mirror', { VaultType: restoreAccess }),
        point('c', { BackupVaultArn: vaultArn('mirror'), VaultType: airGapped }),
      ],
      'fail',
    ],
    ['a status AWS added since', [resource(), copy('c', { Status: 'ARCHIVED' })], 'unknown'],
    ['that status beside a good one', [resource(), copy('c', { Status: 'ARCHIVED' }), copy('d')], 'pass'],
    ['a vault type AWS added since', [resource(), copy('c', { VaultType: 'GLACIER_VAULT' })], 'unknown'],
  ])('%s: %s', (_, records, expected) => {
    expect(outcome({ records })).toBe(expected);
  });
});

describe('when it applies', () => {
  const typed = (type: string) => [resource({ ResourceType: type })];
  const settings = record('regionSettings', { ResourceTypeManagementPreference: { DynamoDB: true } });

  test.each<[string, Asked, string | undefined]>([
    ['RDS cannot go there', { records: typed('RDS') }, 'notApplicable'],
    ['FSx is four products', { records: typed('FSx') }, 'unknown'],
    [
      'FSx by the config',
      { records: typed('FSx'), options: { resourceTypes: { FSx: { airGappedVault: true } } } },
      'fail',
    ],
    ['a type nobody knows', { records: typed('MemoryDB') }, 'unknown'],
    ['a type nobody knows, with a copy', { records: [...typed('MemoryDB'), copy('c')] }, 'pass'],
    ['DynamoDB, advanced', { records: [...typed('DynamoDB'), settings] }, 'fail'],
    [
      'DynamoDB, the settings denied',
      { records: typed('DynamoDB'), coverage: [line('DescribeRegionSettings', 'denied')] },
      'unknown',
    ],
    [
      'EBS, the settings denied',
      { records: typed('EBS'), coverage: [line('DescribeRegionSettings', 'denied')] },
      'fail',
    ],
    ['backed up 35 days ago', { records: [resource({ LastBackupTime: daysAgo(35) })] }, 'fail'],
    ['nobody backs it up any more', { records: [resource({ LastBackupTime: daysAgo(36) })] }, 'notApplicable'],
    ['never backed up', { records: [resource({ LastBackupTime: undefined })] }, 'notApplicable'],
    [
      'no limit',
      { records: [resource({ LastBackupTime: daysAgo(99) })], options: { parameters: { activeWithinDays: 0 } } },
      'fail',
    ],
    [
      'not backed up lately, as far as was read',
      { records: [resource({ LastBackupTime: daysAgo(99) })], coverage: [line('ListBackupVaults', 'denied')] },
      'unknown',
    ],
    [
      'an artefact of a restore test (trap I13)',
      { records: [resource({ ResourceName: 'awsbackup-restore-test-1' })] },
      undefined,
    ],
  ])('%s', (_, asked, expected) => {
    expect(outcome(asked)).toBe(expected);
  });
});
