import type { RelationSpec, RelationTable } from './fact.ts';
import { foundBy, type Operation } from './operations.ts';
import type { RecordKind } from './record-kinds.ts';

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

const ofScope = (kind: RecordKind, description: string) => relation(kind, foundBy(kind), description);
const itsSelections = relation(
  'backupSelection',
  [...foundBy('backupSelection'), 'GetBackupSelection', 'DescribeRegionSettings', 'GetResources'],
  'The backup selections of its account and Region that cover it; where its tags decide and are not known, perhaps.',
);
const none = { toOne: {}, toMany: {} } as const;

/** The ways between kinds (DESIGN §5). A new one is a line here and a line in the engine's table of keys. */
export const relations = {
  protectedResource: {
    toOne: { scope: itsScope },
    toMany: {
      recoveryPoints: relation('recoveryPoint', [...points, 'ListCopyJobs'], 'Its points in any scope, not mirrored.'),
      restoreJobs: relation('restoreJob', ['ListRestoreJobs'], 'The restore jobs of its points.'),
      copyJobs: relation('copyJob', ['ListCopyJobs'], 'The copy jobs of its points.'),
      backupJobs: relation('backupJob', ['ListBackupJobs'], 'Its backup jobs.'),
      scanJobs: relation('scanJob', ['ListScanJobs'], 'The scan jobs of its points.'),
      selections: itsSelections,
      restoreTestingSelections: relation(
        'restoreTestingSelection',
        [...foundBy('restoreTestingSelection'), 'GetRestoreTestingSelection', 'ListProtectedResources', 'GetResources'],
        'The restore testing selections that cover it, wherever it has points; conditions ask the tags of its latest point.',
      ),
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
  backupJob: none,
  scanJob: { toOne: { recoveryPoint: itsPoint('RecoveryPointArn') }, toMany: {} },
  backupPlan: { toOne: { scope: itsScope }, toMany: {} },
  backupSelection: none,
  restoreTestingPlan: { toOne: { scope: itsScope }, toMany: {} },
  restoreTestingSelection: none,
  legalHold: none,
  framework: none,
  reportPlan: none,
  regionSettings: { toOne: { scope: itsScope }, toMany: {} },
  globalSettings: none,
  listedResource: { toOne: {}, toMany: { selections: itsSelections } },
  scope: {
    toOne: {},
    toMany: {
      protectedResources: relation('protectedResource', ['ListProtectedResources', ...points], 'Those of the scope.'),
      recoveryPoints: ofScope('recoveryPoint', 'Those of its vaults, not mirrored.'),
      backupVaults: ofScope('backupVault', 'Those of the scope.'),
      restoreJobs: ofScope('restoreJob', 'Those that ran in the scope.'),
      copyJobs: ofScope('copyJob', 'Those that ran in the scope.'),
      backupJobs: ofScope('backupJob', 'Those that ran in the scope.'),
      scanJobs: ofScope('scanJob', 'Those that ran in the scope.'),
      backupPlans: ofScope('backupPlan', 'Those of the scope.'),
      backupSelections: ofScope('backupSelection', 'Those of its plans.'),
      restoreTestingPlans: ofScope('restoreTestingPlan', 'Those of the scope.'),
      restoreTestingSelections: ofScope('restoreTestingSelection', 'Those of its restore testing plans.'),
      legalHolds: ofScope('legalHold', 'Those of the scope.'),
      frameworks: ofScope('framework', 'Those of the scope.'),
      reportPlans: ofScope('reportPlan', 'Those of the scope.'),
      regionSettings: ofScope('regionSettings', 'Its settings, one record.'),
      listedResources: ofScope('listedResource', 'Those that were listed in the scope.'),
    },
  },
} as const satisfies { readonly [kind in RecordKind | 'scope']: KindRelations };
