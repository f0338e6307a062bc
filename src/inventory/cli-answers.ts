import { parseArn } from '../arn.ts';
import { type CliAnswer, hasTexts, listOf, scopeFrom, textOf } from './cli-answer.ts';
import { isJsonObject, type JsonObject } from './parse-json.ts';
import type { Scope } from './record.ts';

const hasList = (member: string) => (answer: JsonObject) => listOf(answer, member) !== undefined;

/** A job says whose it is; where it ran is told by its vault or point (the ARN of a snapshot has no account in it). */
const jobScope =
  (vault: string, point: string) =>
  (job: JsonObject): Partial<Scope> => {
    const accountId = textOf(job, 'AccountId');
    const region = regionOf(textOf(job, vault)) ?? regionOf(textOf(job, point));
    return { ...(accountId === undefined ? {} : { accountId }), ...(region === undefined ? {} : { region }) };
  };

const regionOf = (arn: string | undefined): string | undefined => parseArn(arn ?? '')?.region || undefined;

const jobs = (command: string, operation: string, kind: CliAnswer['kind'], member: string, side: '' | 'Source') => ({
  command,
  operation,
  kind,
  member,
  matches: hasList(member),
  scope: jobScope(`${side}BackupVaultArn`, `${side}RecoveryPointArn`),
});

const pointFields = ['RecoveryPointArn', 'BackupVaultArn', 'ResourceArn', 'Status'];

/** The answers that can be read. A further one is an entry here. */
export const cliAnswers: readonly CliAnswer[] = [
  {
    command: 'list-backup-vaults',
    operation: 'ListBackupVaults',
    kind: 'backupVault',
    member: 'BackupVaultList',
    matches: hasList('BackupVaultList'),
    scope: scopeFrom('BackupVaultArn'),
  },
  {
    command: 'list-recovery-points-by-backup-vault',
    operation: 'ListRecoveryPointsByBackupVault',
    kind: 'recoveryPoint',
    member: 'RecoveryPoints',
    matches: hasList('RecoveryPoints'),
    scope: scopeFrom('BackupVaultArn'),
    resource: 'BackupVaultArn',
  },
  {
    command: 'describe-recovery-point',
    operation: 'DescribeRecoveryPoint',
    kind: 'recoveryPoint',
    matches: (answer) => hasTexts(answer, pointFields) && !('BackupJobId' in answer) && !('ScanJobId' in answer),
    scope: scopeFrom('BackupVaultArn'),
    resource: 'RecoveryPointArn',
  },
  {
    command: 'list-protected-resources',
    operation: 'ListProtectedResources',
    kind: 'protectedResource',
    member: 'Results',
    matches: (answer) =>
      listOf(answer, 'Results')?.every((item) => isJsonObject(item) && 'LastBackupTime' in item) ?? false,
    // Where a resource is does not tell who listed it.
    scope: scopeFrom('LastBackupVaultArn'),
  },
  jobs('list-restore-jobs', 'ListRestoreJobs', 'restoreJob', 'RestoreJobs', ''),
  jobs('list-copy-jobs', 'ListCopyJobs', 'copyJob', 'CopyJobs', 'Source'),
  jobs('list-backup-jobs', 'ListBackupJobs', 'backupJob', 'BackupJobs', ''),
  {
    command: 'get-backup-plan',
    operation: 'GetBackupPlan',
    kind: 'backupPlan',
    matches: (answer) => isJsonObject(answer.BackupPlan) && 'BackupPlanId' in answer,
    scope: scopeFrom('BackupPlanArn'),
    resource: 'BackupPlanArn',
  },
  {
    command: 'list-restore-testing-plans',
    operation: 'ListRestoreTestingPlans',
    kind: 'restoreTestingPlan',
    member: 'RestoreTestingPlans',
    matches: hasList('RestoreTestingPlans'),
    scope: scopeFrom('RestoreTestingPlanArn'),
  },
  {
    command: 'get-restore-testing-plan',
    operation: 'GetRestoreTestingPlan',
    kind: 'restoreTestingPlan',
    member: 'RestoreTestingPlan',
    matches: (answer) => isJsonObject(answer.RestoreTestingPlan),
    scope: scopeFrom('RestoreTestingPlanArn'),
    resource: 'RestoreTestingPlanArn',
  },
  {
    service: 'resourcegroupstaggingapi',
    command: 'get-resources',
    operation: 'GetResources',
    kind: 'listedResource',
    member: 'ResourceTagMappingList',
    matches: hasList('ResourceTagMappingList'),
    scope: scopeFrom('ResourceARN'),
    fields: ({ ResourceARN, Tags }) => ({ ResourceArn: ResourceARN, Tags: tagsOf(Tags) }),
  },
];

/** The tagging API gives pairs; a tag's value may be left out. */
const tagsOf = (tags: unknown): JsonObject =>
  Object.fromEntries(
    (Array.isArray(tags) ? tags : []).flatMap((tag: unknown) => {
      const key = textOf(tag, 'Key');
      return key === undefined ? [] : [[key, textOf(tag, 'Value') ?? '']];
    }),
  );
