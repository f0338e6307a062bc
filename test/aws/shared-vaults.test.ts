import * as sdk from '@aws-sdk/client-backup';
import { expect, test } from 'vitest';
import { arn, date, here, other, policy, record, shardOf } from './every-kind.ts';
import { clients, failureOf, keysOf, served } from './served.ts';

const named = (name: string, type: string, scope = here) => ({
  ...{ BackupVaultName: name, BackupVaultArn: arn('backup-vault', name, scope), VaultType: type },
});
const locker = named('locker', 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT', other);
const mine = named('mine', 'BACKUP_VAULT');
const point = {
  RecoveryPointArn: arn('recovery-point', 'p'),
  BackupVaultArn: locker.BackupVaultArn,
  CreationDate: date('10T00:00:00'),
};

/** The other account owns `locker` and shares it; its points were listed in its own scope. */
const shard = shardOf([
  record('backupVault', mine),
  record('backupVault', { ...locker, Policy: policy }),
  record('backupVault', { ...locker, Policy: policy }, other),
  record('recoveryPoint', point, other),
]);
const client = async (accountId = here.accountId) =>
  clients(await served({ shards: [shard] }), here.region, keysOf(accountId)).backup;

test.each<[string, sdk.ListBackupVaultsCommandInput, readonly string[]]>([
  [here.accountId, {}, ['mine']],
  [here.accountId, { ByShared: false }, ['mine']],
  [here.accountId, { ByShared: true }, ['locker']],
  [here.accountId, { ByVaultType: 'BACKUP_VAULT' }, ['mine']],
  [here.accountId, { ByVaultType: 'BACKUP_VAULT', ByShared: true }, []],
  [other.accountId, {}, ['locker']],
  [other.accountId, { ByShared: true }, []],
])('vaults of %s with %o', async (accountId, wish, names) => {
  const { BackupVaultList = [] } = await (await client(accountId)).send(new sdk.ListBackupVaultsCommand(wish));
  expect(BackupVaultList.map(({ BackupVaultName }) => BackupVaultName)).toEqual(names);
});

const asked = { BackupVaultName: 'locker', BackupVaultAccountId: other.accountId };
const { RecoveryPointArn } = point;

test('a shared vault is read with its owner named', async () => {
  const backup = await client();
  expect(await backup.send(new sdk.DescribeBackupVaultCommand(asked))).toMatchObject(locker);
  const { RecoveryPoints } = await backup.send(new sdk.ListRecoveryPointsByBackupVaultCommand(asked));
  expect(RecoveryPoints).toMatchObject([{ RecoveryPointArn }]);
  const described = await backup.send(new sdk.DescribeRecoveryPointCommand({ ...asked, RecoveryPointArn }));
  expect(described).toMatchObject({ RecoveryPointArn });
});

test.each<[string, (backup: sdk.BackupClient) => Promise<object>]>([
  ['DescribeBackupVault', (backup) => backup.send(new sdk.DescribeBackupVaultCommand({ BackupVaultName: 'locker' }))],
  [
    'ListRecoveryPoints',
    (backup) => backup.send(new sdk.ListRecoveryPointsByBackupVaultCommand({ BackupVaultName: 'locker' })),
  ],
  [
    'DescribeRecoveryPoint',
    (backup) => backup.send(new sdk.DescribeRecoveryPointCommand({ BackupVaultName: 'locker', RecoveryPointArn })),
  ],
  [
    'GetBackupVaultAccessPolicy',
    (backup) => backup.send(new sdk.GetBackupVaultAccessPolicyCommand({ BackupVaultName: 'locker' })),
  ],
])('%s of a shared vault is denied without its owner', async (_, call) => {
  expect(await failureOf(call(await client()))).toMatchObject({ name: 'AccessDeniedException', status: 403 });
});
