import { readText } from './inventory-text.ts';

/** Output of the AWS CLI, as it prints it: indented, dates with an offset (`iso8601`) or as epoch seconds (`wire`). */
export const printed = (answer: object): string => `${JSON.stringify(answer, null, 4)}\n`;

export const scope = { accountId: '111122223333', region: 'eu-west-1' };
const prefix = 'arn:aws:backup:eu-west-1:111122223333';

export const vaultItem = {
  BackupVaultName: 'prod',
  BackupVaultArn: `${prefix}:backup-vault:prod`,
  CreationDate: '2026-01-31T09:00:00.123000+01:00',
  NumberOfRecoveryPoints: 3,
  Locked: false,
};

export const pointItem = {
  RecoveryPointArn: 'arn:aws:ec2:eu-west-1::snapshot/snap-0123456789abcdef0',
  BackupVaultName: 'prod',
  BackupVaultArn: `${prefix}:backup-vault:prod`,
  ResourceArn: 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-0123456789abcdef0',
  ResourceType: 'EBS',
  Status: 'COMPLETED',
  CreationDate: 1769846400.123,
  IsParent: false,
};

export const restoreJobItem = {
  AccountId: '111122223333',
  RestoreJobId: '1A2B3C',
  RecoveryPointArn: pointItem.RecoveryPointArn,
  BackupVaultArn: `${prefix}:backup-vault:prod`,
  CreationDate: '2026-01-31T08:00:00.123000+00:00',
  Status: 'COMPLETED',
  PercentDone: '100.00%',
};

export const copyJobItem = {
  AccountId: '111122223333',
  CopyJobId: '1A2B3C',
  SourceBackupVaultArn: `${prefix}:backup-vault:prod`,
  SourceRecoveryPointArn: pointItem.RecoveryPointArn,
  DestinationBackupVaultArn: 'arn:aws:backup:eu-central-1:444455556666:backup-vault:copies',
  CreationDate: 1769846400.123,
  State: 'COMPLETED',
};

export const backupJobItem = {
  AccountId: '111122223333',
  BackupJobId: '1A2B3C',
  BackupVaultArn: `${prefix}:backup-vault:prod`,
  CreationDate: 1769846400.123,
  State: 'COMPLETED',
};

export const resourceItem = {
  ResourceArn: pointItem.ResourceArn,
  ResourceType: 'EBS',
  LastBackupTime: 1769846400.123,
};

export const testingPlanItem = {
  RestoreTestingPlanArn: `${prefix}:restore-testing-plan:weekly-0a1b2c`,
  RestoreTestingPlanName: 'weekly',
  CreationTime: 1769846400.123,
  ScheduleExpression: 'cron(0 5 ? * SUN *)',
};

export const planAnswer = {
  BackupPlan: {
    BackupPlanName: 'daily',
    Rules: [{ RuleName: 'daily', RuleId: 'r1', Lifecycle: { DeleteAfterDays: 35 } }],
  },
  BackupPlanId: 'p1',
  BackupPlanArn: `${prefix}:backup-plan:p1`,
  CreationDate: 1769846400.123,
};

export const printedDate = '2026-01-31T08:00:00.123Z';

export async function readAnswer(answer: object, fileScope?: typeof scope) {
  const [shard] = await readText(printed(answer), { fileScope });
  if (shard === undefined) throw new Error('no shard was read');
  return shard;
}
