import { DescribeRecoveryPointCommand, ListRecoveryPointsByBackupVaultCommand } from '@aws-sdk/client-backup';
import { type Collector, dateOf, textOf } from './collector.ts';
import { pageSize } from './page-size.ts';
import { foreignOwner } from './vaults.ts';

export const recoveryPointCollectors: readonly Collector[] = [
  {
    operation: 'ListRecoveryPointsByBackupVault',
    call: ({ scope, about, filters, token }, { backup, options }) =>
      backup.send(
        new ListRecoveryPointsByBackupVaultCommand({
          BackupVaultName: textOf(about, 'BackupVaultName'),
          BackupVaultAccountId: filters.BackupVaultAccountId ?? foreignOwner({ about, scope }),
          ByResourceArn: filters.ByResourceArn,
          ByResourceType: filters.ByResourceType,
          ByBackupPlanId: filters.ByBackupPlanId,
          ByParentRecoveryPointArn: filters.ByParentRecoveryPointArn,
          ByCreatedAfter: dateOf(filters, 'ByCreatedAfter'),
          ByCreatedBefore: dateOf(filters, 'ByCreatedBefore'),
          MaxResults: pageSize,
          NextToken: token,
        }),
        options,
      ),
    member: 'RecoveryPoints',
    nextToken: 'NextToken',
  },
  {
    operation: 'DescribeRecoveryPoint',
    call: ({ scope, about }, { backup, options }) =>
      backup.send(
        new DescribeRecoveryPointCommand({
          BackupVaultName: textOf(about, 'BackupVaultName'),
          RecoveryPointArn: textOf(about, 'RecoveryPointArn'),
          BackupVaultAccountId: foreignOwner({ about, scope }),
        }),
        options,
      ),
  },
];
