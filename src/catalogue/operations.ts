import type { RecordKind } from './record-kinds.ts';

/** One AWS read operation: what it yields and what it is called for. Its IAM action is `backup:<name>`. */
export type OperationSpec = {
  readonly yields: RecordKind;
  readonly per: 'scope' | 'backupVault' | 'backupPlan' | 'restoreTestingPlan' | 'recoveryPoint';
  /** Days that AWS keeps what a job list returns; `documented` false: AWS does not say, we assume it. */
  readonly horizon?: { readonly days: number; readonly documented: boolean };
};

/** The operations that rules can need today. */
export const operations = {
  ListBackupVaults: { yields: 'backupVault', per: 'scope' },
  ListRecoveryPointsByBackupVault: { yields: 'recoveryPoint', per: 'backupVault' },
  DescribeRecoveryPoint: { yields: 'recoveryPoint', per: 'recoveryPoint' },
  ListProtectedResources: { yields: 'protectedResource', per: 'scope' },
  ListRestoreJobs: { yields: 'restoreJob', per: 'scope', horizon: { days: 30, documented: false } },
  ListCopyJobs: { yields: 'copyJob', per: 'scope', horizon: { days: 30, documented: true } },
  ListBackupJobs: { yields: 'backupJob', per: 'scope', horizon: { days: 30, documented: true } },
  DescribeRegionSettings: { yields: 'regionSettings', per: 'scope' },
} as const satisfies { readonly [name: string]: OperationSpec };

export type Operation = keyof typeof operations;
