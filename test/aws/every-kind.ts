import type { AwsRecord, Fields, Shard } from '../../src/inventory/record.ts';

export const here = { accountId: '111122223333', region: 'eu-west-1' };
export const other = { accountId: '444455556666', region: 'eu-west-1' };
export const date = (text: string): string => `2026-11-${text}.000Z`;
export const arn = (kind: string, name: string, { accountId, region } = here): string =>
  `arn:aws:backup:${region}:${accountId}:${kind}:${name}`;

export const record = (kind: AwsRecord['kind'], fields: Fields, scope = here): AwsRecord => ({
  kind,
  ...scope,
  fields,
});
export const shardOf = (records: readonly AwsRecord[]): Shard => ({
  asOf: date('20T06:00:00'),
  scopes: [here, other],
  cutOff: false,
  records,
  coverage: [],
});

export const plan = {
  BackupPlanId: 'plan-1',
  BackupPlanArn: arn('backup-plan', 'plan-1'),
  VersionId: 'v1',
  CreationDate: date('01T00:00:00'),
  BackupPlan: {
    BackupPlanName: 'nightly',
    Rules: [{ RuleName: 'daily', RuleId: 'r1', TargetBackupVaultName: 'main', Lifecycle: { DeleteAfterDays: 35 } }],
  },
  ScheduledRunsPreview: [{ ExecutionTime: '2026-11-21T05:00:00.250Z', RuleId: 'r1' }],
};
export const selection = {
  BackupPlanId: 'plan-1',
  SelectionId: 'selection-1',
  CreationDate: date('02T00:00:00'),
  BackupSelection: { SelectionName: 'all', IamRoleArn: 'arn:aws:iam::111122223333:role/backup', Resources: ['*'] },
};
export const testingPlan = {
  RestoreTestingPlanName: 'weekly',
  RestoreTestingPlanArn: arn('restore-testing-plan', 'weekly'),
  CreationTime: date('03T00:00:00'),
  ScheduleExpression: 'cron(0 5 ? * 2 *)',
  StartWindowHours: 4,
  RecoveryPointSelection: { Algorithm: 'LATEST_WITHIN_WINDOW', IncludeVaults: ['*'], SelectionWindowDays: 30 },
};
export const testingSelection = {
  RestoreTestingPlanName: 'weekly',
  RestoreTestingSelectionName: 'volumes',
  CreationTime: date('04T00:00:00'),
  ProtectedResourceType: 'EBS',
  ValidationWindowHours: 12,
  ProtectedResourceConditions: { StringEquals: [{ Key: 'aws:ResourceTag/a', Value: 'b' }] },
};
export const hold = {
  LegalHoldId: 'hold-1',
  LegalHoldArn: arn('legal-hold', 'hold-1'),
  Title: 'case 12',
  Status: 'ACTIVE',
  CreationDate: date('05T00:00:00'),
  RecoveryPointSelection: {
    VaultNames: ['main'],
    DateRange: { FromDate: date('01T00:00:00'), ToDate: date('04T00:00:00') },
  },
};
export const framework = {
  FrameworkName: 'audit',
  FrameworkArn: arn('framework', 'audit'),
  CreationTime: date('06T00:00:00'),
  DeploymentStatus: 'COMPLETED',
  FrameworkStatus: 'ACTIVE',
  FrameworkControls: [{ ControlName: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }],
};
export const report = {
  ReportPlanName: 'daily',
  ReportPlanArn: arn('report-plan', 'daily'),
  ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' },
  CreationTime: date('07T00:00:00'),
  LastSuccessfulExecutionTime: date('19T05:00:00'),
};
export const scanJob = {
  ScanJobId: 'scan-1',
  State: 'COMPLETED',
  CreationDate: date('08T00:00:00'),
  CompletionDate: date('08T01:00:00'),
  ResourceType: 'EBS',
  ScanResult: { ScanResultStatus: 'NO_THREATS_FOUND' },
};
export const regionSettings = {
  ResourceTypeOptInPreference: { EBS: true },
  ResourceTypeManagementPreference: { EFS: true },
};
export const globalSettings = {
  GlobalSettings: { isCrossAccountBackupEnabled: 'true' },
  LastUpdateTime: date('09T00:00:00'),
};
export const vault = {
  BackupVaultName: 'aws/efs/main',
  BackupVaultArn: arn('backup-vault', 'aws/efs/main'),
  VaultType: 'BACKUP_VAULT',
  CreationDate: date('10T00:00:00'),
  Locked: false,
  NumberOfRecoveryPoints: 1,
};
export const point = {
  RecoveryPointArn: arn('recovery-point', 'point-1'),
  BackupVaultName: 'aws/efs/main',
  BackupVaultArn: vault.BackupVaultArn,
  ResourceArn: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1',
  ResourceType: 'EFS',
  Status: 'COMPLETED',
  CreationDate: '2026-11-19T05:00:00.123Z',
  CalculatedLifecycle: { DeleteAt: date('30T05:00:00') },
  CreatedBy: { BackupPlanId: 'plan-1' },
};
export const resource = {
  ResourceArn: point.ResourceArn,
  ResourceType: 'EFS',
  LastBackupTime: point.CreationDate,
};

export const policy = '{"Version":"2012-10-17","Statement":[]}';
export const scanResults = [
  { MalwareScanner: 'GUARDDUTY', ScanJobState: 'COMPLETED', LastScanTimestamp: date('19T06:00:00') },
];
export const notifications = {
  SNSTopicArn: 'arn:aws:sns:eu-west-1:111122223333:t',
  BackupVaultEvents: ['COPY_JOB_FAILED'],
};

/** One record of each kind. */
export const everyKind: Shard = shardOf([
  record('backupPlan', plan),
  record('backupSelection', selection),
  record('restoreTestingPlan', testingPlan),
  record('restoreTestingSelection', testingSelection),
  record('legalHold', hold),
  record('framework', framework),
  record('reportPlan', report),
  record('scanJob', scanJob),
  record('regionSettings', regionSettings),
  record('globalSettings', globalSettings),
  record('backupVault', { ...vault, Policy: policy, Notifications: notifications }),
  record('recoveryPoint', { ...point, StorageClass: 'WARM', ScanResults: scanResults }),
  record('protectedResource', { ...resource, LatestRestoreExecutionTimeMinutes: 7 }),
]);
