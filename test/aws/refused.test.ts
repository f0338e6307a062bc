import * as sdk from '@aws-sdk/client-backup';
import { ListRootsCommand } from '@aws-sdk/client-organizations';
import { TagResourcesCommand } from '@aws-sdk/client-resource-groups-tagging-api';
import { GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { everyKind, vault } from './every-kind.ts';
import { clients, failureOf, served } from './served.ts';

type Clients = ReturnType<typeof clients>;
const named = { BackupVaultName: vault.BackupVaultName };
const RecoveryPointArn = 'arn:aws:backup:eu-west-1:111122223333:recovery-point:p';

test.each<[string, (all: Clients) => Promise<object>]>([
  ['DeleteBackupVault', ({ backup }) => backup.send(new sdk.DeleteBackupVaultCommand(named))],
  [
    'DeleteRecoveryPoint',
    ({ backup }) => backup.send(new sdk.DeleteRecoveryPointCommand({ ...named, RecoveryPointArn })),
  ],
  ['CreateBackupVault', ({ backup }) => backup.send(new sdk.CreateBackupVaultCommand(named))],
  [
    'PutBackupVaultAccessPolicy',
    ({ backup }) => backup.send(new sdk.PutBackupVaultAccessPolicyCommand({ ...named, Policy: '{}' })),
  ],
  ['TagResource', ({ backup }) => backup.send(new sdk.TagResourceCommand({ ResourceArn: RecoveryPointArn, Tags: {} }))],
  ['UpdateRegionSettings', ({ backup }) => backup.send(new sdk.UpdateRegionSettingsCommand({}))],
  [
    'restore metadata, which can hold secrets',
    ({ backup }) => backup.send(new sdk.GetRecoveryPointRestoreMetadataCommand({ ...named, RecoveryPointArn })),
  ],
  ['ListRoots', ({ organizations }) => organizations.send(new ListRootsCommand({}))],
  [
    'TagResources',
    ({ tagging }) => tagging.send(new TagResourcesCommand({ ResourceARNList: [RecoveryPointArn], Tags: {} })),
  ],
  ['GetSessionToken', ({ sts }) => sts.send(new GetSessionTokenCommand({}))],
])('%s is refused', async (_, call) => {
  const server = await served({ shards: [everyKind] });
  expect(await failureOf(call(clients(server)))).toMatchObject({ name: 'UnknownOperationException', status: 400 });
  expect(server.requests).toMatchObject([{ operation: 'REFUSED', status: 400 }]);
});

test('a fault of the server itself is answered with its stack', async () => {
  const { url } = await served({ shards: [everyKind] });
  const authorization = 'AWS4-HMAC-SHA256 Credential=AKIA111122223333TEST/20261120/eu-west-1/backup/aws4_request';
  const response = await fetch(`${url}/backup-vaults/%zz`, { headers: { authorization } });
  expect(response.status).toBe(500);
  expect(await response.text()).toMatch(/the test server failed: URIError.*read-call/);
});
