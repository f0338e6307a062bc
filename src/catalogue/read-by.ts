import type { Operation } from './operations.ts';
import type { RecordKind, recordFields } from './record-kinds.ts';

type Table = { readonly [kind in RecordKind]?: { readonly [field in keyof (typeof recordFields)[kind]]?: Operation } };

/** Fields that the list of their kind does not return (service model 2018-11-15), with the operation that does. */
const declared = {
  recoveryPoint: { StorageClass: 'DescribeRecoveryPoint', ScanResults: 'DescribeRecoveryPoint' },
  backupVault: {
    Policy: 'GetBackupVaultAccessPolicy',
    Notifications: 'GetBackupVaultNotifications',
    SourceBackupVaultArn: 'DescribeBackupVault',
    MpaApprovalTeamArn: 'DescribeBackupVault',
    MpaSessionArn: 'DescribeBackupVault',
    LatestMpaApprovalTeamUpdate: 'DescribeBackupVault',
  },
  protectedResource: {
    LatestRestoreExecutionTimeMinutes: 'DescribeProtectedResource',
    LatestRestoreJobCreationDate: 'DescribeProtectedResource',
    LatestRestoreRecoveryPointCreationDate: 'DescribeProtectedResource',
  },
  backupPlan: { BackupPlan: 'GetBackupPlan', ScheduledRunsPreview: 'GetBackupPlan' },
  backupSelection: { BackupSelection: 'GetBackupSelection' },
  restoreTestingPlan: { RecoveryPointSelection: 'GetRestoreTestingPlan', CreatorRequestId: 'GetRestoreTestingPlan' },
  restoreTestingSelection: {
    ProtectedResourceArns: 'GetRestoreTestingSelection',
    ProtectedResourceConditions: 'GetRestoreTestingSelection',
    RestoreMetadataOverrides: 'GetRestoreTestingSelection',
    CreatorRequestId: 'GetRestoreTestingSelection',
  },
  legalHold: {
    RecoveryPointSelection: 'GetLegalHold',
    CancelDescription: 'GetLegalHold',
    RetainRecordUntil: 'GetLegalHold',
  },
  framework: {
    FrameworkControls: 'DescribeFramework',
    FrameworkStatus: 'DescribeFramework',
    IdempotencyToken: 'DescribeFramework',
  },
} as const satisfies Table;

export const readBy: { readonly [kind in RecordKind]?: { readonly [field: string]: Operation } } = declared;
