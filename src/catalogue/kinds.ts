import type { FactTable, RelationTable } from './fact.ts';
import { jobFacts, restoreJobFacts } from './facts/jobs.ts';
import { backupVaultFacts, recoveryPointFacts } from './facts/points.ts';
import { protectedResourceFacts, scopeFacts } from './facts/resources.ts';
import type { FieldTable } from './field.ts';
import type { Operation } from './operations.ts';
import { recordFields } from './record-kinds.ts';
import { relations } from './relations.ts';

/** What a rule may target or reach through a relation. */
export type KindSpec = {
  /** AWS's fields. */
  readonly fields: FieldTable;
  /** Fields that AWS always fills: absent there means that we do not know. */
  readonly alwaysFilled: readonly string[];
  /** Fields that the list does not return, with the operation that does. */
  readonly readBy: { readonly [field: string]: Operation };
  readonly facts: FactTable;
  /** To-one relations, which are facts. */
  readonly toOne: RelationTable;
  readonly toMany: RelationTable;
  /** The operations that find the things of this kind. */
  readonly operations: readonly Operation[];
};

const points = ['ListBackupVaults', 'ListRecoveryPointsByBackupVault'] as const;

export const kinds = {
  protectedResource: {
    fields: recordFields.protectedResource,
    alwaysFilled: ['ResourceArn', 'ResourceType'],
    readBy: {},
    facts: protectedResourceFacts,
    ...relations.protectedResource,
    operations: ['ListProtectedResources', ...points],
  },
  recoveryPoint: {
    fields: recordFields.recoveryPoint,
    alwaysFilled: ['RecoveryPointArn', 'BackupVaultArn', 'ResourceArn', 'ResourceType', 'Status', 'CreationDate'],
    readBy: { StorageClass: 'DescribeRecoveryPoint', ScanResults: 'DescribeRecoveryPoint' },
    facts: recoveryPointFacts,
    ...relations.recoveryPoint,
    operations: points,
  },
  backupVault: {
    fields: recordFields.backupVault,
    alwaysFilled: ['BackupVaultName', 'BackupVaultArn'],
    readBy: {},
    facts: backupVaultFacts,
    ...relations.backupVault,
    operations: ['ListBackupVaults'],
  },
  restoreJob: {
    fields: recordFields.restoreJob,
    alwaysFilled: ['RestoreJobId', 'Status', 'CreationDate'],
    readBy: {},
    facts: restoreJobFacts,
    ...relations.restoreJob,
    operations: ['ListRestoreJobs'],
  },
  copyJob: {
    fields: recordFields.copyJob,
    alwaysFilled: ['CopyJobId', 'State', 'CreationDate'],
    readBy: {},
    facts: jobFacts,
    ...relations.copyJob,
    operations: ['ListCopyJobs'],
  },
  backupJob: {
    fields: recordFields.backupJob,
    alwaysFilled: ['BackupJobId', 'State', 'CreationDate'],
    readBy: {},
    facts: jobFacts,
    ...relations.backupJob,
    operations: ['ListBackupJobs'],
  },
  scope: {
    fields: {},
    alwaysFilled: [],
    readBy: {},
    facts: scopeFacts,
    ...relations.scope,
    operations: [],
  },
} as const satisfies { readonly [kind: string]: KindSpec };

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly Kind[];

/** The kind of a name, where there is one. */
export const kindSpec = (name: string): KindSpec | undefined =>
  Object.hasOwn(kinds, name) ? kinds[name as Kind] : undefined;
