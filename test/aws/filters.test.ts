import * as sdk from '@aws-sdk/client-backup';
import { describe, expect, test } from 'vitest';
import { date, here, record, shardOf, vault } from './every-kind.ts';
import { clients, failureOf, served } from './served.ts';

const at = (time: string): Date => new Date(date(time));
const BackupVaultName = vault.BackupVaultName;

/** Two of each, a day apart: `a` is older, completed, and of plan 1. */
const two = (
  kind: Parameters<typeof record>[0],
  id: string,
  status: string,
  more: object = {},
  others: object = {},
) => [
  record(kind, {
    ...{ [id]: 'a', [status]: 'COMPLETED', ResourceType: 'EBS', ResourceArn: 'arn:a', AccountId: here.accountId },
    ...{ CreationDate: date('10T00:00:00'), CompletionDate: date('10T01:00:00'), ParentJobId: 'p' },
    ...more,
  }),
  record(kind, {
    ...{ [id]: 'b', [status]: 'RUNNING', ResourceType: 'EFS', ResourceArn: 'arn:b', AccountId: here.accountId },
    CreationDate: date('11T00:00:00'),
    ...others,
  }),
];
const shard = shardOf([
  record('backupVault', vault),
  ...two(
    'recoveryPoint',
    'RecoveryPointArn',
    'Status',
    {
      ...{
        BackupVaultArn: vault.BackupVaultArn,
        CreatedBy: { BackupPlanId: 'plan-1' },
        ParentRecoveryPointArn: 'arn:p',
      },
    },
    { BackupVaultArn: vault.BackupVaultArn },
  ),
  ...two('restoreJob', 'RestoreJobId', 'Status', { CreatedBy: { RestoreTestingPlanArn: 'arn:t' } }),
  ...two('copyJob', 'CopyJobId', 'State', {
    ...{ DestinationBackupVaultArn: 'arn:v', SourceRecoveryPointArn: 'arn:s', MessageCategory: 'SUCCESS' },
  }),
  ...two('backupJob', 'BackupJobId', 'State', { BackupVaultName: 'v', MessageCategory: 'SUCCESS' }),
  ...two('scanJob', 'ScanJobId', 'State', {
    ...{ BackupVaultName: 'v', RecoveryPointArn: 'arn:r', MalwareScanner: 'GUARDDUTY' },
    ScanResult: { ScanResultStatus: 'THREATS_FOUND' },
  }),
]);

type Case<Input> = readonly [wish: Input, found: string];
const created: readonly Case<{ ByCreatedBefore?: Date; ByCreatedAfter?: Date }>[] = [
  [{}, 'ab'],
  [{ ByCreatedBefore: at('11T00:00:00') }, 'a'],
  [{ ByCreatedBefore: at('10T00:00:00') }, ''],
  [{ ByCreatedAfter: at('10T00:00:00') }, 'b'],
  [{ ByCreatedAfter: at('09T23:59:59'), ByCreatedBefore: at('11T00:00:01') }, 'ab'],
];
const completed: readonly Case<{ ByCompleteBefore?: Date; ByCompleteAfter?: Date; ByAccountId?: string }>[] = [
  [{ ByCompleteAfter: at('10T00:59:59') }, 'a'],
  [{ ByCompleteAfter: at('10T01:00:00') }, ''],
  [{ ByCompleteBefore: at('10T01:00:01') }, 'a'],
  [{ ByAccountId: here.accountId }, 'ab'],
  [{ ByAccountId: '*' }, 'ab'],
  [{ ByAccountId: '999999999999' }, ''],
];

const ids = (items: readonly (string | undefined)[] | undefined): string => (items ?? []).join('');
const backupClient = async () => clients(await served({ shards: [shard] })).backup;

describe('filters', () => {
  test.each<Case<Omit<sdk.ListRecoveryPointsByBackupVaultCommandInput, 'BackupVaultName'>>>([
    ...created,
    [{ ByResourceArn: 'arn:b' }, 'b'],
    [{ ByResourceType: 'EBS' }, 'a'],
    [{ ByBackupPlanId: 'plan-1' }, 'a'],
    [{ ByParentRecoveryPointArn: 'arn:p' }, 'a'],
    [{ ByResourceType: 'EBS', ByResourceArn: 'arn:b' }, ''],
  ])('points: %o finds "%s"', async (wish, found) => {
    const client = await backupClient();
    const answer = await client.send(new sdk.ListRecoveryPointsByBackupVaultCommand({ BackupVaultName, ...wish }));
    expect(ids(answer.RecoveryPoints?.map((point) => point.RecoveryPointArn))).toBe(found);
  });

  test.each<Case<sdk.ListRestoreJobsCommandInput>>([
    ...created,
    ...completed,
    [{ ByStatus: 'COMPLETED' }, 'a'],
    [{ ByResourceType: 'EFS' }, 'b'],
    [{ ByRestoreTestingPlanArn: 'arn:t' }, 'a'],
    [{ ByParentJobId: 'p' }, 'a'],
  ])('restore jobs: %o finds "%s"', async (wish, found) => {
    const answer = await (await backupClient()).send(new sdk.ListRestoreJobsCommand(wish));
    expect(ids(answer.RestoreJobs?.map((job) => job.RestoreJobId))).toBe(found);
  });

  test.each<Case<sdk.ListCopyJobsCommandInput>>([
    ...created,
    ...completed,
    [{ ByState: 'RUNNING' }, 'b'],
    [{ ByResourceArn: 'arn:a', ByResourceType: 'EBS' }, 'a'],
    [{ ByDestinationVaultArn: 'arn:v' }, 'a'],
    [{ BySourceRecoveryPointArn: 'arn:s' }, 'a'],
    [{ ByMessageCategory: 'SUCCESS', ByParentJobId: 'p' }, 'a'],
  ])('copy jobs: %o finds "%s"', async (wish, found) => {
    const answer = await (await backupClient()).send(new sdk.ListCopyJobsCommand(wish));
    expect(ids(answer.CopyJobs?.map((job) => job.CopyJobId))).toBe(found);
  });

  test.each<Case<sdk.ListBackupJobsCommandInput>>([
    ...created,
    ...completed,
    [{ ByState: 'COMPLETED' }, 'a'],
    [{ ByBackupVaultName: 'v' }, 'a'],
    [{ ByMessageCategory: 'SUCCESS', ByResourceArn: 'arn:a', ByResourceType: 'EBS', ByParentJobId: 'p' }, 'a'],
  ])('backup jobs: %o finds "%s"', async (wish, found) => {
    const answer = await (await backupClient()).send(new sdk.ListBackupJobsCommand(wish));
    expect(ids(answer.BackupJobs?.map((job) => job.BackupJobId))).toBe(found);
  });

  test.each<Case<sdk.ListScanJobsCommandInput>>([
    ...completed,
    [{ ByState: 'COMPLETED', ByScanResultStatus: 'THREATS_FOUND' }, 'a'],
    [{ ByResourceType: 'EBS', ByResourceArn: 'arn:a' }, 'a'],
    [{ ByBackupVaultName: 'v', ByMalwareScanner: 'GUARDDUTY', ByRecoveryPointArn: 'arn:r' }, 'a'],
    [{ ByScanResultStatus: 'NO_THREATS_FOUND' }, ''],
  ])('scan jobs: %o finds "%s"', async (wish, found) => {
    const answer = await (await backupClient()).send(new sdk.ListScanJobsCommand(wish));
    expect(ids(answer.ScanJobs?.map((job) => job.ScanJobId))).toBe(found);
  });
});

test.each([
  ['a token of another list', { NextToken: 'bm8gdG9rZW4' }],
  ['more items than a page may have', { MaxResults: 1001 }],
])('%s is refused', async (_, wish) => {
  const failure = await failureOf((await backupClient()).send(new sdk.ListCopyJobsCommand(wish)));
  expect(failure).toMatchObject({ name: 'InvalidParameterValueException', status: 400 });
});

test('a token holds for the filters that it was given for', async () => {
  const client = await backupClient();
  const { NextToken } = await client.send(new sdk.ListCopyJobsCommand({ MaxResults: 1 }));
  const next = await client.send(new sdk.ListCopyJobsCommand({ MaxResults: 5, NextToken }));
  expect(ids(next.CopyJobs?.map((job) => job.CopyJobId))).toBe('b');
  const other = client.send(new sdk.ListCopyJobsCommand({ NextToken, ByState: 'RUNNING' }));
  expect(await failureOf(other)).toMatchObject({ name: 'InvalidParameterValueException' });
});
