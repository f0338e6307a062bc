/** The path templates of what AWS Backup reads, all with GET (API version 2018-11-15); parameters by the API's names. */
export const backupRoutes: { readonly [operation: string]: string } = {
  ListBackupVaults: '/backup-vaults/',
  DescribeBackupVault: '/backup-vaults/{BackupVaultName}',
  GetBackupVaultAccessPolicy: '/backup-vaults/{BackupVaultName}/access-policy',
  GetBackupVaultNotifications: '/backup-vaults/{BackupVaultName}/notification-configuration',
  ListRecoveryPointsByBackupVault: '/backup-vaults/{BackupVaultName}/recovery-points/',
  DescribeRecoveryPoint: '/backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}',
  ListProtectedResources: '/resources/',
  DescribeProtectedResource: '/resources/{ResourceArn}',
  ListRestoreJobs: '/restore-jobs/',
  ListCopyJobs: '/copy-jobs/',
  ListBackupJobs: '/backup-jobs/',
  ListScanJobs: '/scan/jobs',
  ListBackupPlans: '/backup/plans/',
  GetBackupPlan: '/backup/plans/{BackupPlanId}/',
  ListBackupSelections: '/backup/plans/{BackupPlanId}/selections/',
  GetBackupSelection: '/backup/plans/{BackupPlanId}/selections/{SelectionId}',
  ListRestoreTestingPlans: '/restore-testing/plans',
  GetRestoreTestingPlan: '/restore-testing/plans/{RestoreTestingPlanName}',
  ListRestoreTestingSelections: '/restore-testing/plans/{RestoreTestingPlanName}/selections',
  GetRestoreTestingSelection:
    '/restore-testing/plans/{RestoreTestingPlanName}/selections/{RestoreTestingSelectionName}',
  ListLegalHolds: '/legal-holds/',
  GetLegalHold: '/legal-holds/{LegalHoldId}/',
  ListFrameworks: '/audit/frameworks',
  DescribeFramework: '/audit/frameworks/{FrameworkName}',
  ListReportPlans: '/audit/report-plans',
  DescribeRegionSettings: '/account-settings',
  DescribeGlobalSettings: '/global-settings',
  ListTags: '/tags/{ResourceArn}/',
  GetSupportedResourceTypes: '/supported-resource-types',
};

/** Query parameters whose API name is no `By…`. */
const plain: ReadonlySet<string> = new Set([
  ...['nextToken', 'maxResults', 'backupVaultAccountId', 'includeDeleted', 'versionId'],
]);

/** `resourceType` is ByResourceType in the API; younger operations have the API's names in their queries too. */
export function apiName(query: string): string {
  const name = `${query.charAt(0).toUpperCase()}${query.slice(1)}`;
  return name === query || plain.has(query) ? name : `By${name}`;
}
