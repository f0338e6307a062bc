import type { AwsRecord, Fields } from '../../../src/inventory/record.ts';
import { daysAgo, laterByMinutes } from '../clock.ts';
import { arnIn } from '../scopes.ts';
import { paris, recordIn, stockholm, vaultArnIn } from './record.ts';
import { archive, fileServer, measurements, probe } from './resources.ts';

const record = recordIn(stockholm);

const backup = (id: string, of: readonly [string, string], when: string, fields: Fields): AwsRecord =>
  record('backupJob', {
    BackupJobId: id,
    BackupVaultArn: vaultArnIn(stockholm, 'experiments'),
    ResourceArn: of[0],
    ResourceType: of[1],
    CreationDate: when,
    CompletionDate: laterByMinutes(when, 20),
    State: 'COMPLETED',
    MessageCategory: 'SUCCESS',
    ...fields,
  });

const shadowCopy: Fields = { BackupOptions: { WindowsVSS: 'enabled' } };
const failed: Fields = {
  State: 'FAILED',
  MessageCategory: 'ACCESS_DENIED',
  StatusMessage: 'The role may not read the key.',
};

const fromDefault: Fields = { SourceBackupVaultArn: vaultArnIn(stockholm, 'Default') };

const copy = (id: string, point: string, when: string, minutes: number, fields: Fields): AwsRecord =>
  record('copyJob', {
    CopyJobId: id,
    ResourceArn: archive,
    ResourceType: 'DynamoDB',
    SourceBackupVaultArn: vaultArnIn(stockholm, 'experiments'),
    SourceRecoveryPointArn: arnIn(stockholm, 'backup', `recovery-point:${point}`),
    DestinationBackupVaultArn: vaultArnIn(stockholm, 'escrow-own-key'),
    DestinationVaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
    CreationDate: when,
    CompletionDate: laterByMinutes(when, minutes),
    State: 'COMPLETED',
    CreatedBy: { BackupPlanId: 'colder' },
    ...fields,
  });

export const labJobs: readonly AwsRecord[] = [
  backup('measurements-2', [measurements, 'DynamoDB'], daysAgo(2, 3), failed),
  backup('measurements-3', [measurements, 'DynamoDB'], daysAgo(1, 3), failed),
  backup('probe-1', [probe, 'EC2'], daysAgo(0, 3), shadowCopy),
  backup('server-1', [fileServer, 'EC2'], daysAgo(1, 3), {
    ...shadowCopy,
    MessageCategory: 'VSS_ERROR',
    StatusMessage: 'Windows VSS Backup attempt failed: the snapshot is crash-consistent.',
  }),
  // Failed first, and done again.
  copy('archive-copy-1', 'archive-by-plan', daysAgo(2, 4), 30, {
    ...fromDefault,
    State: 'FAILED',
    StatusMessage: 'The key may not be used.',
  }),
  copy('archive-copy-2', 'archive-by-plan', daysAgo(2, 6), 30, fromDefault),
  copy('archive-copy-3', 'archive-cold', daysAgo(5, 3), 90, {}),
];

export const labSettings: readonly AwsRecord[] = [
  record('regionSettings', {
    ResourceTypeOptInPreference: { DynamoDB: true, EC2: false, S3: true },
    ResourceTypeManagementPreference: { DynamoDB: true },
  }),
  recordIn(paris)('regionSettings', {
    ResourceTypeOptInPreference: { DynamoDB: true },
    ResourceTypeManagementPreference: { DynamoDB: true },
  }),
  record('globalSettings', { GlobalSettings: { isCrossAccountBackupEnabled: 'false' } }),
  // What the list of tags says: hardly anything has any.
  record('listedResource', {
    ResourceArn: arnIn(stockholm, 'backup', 'recovery-point:probe-1'),
    Tags: { owner: 'lab' },
  }),
];
