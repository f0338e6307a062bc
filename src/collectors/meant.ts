import type { Operation } from '../catalogue/operations.ts';
import type { Collector } from './collector.ts';
import type { Failure } from './failure.ts';

/** AWS Backup has had these since its first version (2018-11-15), so wherever it is. */
const first: ReadonlySet<Operation> = new Set([
  'DescribeBackupVault',
  'DescribeProtectedResource',
  'DescribeRecoveryPoint',
  'GetBackupPlan',
  'GetBackupSelection',
  'GetBackupVaultAccessPolicy',
  'GetBackupVaultNotifications',
  'ListBackupJobs',
  'ListBackupPlans',
  'ListBackupSelections',
  'ListBackupVaults',
  'ListProtectedResources',
  'ListRecoveryPointsByBackupVault',
  'ListRestoreJobs',
]);

/**
 * What an error means for the operation: nothing, where AWS says by it that there is none; and whoever does not know what
 * AWS Backup always had is somebody else (a wrong endpoint, a proxy), who cannot say that there is nothing to read.
 */
export function meant(failure: Failure | undefined, { operation, none }: Collector): Failure | undefined {
  if (failure === undefined || none?.includes(failure.error.name)) return undefined;
  const isSomebodyElse = first.has(operation) && failure.error.name.startsWith('UnknownOperation');
  return isSomebodyElse ? { ...failure, status: 'failed' } : failure;
}
