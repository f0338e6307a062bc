import type { AwsRecord, Fields } from '../../../src/inventory/record.ts';
import { daysAgo } from '../clock.ts';
import { arnIn } from '../scopes.ts';
import { paris, recordIn, stockholm, vaultArnIn } from './record.ts';

const vaultIn = (scope: typeof stockholm, name: string, fields: Fields): AwsRecord =>
  recordIn(scope)('backupVault', {
    BackupVaultName: name,
    BackupVaultArn: vaultArnIn(scope, name),
    VaultType: 'BACKUP_VAULT',
    VaultState: 'AVAILABLE',
    CreationDate: daysAgo(200, 9),
    EncryptionKeyArn: arnIn(scope, 'kms', 'key/0d9f1b52-6f5e-4b7e-9a51-6c2f0d3b8a11'),
    Locked: false,
    ...fields,
  });

const airGapped = (name: string, fields: Fields): AwsRecord =>
  vaultIn(stockholm, name, {
    VaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
    EncryptionKeyType: 'CUSTOMER_MANAGED_KMS_KEY',
    Locked: true,
    LockDate: daysAgo(60, 9),
    CreationDate: daysAgo(60, 9),
    MinRetentionDays: 7,
    MaxRetentionDays: 365,
    ...fields,
  });

export const labVaults: readonly AwsRecord[] = [
  vaultIn(stockholm, 'Default', {}),
  vaultIn(stockholm, 'experiments', {}),
  // Its minimum is a day, and its plan keeps longer than its maximum.
  vaultIn(stockholm, 'locked-by-halves', { Locked: true, MinRetentionDays: 1, MaxRetentionDays: 30 }),
  // About to be final, with nothing in it that would stay for ever.
  vaultIn(stockholm, 'locked-tomorrow', { Locked: true, LockDate: daysAgo(-1, 9), MinRetentionDays: 7 }),
  vaultIn(stockholm, 'never-used', {}),
  vaultIn(stockholm, 'half-made', { VaultState: 'FAILED', CreationDate: daysAgo(12, 9) }),
  airGapped('escrow-own-key', {
    EncryptionKeyArn: arnIn(stockholm, 'kms', 'key/6a1c8d70-12ab-4c3d-8e9f-5b7a6c5d4e3f'),
  }),
  airGapped('escrow-other-key', {
    EncryptionKeyArn: 'arn:aws:kms:eu-north-1:777788889999:key/3f2e1d0c-9b8a-4756-8493-a2b1c0d9e8f7',
  }),
  vaultIn(stockholm, 'old-access', {
    VaultType: 'RESTORE_ACCESS_BACKUP_VAULT',
    EncryptionKeyArn: undefined,
    CreationDate: daysAgo(75, 9),
  }),
  vaultIn(paris, 'forgotten', {}),
];
