import type { RelationSpec, RelationTable } from './fact.ts';
import { foundBy, type Operation } from './operations.ts';
import { type PartKind, partsFoundBy } from './part-kinds.ts';
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
const partsOf = (kind: PartKind, description: string) => relation(kind, partsFoundBy(kind), description);
const itsPlan = (kind: RecordKind) => relation(kind, foundBy(kind), 'The plan that it belongs to.');
const none = { toOne: {}, toMany: {} } as const;

/** The ways between kinds. A new one is a line here and a line in the engine's table of keys. */
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
    toMany: {
      recoveryPoints: relation('recoveryPoint', points, 'The points it holds, not mirrored.'),
      policyStatements: partsOf('policyStatement', 'The statements of its access policy; none where it has no policy.'),
    },
  },
  restoreJob: { toOne: { vault: itsVault, recoveryPoint: itsPoint('RecoveryPointArn') }, toMany: {} },
  copyJob: { toOne: { resource: itsResource, recoveryPoint: itsPoint('SourceRecoveryPointArn') }, toMany: {} },
  backupJob: none,
  scanJob: { toOne: { recoveryPoint: itsPoint('RecoveryPointArn') }, toMany: {} },
  backupPlan: {
    toOne: { scope: itsScope },
    toMany: {
      rules: partsOf('backupRule', 'Its rules.'),
      selections: relation('backupSelection', foundBy('backupSelection'), 'What it backs up: its selections.'),
    },
  },
  backupSelection: { toOne: { plan: itsPlan('backupPlan') }, toMany: {} },
  restoreTestingPlan: {
    toOne: { scope: itsScope },
    toMany: {
      selections: relation(
        'restoreTestingSelection',
        foundBy('restoreTestingSelection'),
        'What it tests: its selections.',
      ),
      vaults: relation(
        'backupVault',
        [...foundBy('restoreTestingPlan'), 'GetRestoreTestingPlan', 'ListBackupVaults'],
        'The vaults of its account and Region that IncludeVaults names, without those that ExcludeVaults does.',
      ),
    },
  },
  restoreTestingSelection: { toOne: { plan: itsPlan('restoreTestingPlan') }, toMany: {} },
  legalHold: none,
  framework: none,
  reportPlan: none,
  regionSettings: { toOne: { scope: itsScope }, toMany: {} },
  globalSettings: none,
  listedResource: { toOne: {}, toMany: { selections: itsSelections } },
  backupRule: {
    toOne: { plan: itsPlan('backupPlan') },
    toMany: { destinations: partsOf('destination', 'The vaults that it writes to.') },
  },
  destination: {
    toOne: {
      rule: relation('backupRule', partsFoundBy('backupRule'), 'The rule that writes there.'),
      vault: relation(
        'backupVault',
        ['ListBackupVaults'],
        'The vault, by vaultArn, if its account and Region were read.',
      ),
    },
    toMany: {},
  },
  policyStatement: {
    toOne: {},
    toMany: { conditions: partsOf('policyCondition', 'What limits it: one of each operator and key.') },
  },
  policyCondition: none,
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
      backupRules: partsOf('backupRule', 'Those of its plans.'),
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
} as const satisfies { readonly [kind in RecordKind | PartKind | 'scope']: KindRelations };
