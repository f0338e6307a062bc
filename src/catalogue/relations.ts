import type { RelationSpec, RelationTable } from './fact.ts';
import type { Operation } from './operations.ts';

type KindRelations = { readonly toOne: RelationTable; readonly toMany: RelationTable };

const relation = (to: string, operations: readonly Operation[], description: string): RelationSpec => ({
  to,
  operations,
  description,
});

const points = ['ListBackupVaults', 'ListRecoveryPointsByBackupVault'] as const;
const itsScope = relation('scope', [], 'The scope it was read in.');
const itsVault = relation('backupVault', ['ListBackupVaults'], 'The vault that holds it, by BackupVaultArn.');
const itsPoint = (field: string) => relation('recoveryPoint', points, `The point that ${field} names.`);
const itsResource = relation(
  'protectedResource',
  ['ListProtectedResources', ...points],
  'Its resource, by ResourceArn.',
);

/** The ways between kinds (DESIGN §5). A new one is a line here and a line in the engine's table of keys. */
export const relations = {
  protectedResource: {
    toOne: { scope: itsScope },
    toMany: {
      recoveryPoints: relation('recoveryPoint', [...points, 'ListCopyJobs'], 'Its points in any scope, not mirrored.'),
      restoreJobs: relation('restoreJob', ['ListRestoreJobs'], 'The restore jobs of its points.'),
      copyJobs: relation('copyJob', ['ListCopyJobs'], 'The copy jobs of its points.'),
      backupJobs: relation('backupJob', ['ListBackupJobs'], 'Its backup jobs.'),
    },
  },
  recoveryPoint: {
    toOne: { vault: itsVault, resource: itsResource },
    toMany: { copyJobs: relation('copyJob', ['ListCopyJobs'], 'The jobs that copied it, by SourceRecoveryPointArn.') },
  },
  backupVault: {
    toOne: { scope: itsScope },
    toMany: { recoveryPoints: relation('recoveryPoint', points, 'The points it holds, not mirrored.') },
  },
  restoreJob: { toOne: { vault: itsVault, recoveryPoint: itsPoint('RecoveryPointArn') }, toMany: {} },
  copyJob: { toOne: { resource: itsResource, recoveryPoint: itsPoint('SourceRecoveryPointArn') }, toMany: {} },
  backupJob: { toOne: {}, toMany: {} },
  scope: {
    toOne: {},
    toMany: {
      protectedResources: relation('protectedResource', ['ListProtectedResources', ...points], 'Those of the scope.'),
      recoveryPoints: relation('recoveryPoint', points, 'Those of its vaults, not mirrored.'),
      backupVaults: relation('backupVault', ['ListBackupVaults'], 'Those of the scope.'),
      restoreJobs: relation('restoreJob', ['ListRestoreJobs'], 'Those that ran in the scope.'),
      copyJobs: relation('copyJob', ['ListCopyJobs'], 'Those that ran in the scope.'),
      backupJobs: relation('backupJob', ['ListBackupJobs'], 'Those that ran in the scope.'),
    },
  },
} as const satisfies { readonly [kind: string]: KindRelations };
