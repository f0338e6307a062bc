import type { AwsRecord } from '../../src/inventory/record.ts';
import {
  airGapped,
  copyJob,
  daysAgo,
  point,
  pointArn,
  record,
  resource,
  restoreJob,
  vault,
  vaultArn,
} from '../engine/estate.ts';

export const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';

const points = (count: number, name: string, days: number): readonly AwsRecord[] =>
  Array.from({ length: count }, (_, index) =>
    point(`${name}-${index}`, {
      BackupVaultName: name,
      BackupVaultArn: vaultArn(name),
      CreationDate: daysAgo(1 + index),
      Lifecycle: { DeleteAfterDays: days },
      VaultType: name === 'escrow' ? airGapped : 'BACKUP_VAULT',
      ResourceArn: index % 2 === 0 ? table : 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1',
      ResourceType: index % 2 === 0 ? 'DynamoDB' : 'EFS',
    }),
  );

/** Two resources with points in a standard and an air-gapped vault, tested and copied: all rules that ship pass. */
export const records: readonly AwsRecord[] = [
  vault('main', { VaultType: 'BACKUP_VAULT', NumberOfRecoveryPoints: 25 }),
  vault('escrow', { VaultType: airGapped, NumberOfRecoveryPoints: 7 }),
  ...points(25, 'main', 35),
  ...points(7, 'escrow', 90),
  resource({ ResourceArn: table, ResourceType: 'DynamoDB' }),
  resource({ ResourceArn: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1', ResourceType: 'EFS' }),
  restoreJob('restore-1', { SourceResourceArn: table, ResourceType: 'DynamoDB', RecoveryPointArn: pointArn('main-0') }),
  restoreJob('restore-2', {
    SourceResourceArn: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1',
    ResourceType: 'EFS',
    RecoveryPointArn: pointArn('main-1'),
  }),
  copyJob('copy-1', { ResourceArn: table, ResourceType: 'DynamoDB', DestinationBackupVaultArn: vaultArn('escrow') }),
  record('regionSettings', {
    ResourceTypeOptInPreference: { DynamoDB: true, EFS: true },
    ResourceTypeManagementPreference: { DynamoDB: true, EFS: true },
  }),
];
