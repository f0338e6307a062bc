import { expect, test } from 'vitest';
import {
  backupJobItem,
  copyJobItem,
  planAnswer,
  pointItem,
  printed,
  printedDate,
  readAnswer,
  resourceItem,
  restoreJobItem,
  scope,
  testingPlanItem,
  vaultItem,
} from './cli-text.ts';
import { readText } from './inventory-text.ts';

const at = (item: object, field: 'CreationDate' | 'CreationTime' | 'LastBackupTime' = 'CreationDate') => ({
  ...item,
  [field]: printedDate,
});

type Case = {
  readonly operation: string;
  readonly answer: object;
  readonly kind: string;
  readonly fields: object;
  /** The ARN that was asked about. */
  readonly resource?: string;
};

const described = { ...pointItem, StorageClass: 'WARM' };
const testingPlan = at(testingPlanItem, 'CreationTime');
const { BackupVaultArn } = vaultItem;
const { RestoreTestingPlanArn } = testingPlanItem;

const tableArn = `arn:aws:dynamodb:${scope.region}:${scope.accountId}:table/orders`;

const lists: readonly Case[] = [
  {
    operation: 'ListBackupVaults',
    answer: { BackupVaultList: [vaultItem] },
    kind: 'backupVault',
    fields: at(vaultItem),
  },
  {
    operation: 'ListRecoveryPointsByBackupVault',
    answer: { RecoveryPoints: [pointItem] },
    kind: 'recoveryPoint',
    fields: at(pointItem),
    resource: BackupVaultArn,
  },
  {
    operation: 'ListProtectedResources',
    answer: { Results: [{ ...resourceItem, LastBackupVaultArn: BackupVaultArn }] },
    kind: 'protectedResource',
    fields: at({ ...resourceItem, LastBackupVaultArn: BackupVaultArn }, 'LastBackupTime'),
  },
  {
    operation: 'ListRestoreJobs',
    answer: { RestoreJobs: [restoreJobItem] },
    kind: 'restoreJob',
    fields: at(restoreJobItem),
  },
  { operation: 'ListCopyJobs', answer: { CopyJobs: [copyJobItem] }, kind: 'copyJob', fields: at(copyJobItem) },
  {
    operation: 'ListBackupJobs',
    answer: { BackupJobs: [backupJobItem] },
    kind: 'backupJob',
    fields: at(backupJobItem),
  },
  {
    operation: 'ListRestoreTestingPlans',
    answer: { RestoreTestingPlans: [testingPlanItem] },
    kind: 'restoreTestingPlan',
    fields: testingPlan,
  },
  {
    operation: 'GetResources',
    answer: {
      ResourceTagMappingList: [{ ResourceARN: tableArn, Tags: [{ Key: 'owner', Value: 'shop' }, { Key: 'x' }] }],
    },
    kind: 'listedResource',
    fields: { ResourceArn: tableArn, Tags: { owner: 'shop', x: '' } },
  },
];

const single: readonly Case[] = [
  {
    operation: 'DescribeRecoveryPoint',
    answer: described,
    kind: 'recoveryPoint',
    fields: at(described),
    resource: pointItem.RecoveryPointArn,
  },
  {
    operation: 'GetBackupPlan',
    answer: planAnswer,
    kind: 'backupPlan',
    fields: at(planAnswer),
    resource: planAnswer.BackupPlanArn,
  },
  {
    operation: 'GetRestoreTestingPlan',
    answer: { RestoreTestingPlan: testingPlanItem },
    kind: 'restoreTestingPlan',
    fields: testingPlan,
    resource: RestoreTestingPlanArn,
  },
];

test.each([...lists, ...single])('$operation', async ({ operation, answer, kind, fields, resource }) => {
  expect(await readAnswer(answer)).toStrictEqual({
    asOf: undefined,
    scopes: [scope],
    cutOff: false,
    records: [{ kind, ...scope, fields }],
    coverage: [{ ...scope, operation, ...(resource === undefined ? {} : { resource }), status: 'ok', items: 1 }],
  });
});

test.each(lists)('$operation with a NextToken', async ({ operation, answer }) => {
  const { coverage } = await readAnswer({ ...answer, NextToken: 'eyJNYXJrZXIi' });
  expect(coverage).toMatchObject([{ operation, status: 'cutOff', items: 1 }]);
});

test.each([
  ['', 'ok'],
  ['eyJNYXJrZXIi', 'cutOff'],
])('the PaginationToken of the tagging API: %j', async (PaginationToken, status) => {
  const ResourceTagMappingList = [{ ResourceARN: tableArn, Tags: [] }];
  expect((await readAnswer({ ResourceTagMappingList, PaginationToken })).coverage).toMatchObject([{ status }]);
});

test.each([null, ''])('NextToken %j says that there is no more', async (NextToken) => {
  expect((await readAnswer({ CopyJobs: [copyJobItem], NextToken })).coverage).toMatchObject([{ status: 'ok' }]);
});

test('several scopes and vaults in one answer are covered each', async () => {
  const other = pointItem.BackupVaultArn.replace('prod', 'dev');
  const abroad = pointItem.BackupVaultArn.replace('eu-west-1', 'eu-central-1');
  const vaults = [pointItem.BackupVaultArn, other, abroad, other];
  const shard = await readAnswer({
    RecoveryPoints: vaults.map((BackupVaultArn) => ({ ...pointItem, BackupVaultArn })),
  });
  const line = { ...scope, operation: 'ListRecoveryPointsByBackupVault', status: 'ok' };
  expect(shard.coverage).toEqual([
    { ...line, resource: pointItem.BackupVaultArn, items: 1 },
    { ...line, resource: other, items: 2 },
    { ...line, region: 'eu-central-1', resource: abroad, items: 1 },
  ]);
  expect(shard.scopes).toEqual([scope, { ...scope, region: 'eu-central-1' }]);
});

const several = [{ BackupVaultList: [vaultItem] }, { RecoveryPoints: [pointItem] }, planAnswer];
const kinds = ['backupVault', 'recoveryPoint', 'backupPlan'];

test.each([
  ['printed one after the other', several.map(printed).join('')],
  ['a line each', several.map((answer) => JSON.stringify(answer)).join('\n')],
  ['back to back', several.map((answer) => JSON.stringify(answer)).join('')],
  [
    'with blank lines, CRLF and a byte order mark',
    `\uFEFF\r\n${several.map(printed).join('\r\n\r\n').replaceAll('\n', '\r\n')}`,
  ],
])('several documents, %s', async (_, text) => {
  const shards = await readText(text);
  expect(shards.map(({ records }) => records[0]?.kind)).toEqual(kinds);
});

test('brackets and quotes in strings do not end a document', async () => {
  const odd = { BackupVaultList: [{ ...vaultItem, BackupVaultName: 'a"}]{\\' }] };
  const shards = await readText(`${printed(odd)}${printed(odd)}`);
  expect(shards.map(({ records }) => records[0]?.fields.BackupVaultName)).toEqual(['a"}]{\\', 'a"}]{\\']);
});
