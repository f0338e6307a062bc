import type { RecordKind } from './record-kinds.ts';

/** One AWS read operation: what it yields and what it is called for. */
export type OperationSpec = {
  readonly yields: RecordKind;
  /** It is called once a scope, or once for every record of a kind. */
  readonly per: 'scope' | RecordKind;
  /** It tells more of the record it is called for, and finds no new ones. */
  readonly adds?: true;
  /** The most items of one answer. */
  readonly pageSize?: number;
  /** Its IAM action where that is not `backup:<name>`. */
  readonly action?: string;
  /** Days that AWS keeps what a job list returns; `documented` false: AWS does not say, we assume it. */
  readonly horizon?: { readonly days: number; readonly documented: boolean };
};

/** Every List operation of AWS Backup gives up to 1,000 items a page (service model, MaxResults). */
const page = { pageSize: 1000 } as const;

/** What rules can need to be read. Parents stand before what is called for each of their records. */
export const operations = {
  ListBackupVaults: { yields: 'backupVault', per: 'scope', ...page },
  DescribeBackupVault: { yields: 'backupVault', per: 'backupVault', adds: true },
  GetBackupVaultAccessPolicy: { yields: 'backupVault', per: 'backupVault', adds: true },
  GetBackupVaultNotifications: { yields: 'backupVault', per: 'backupVault', adds: true },
  ListRecoveryPointsByBackupVault: { yields: 'recoveryPoint', per: 'backupVault', ...page },
  DescribeRecoveryPoint: { yields: 'recoveryPoint', per: 'recoveryPoint', adds: true },
  ListProtectedResources: { yields: 'protectedResource', per: 'scope', ...page },
  DescribeProtectedResource: { yields: 'protectedResource', per: 'protectedResource', adds: true },
  ListRestoreJobs: { yields: 'restoreJob', per: 'scope', ...page, horizon: { days: 30, documented: false } },
  ListCopyJobs: { yields: 'copyJob', per: 'scope', ...page, horizon: { days: 30, documented: true } },
  ListBackupJobs: { yields: 'backupJob', per: 'scope', ...page, horizon: { days: 30, documented: true } },
  ListScanJobs: { yields: 'scanJob', per: 'scope', ...page, horizon: { days: 30, documented: true } },
  ListBackupPlans: { yields: 'backupPlan', per: 'scope', ...page },
  GetBackupPlan: { yields: 'backupPlan', per: 'backupPlan', adds: true },
  ListBackupSelections: { yields: 'backupSelection', per: 'backupPlan', ...page },
  GetBackupSelection: { yields: 'backupSelection', per: 'backupSelection', adds: true },
  ListRestoreTestingPlans: { yields: 'restoreTestingPlan', per: 'scope', ...page },
  GetRestoreTestingPlan: { yields: 'restoreTestingPlan', per: 'restoreTestingPlan', adds: true },
  ListRestoreTestingSelections: { yields: 'restoreTestingSelection', per: 'restoreTestingPlan', ...page },
  GetRestoreTestingSelection: { yields: 'restoreTestingSelection', per: 'restoreTestingSelection', adds: true },
  ListLegalHolds: { yields: 'legalHold', per: 'scope', ...page },
  GetLegalHold: { yields: 'legalHold', per: 'legalHold', adds: true },
  ListFrameworks: { yields: 'framework', per: 'scope', ...page },
  DescribeFramework: { yields: 'framework', per: 'framework', adds: true },
  ListReportPlans: { yields: 'reportPlan', per: 'scope', ...page },
  DescribeRegionSettings: { yields: 'regionSettings', per: 'scope' },
  DescribeGlobalSettings: { yields: 'globalSettings', per: 'scope' },
  GetResources: { yields: 'listedResource', per: 'scope', pageSize: 100, action: 'tag:GetResources' },
} as const satisfies { readonly [name: string]: OperationSpec };

export type Operation = keyof typeof operations;
export const operationNames = Object.keys(operations) as readonly Operation[];

export const operationSpec = (operation: Operation): OperationSpec => operations[operation];
export const isOperation = (name: string): name is Operation => Object.hasOwn(operations, name);

export const actionOf = (operation: Operation): string => operationSpec(operation).action ?? `backup:${operation}`;

/** The lists whose records an operation is called for, outermost first: without them there is nothing to ask about. */
export function listsBefore(operation: Operation): readonly Operation[] {
  const { per } = operationSpec(operation);
  return per === 'scope' ? [] : foundBy(per);
}

/** The operations that find the records of a kind, outermost first. */
export const foundBy = (kind: RecordKind): readonly Operation[] => [...listsBefore(listOf(kind)), listOf(kind)];

/** The operation that yields the records of a kind, others than it was called for. */
export function listOf(kind: RecordKind): Operation {
  const list = operationNames.find((name) => lists(name, kind));
  if (list === undefined) throw new Error(`no operation lists ${kind}`);
  return list;
}

const lists = (name: Operation, kind: RecordKind): boolean =>
  operationSpec(name).yields === kind && operationSpec(name).adds === undefined;
