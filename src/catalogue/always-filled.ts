import type { recordFields } from './record-kinds.ts';

type FieldsOf = { readonly [kind in keyof typeof recordFields]: readonly (keyof (typeof recordFields)[kind])[] };

/** Ids, and what the service model requires or AWS fills when the thing is made. */
export const alwaysFilled: { readonly [kind in keyof FieldsOf]: readonly string[] } = {
  recoveryPoint: ['RecoveryPointArn', 'BackupVaultArn', 'ResourceArn', 'ResourceType', 'Status', 'CreationDate'],
  backupVault: ['BackupVaultName', 'BackupVaultArn'],
  protectedResource: ['ResourceArn', 'ResourceType'],
  restoreJob: ['RestoreJobId', 'Status', 'CreationDate'],
  copyJob: ['CopyJobId', 'State', 'CreationDate'],
  backupJob: ['BackupJobId', 'State', 'CreationDate'],
  scanJob: [
    'ScanJobId',
    'State',
    'CreationDate',
    'RecoveryPointArn',
    'BackupVaultArn',
    'ResourceArn',
    'ResourceType',
    'MalwareScanner',
    'ScanMode',
  ],
  // AWS previews runs only for those who ask it to (MaxScheduledRunsPreview): none there does not mean none to come.
  backupPlan: ['BackupPlanArn', 'BackupPlanId', 'CreationDate', 'BackupPlan', 'ScheduledRunsPreview'],
  backupSelection: ['SelectionId', 'BackupPlanId', 'CreationDate'],
  restoreTestingPlan: ['RestoreTestingPlanArn', 'RestoreTestingPlanName', 'ScheduleExpression', 'CreationTime'],
  restoreTestingSelection: [
    'RestoreTestingPlanName',
    'RestoreTestingSelectionName',
    'ProtectedResourceType',
    'IamRoleArn',
    'CreationTime',
  ],
  legalHold: ['LegalHoldArn', 'Title', 'Status', 'CreationDate'],
  framework: ['FrameworkArn', 'FrameworkName', 'DeploymentStatus', 'CreationTime'],
  reportPlan: ['ReportPlanArn', 'ReportPlanName', 'ReportSetting', 'DeploymentStatus', 'CreationTime'],
  regionSettings: ['ResourceTypeOptInPreference', 'ResourceTypeManagementPreference'],
  globalSettings: ['GlobalSettings'],
  // GetResources gives tags, if none an empty map; a list from elsewhere may not know them.
  listedResource: ['ResourceArn', 'Tags'],
} satisfies FieldsOf;
