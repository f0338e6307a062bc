import { expect, test } from 'vitest';
import {
  copyJobItem,
  pointItem,
  printed,
  readAnswer,
  resourceItem,
  restoreJobItem,
  scope,
  vaultItem,
} from './cli-text.ts';
import { messageOf, readText } from './inventory-text.ts';

const frankfurt = { accountId: '444455556666', region: 'eu-central-1' };
const untold = (what: string) =>
  `stdin: cannot tell the account and Region of ${what}; give --file-scope ACCOUNT/REGION`;

/** The answer, its scope without a file scope (or what cannot be told), and with Frankfurt's. */
const cases: readonly (readonly [string, object, object | string, object])[] = [
  ['a vault names its own', { BackupVaultList: [vaultItem] }, scope, scope],
  [
    'a job: its account, its vault’s Region',
    { RestoreJobs: [{ ...restoreJobItem, AccountId: '777788889999' }] },
    { ...scope, accountId: '777788889999' },
    { ...scope, accountId: '777788889999' },
  ],
  [
    'a job without vault: the Region of its point',
    { RestoreJobs: [{ ...restoreJobItem, BackupVaultArn: null }] },
    scope,
    scope,
  ],
  ['a copy job: where its source is', { CopyJobs: [{ ...copyJobItem, SourceBackupVaultArn: '' }] }, scope, scope],
  [
    'a job without ARNs',
    { RestoreJobs: [{ AccountId: '111122223333', RestoreJobId: 'a' }] },
    'RestoreJobs[0]',
    { ...frankfurt, accountId: '111122223333' },
  ],
  [
    'a job without account',
    { RestoreJobs: [restoreJobItem, { ...restoreJobItem, AccountId: undefined }] },
    'RestoreJobs[1]',
    scope,
  ],
  [
    'a resource: where its last vault is',
    { Results: [{ ...resourceItem, ResourceArn: 'arn:aws:s3:::logs', LastBackupVaultArn: vaultItem.BackupVaultArn }] },
    scope,
    scope,
  ],
  ['a resource: its own ARN does not tell who listed it', { Results: [resourceItem] }, 'Results[0]', frankfurt],
  ['a bucket', { Results: [{ ...resourceItem, ResourceArn: 'arn:aws:s3:::logs' }] }, 'Results[0]', frankfurt],
  ['no vault', { BackupVaultList: [] }, 'an empty BackupVaultList list', frankfurt],
  ['no job', { CopyJobs: [] }, 'an empty CopyJobs list', frankfurt],
  ['no resource', { Results: [] }, 'an empty Results list', frankfurt],
];

test.each(cases)('%s', async (_, answer, alone, withFileScope) => {
  if (typeof alone === 'string') expect(await messageOf(readText(printed(answer)))).toBe(untold(alone));
  else expect((await readAnswer(answer)).scopes).toContainEqual(alone);
  const { scopes, coverage } = await readAnswer(answer, frankfurt);
  expect(scopes).toContainEqual(withFileScope);
  expect(coverage).toContainEqual(expect.objectContaining({ ...withFileScope, status: 'ok' }));
});

test('an empty list covers its operation where the user says', async () => {
  expect(await readAnswer({ RestoreJobs: [] }, frankfurt)).toStrictEqual({
    asOf: undefined,
    scopes: [frankfurt],
    cutOff: false,
    records: [],
    coverage: [{ ...frankfurt, operation: 'ListRestoreJobs', status: 'ok', items: 0 }],
  });
});

test('an empty list of points says nothing of any vault', async () => {
  expect(await readAnswer({ RecoveryPoints: [] })).toMatchObject({ scopes: [], records: [], coverage: [] });
  expect(await readAnswer({ RecoveryPoints: [] }, frankfurt)).toMatchObject({ scopes: [frankfurt], coverage: [] });
});

test('the scope of a point is its vault’s, not its own ARN’s', async () => {
  const BackupVaultArn = 'arn:aws:backup:eu-central-1:444455556666:backup-vault:copies';
  expect((await readAnswer({ RecoveryPoints: [{ ...pointItem, BackupVaultArn }] })).records).toMatchObject([frankfurt]);
});
