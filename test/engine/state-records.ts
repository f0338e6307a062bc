import type { AwsRecord, Scope } from '../../src/inventory/record.ts';
import { daysAgo, home, pointArn, record, vaultArn, volume } from './estate.ts';

const backup = (rest: string, { accountId, region }: Scope = home): string =>
  `arn:aws:backup:${region}:${accountId}:${rest}`;
export const planArn = (id: string, scope?: Scope): string => backup(`backup-plan:${id}`, scope);
export const testingPlanArn = (name: string, scope?: Scope): string =>
  backup(`restore-testing-plan:${name}-0f1e`, scope);

const role = 'arn:aws:iam::111122223333:role/backup';
type Fields = AwsRecord['fields'];

/** The records of kinds that no shipped rule judges yet, with the fields that AWS's lists give. */
export const backupPlan = (id: string, fields: Fields = {}, scope: Scope = home): AwsRecord =>
  record(
    'backupPlan',
    {
      BackupPlanArn: planArn(id, scope),
      BackupPlanId: id,
      CreationDate: daysAgo(9),
      ...fields,
    },
    scope,
  );

export const backupSelection = (id: string, plan: string, fields: Fields = {}, scope: Scope = home): AwsRecord =>
  record(
    'backupSelection',
    {
      SelectionId: id,
      BackupPlanId: plan,
      CreationDate: daysAgo(9),
      ...fields,
    },
    scope,
  );

export const restoreTestingPlan = (name: string, fields: Fields = {}, scope: Scope = home): AwsRecord =>
  record(
    'restoreTestingPlan',
    {
      RestoreTestingPlanArn: testingPlanArn(name, scope),
      RestoreTestingPlanName: name,
      ScheduleExpression: 'cron(0 5 1 * ? *)',
      CreationTime: daysAgo(9),
      ...fields,
    },
    scope,
  );

export const restoreTestingSelection = (
  name: string,
  plan: string,
  fields: Fields = {},
  scope: Scope = home,
): AwsRecord =>
  record(
    'restoreTestingSelection',
    {
      RestoreTestingPlanName: plan,
      RestoreTestingSelectionName: name,
      ProtectedResourceType: 'EBS',
      IamRoleArn: role,
      CreationTime: daysAgo(9),
      ...fields,
    },
    scope,
  );

export const scanJob = (id: string, fields: Fields = {}): AwsRecord =>
  record('scanJob', {
    ScanJobId: id,
    State: 'COMPLETED',
    CreationDate: daysAgo(9),
    RecoveryPointArn: pointArn('1'),
    BackupVaultArn: vaultArn('main'),
    ResourceArn: volume,
    ResourceType: 'EBS',
    MalwareScanner: 'GUARDDUTY',
    ScanMode: 'FULL_SCAN',
    ...fields,
  });

export const legalHold = record('legalHold', {
  LegalHoldArn: backup('legal-hold:5a'),
  Title: 'Case 5',
  Status: 'ACTIVE',
  CreationDate: daysAgo(9),
});

export const framework = record('framework', {
  FrameworkArn: backup('framework:audit-1'),
  FrameworkName: 'audit',
  DeploymentStatus: 'COMPLETED',
  CreationTime: daysAgo(9),
});

export const reportPlan = record('reportPlan', {
  ReportPlanArn: backup('report-plan:daily-1'),
  ReportPlanName: 'daily',
  ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' },
  DeploymentStatus: 'COMPLETED',
  CreationTime: daysAgo(9),
});

export const regionSettings = record('regionSettings', {
  ResourceTypeOptInPreference: { EBS: true },
  ResourceTypeManagementPreference: { DynamoDB: true },
});

export const globalSettings = record('globalSettings', { GlobalSettings: { isCrossAccountBackupEnabled: 'true' } });

export const listedResource = record('listedResource', { ResourceArn: volume, Tags: { owner: 'crm' } });
