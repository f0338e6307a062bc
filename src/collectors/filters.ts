import type { Operation } from '../catalogue/operations.ts';
import type { Fields } from '../inventory/record.ts';
import type { Filters } from './collector.ts';
import { ownerOf } from './vaults.ts';

/** The filters of the lists that can be narrowed, by AWS's names. */
export const filterNames: { readonly [operation in Operation]?: readonly string[] } = {
  ListRecoveryPointsByBackupVault: [
    'BackupVaultAccountId',
    'ByResourceArn',
    'ByResourceType',
    'ByBackupPlanId',
    'ByCreatedBefore',
    'ByCreatedAfter',
    'ByParentRecoveryPointArn',
  ],
  ListRestoreJobs: [
    'ByAccountId',
    'ByResourceType',
    'ByCreatedBefore',
    'ByCreatedAfter',
    'ByStatus',
    'ByCompleteBefore',
    'ByCompleteAfter',
    'ByRestoreTestingPlanArn',
  ],
};

/** Of the filters given those that an operation has. */
export const filtersFor = (operation: Operation, filters: Filters): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => filterNames[operation]?.includes(name)));

/** A vault of another account than the filter names is not read at all: it stays a gap. */
export const isLeftOut = ({ BackupVaultAccountId: account }: Filters, vault: Fields): boolean =>
  account !== undefined && ownerOf(vault) !== account;
