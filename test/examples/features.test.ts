import { expect, test } from 'vitest';
import { ageInDays, at, type Line, lines, ofKind } from './estate.ts';

const airGapped = 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT';
const isTest = (line: Line): boolean => at(line, 'CreatedBy', 'RestoreTestingPlanArn') !== undefined;

/** What an estate has that a scan must not be misled by. */
const features: readonly (readonly [what: string, kind: string, is: (line: Line) => boolean])[] = [
  ['a vault locked in governance mode', 'backupVault', (v) => v.Locked === true && v.LockDate === undefined],
  ['a vault locked for good', 'backupVault', (v) => ageInDays(v.LockDate) > 0 && v.VaultType !== airGapped],
  ['a lock whose date lies ahead', 'backupVault', (v) => ageInDays(v.LockDate) < 0],
  ['a shared vault', 'backupVault', (v) => !String(v.BackupVaultArn).includes(String(v.accountId))],
  ['a restore access vault', 'backupVault', (v) => v.VaultType === 'RESTORE_ACCESS_BACKUP_VAULT'],
  ['a Default vault', 'backupVault', (v) => v.BackupVaultName === 'Default'],
  ['the vault of automatic EFS backups', 'backupVault', (v) => String(v.BackupVaultName).startsWith('aws/efs')],
  ['a temporary point', 'recoveryPoint', (p) => at(p, 'Lifecycle', 'DeleteAfterEvent') === 'DELETE_AFTER_COPY'],
  ['a continuous point', 'recoveryPoint', (p) => String(p.RecoveryPointArn).includes('recovery-point:continuous:')],
  ['a point kept for ever, unsaid', 'recoveryPoint', (p) => JSON.stringify(p.Lifecycle) === '{}'],
  ['a point kept for ever, by -1', 'recoveryPoint', (p) => at(p, 'Lifecycle', 'DeleteAfterDays') === -1],
  ['a point kept a week', 'recoveryPoint', (p) => at(p, 'Lifecycle', 'DeleteAfterDays') === 7],
  ...['EXPIRED', 'PARTIAL', 'CREATING', 'DELETING', 'STOPPED', 'AVAILABLE'].map(
    (status) => [`a point ${status}`, 'recoveryPoint', (p: Line) => p.Status === status] as const,
  ),
  ['a composite', 'recoveryPoint', (p) => p.IsParent === true && p.Status === 'COMPLETED'],
  ['a nested point', 'recoveryPoint', (p) => p.ParentRecoveryPointArn !== undefined],
  ['a point whose ARN has no account', 'recoveryPoint', (p) => /^arn:aws:ec2:[^:]+::/.test(String(p.RecoveryPointArn))],
  ['an unencrypted point', 'recoveryPoint', (p) => p.IsEncrypted === false],
  ['a copy of an old source', 'recoveryPoint', (p) => p.VaultType === airGapped && ageInDays(p.CreationDate) > 7],
  ['a point straight into the air gap', 'recoveryPoint', (p) => p.VaultType === airGapped && !p.SourceBackupVaultArn],
  ...['SUCCESSFUL', 'FAILED', 'TIMED_OUT', 'VALIDATING'].map(
    (status) => [`a test ${status}`, 'restoreJob', (j: Line) => isTest(j) && j.ValidationStatus === status] as const,
  ),
  ['an aborted test', 'restoreJob', (j) => isTest(j) && j.Status === 'ABORTED'],
  ['a failed test', 'restoreJob', (j) => isTest(j) && j.Status === 'FAILED'],
  ['a test that nobody validated', 'restoreJob', (j) => isTest(j) && j.Status === 'COMPLETED' && !j.ValidationStatus],
  ['a test of nearly a month ago', 'restoreJob', (j) => isTest(j) && Math.floor(ageInDays(j.CompletionDate)) === 28],
  ['a manual restore', 'restoreJob', (j) => !isTest(j)],
  ['a job that names no resource', 'restoreJob', (j) => j.SourceResourceArn === undefined],
  ['a failed copy', 'copyJob', (j) => j.State === 'FAILED' && j.DestinationVaultType === airGapped],
  ['a copy to an unread account', 'copyJob', (j) => String(j.DestinationBackupVaultArn).includes('123456789012')],
  ['a failed backup', 'backupJob', (j) => j.State === 'FAILED'],
  ['a type we do not know', 'protectedResource', (r) => r.ResourceType === 'MemoryDB'],
  ['FSx', 'protectedResource', (r) => r.ResourceType === 'FSx'],
  ['what a test restored', 'protectedResource', (r) => String(r.ResourceName).startsWith('awsbackup-restore-test-')],
  ['an inactive resource', 'protectedResource', (r) => Math.floor(ageInDays(r.LastBackupTime)) === 90],
  [
    'DynamoDB that AWS Backup manages',
    'regionSettings',
    (s) => at(s, 'ResourceTypeManagementPreference', 'DynamoDB') === true,
  ],
  [
    'DynamoDB that it does not',
    'regionSettings',
    (s) => at(s, 'ResourceTypeManagementPreference', 'DynamoDB') === false,
  ],
  ['a list that was denied', 'coverage', (c) => c.status === 'denied'],
  ['a list that was throttled', 'coverage', (c) => c.status === 'throttled'],
];

test.each(features)('the estate has %s', (_, kind, is) => {
  expect(ofKind(kind).filter(is).length).toBeGreaterThan(0);
  expect(ofKind(kind).every(is)).toBe(false);
});

test('no point of the denied vault is in it', () => {
  const denied = ofKind('coverage').filter((line) => line.status === 'denied');
  const hidden = denied.map((line) => line.resource);
  expect(hidden).toEqual(['arn:aws:backup:eu-central-1:444455556666:backup-vault:analytics']);
  expect(ofKind('recoveryPoint').filter((line) => hidden.includes(line.BackupVaultArn))).toEqual([]);
});

test('every copy inside the inventory has the date of its source and a point in its vault', () => {
  const points = new Map(ofKind('recoveryPoint').map((line) => [line.RecoveryPointArn, line]));
  const copies = ofKind('copyJob').filter((line) => line.State === 'COMPLETED');
  const inside = copies.filter((line) => !String(line.DestinationBackupVaultArn).includes('123456789012'));
  expect(inside.length).toBeGreaterThan(50);
  for (const job of inside) {
    const made = points.get(job.DestinationRecoveryPointArn);
    const source = points.get(job.SourceRecoveryPointArn);
    expect(made?.ResourceArn).toBe(job.ResourceArn);
    if (source !== undefined) expect(made?.CreationDate).toBe(source.CreationDate);
  }
});

test('nothing happens after the moment that the inventory stands for', () => {
  const past = ['CreationDate', 'CompletionDate', 'LastBackupTime'];
  const later = lines.flatMap((line) => past.flatMap((name) => (ageInDays(line[name]) < 0 ? [line] : [])));
  expect(later).toEqual([]);
});
