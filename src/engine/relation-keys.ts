import type { Kind } from '../catalogue/kinds.ts';
import type { relations } from '../catalogue/relations.ts';
import type { Item } from './item.ts';
import type { declaredWays } from './other-ways.ts';
import { coveredByBackup } from './selections/backup-selection.ts';
import type { Membership } from './selections/membership.ts';
import { coveredByTest } from './selections/restore-testing-selection.ts';
import type { World } from './world/world.ts';

/** How two kinds meet: a fact of the one equals a fact of the other. */
export type Key = {
  readonly to: Kind;
  readonly own: string;
  readonly theirs: string;
  /** A second pair that tells where the other would lie: an unread list elsewhere cannot hold it. */
  readonly home?: { readonly own: string; readonly theirs: string };
  /** Of those that meet, which belong together: certainly, or perhaps. */
  readonly covers?: (owner: Item, item: Item, world: World) => Membership;
};

const byScope = (to: Kind): Key => ({ to, own: 'scopeId', theirs: 'scopeId' });
const scopeOf: Key = byScope('scope');
const byResource = (to: Kind, theirs = 'ResourceArn'): Key => ({ to, own: 'ResourceArn', theirs });
const byVault = (to: Kind): Key => ({ to, own: 'BackupVaultArn', theirs: 'BackupVaultArn' });
/** A selection names its plan inside their scope. */
const byPlan = (to: Kind, field: string): Key => ({
  to,
  own: `inScope:${field}`,
  theirs: `inScope:${field}`,
  home: { own: 'scopeId', theirs: 'scopeId' },
});
const byPoint = (own: string, vault: string): Key => ({
  to: 'recoveryPoint',
  own,
  theirs: 'RecoveryPointArn',
  home: { own: vault, theirs: 'BackupVaultArn' },
});

/** A backup selection takes what lies in its own account and Region. */
const bySelection: Key = { to: 'backupSelection', own: 'homeId', theirs: 'homeId', covers: coveredByBackup };
const byTestingSelection: Key = {
  to: 'restoreTestingSelection',
  own: 'anywhere',
  theirs: 'anywhere',
  covers: coveredByTest,
};

type Relations = typeof relations;
type Ways = typeof declaredWays;
type OtherName<kind> = kind extends keyof Ways ? keyof Ways[kind] : never;
type Keys = {
  readonly [kind in keyof Relations]: {
    readonly [name in Exclude<keyof Relations[kind]['toOne'] | keyof Relations[kind]['toMany'], OtherName<kind>>]: Key;
  };
};

const declared = {
  protectedResource: {
    scope: scopeOf,
    recoveryPoints: byResource('recoveryPoint'),
    restoreJobs: byResource('restoreJob', 'resourceArn'),
    copyJobs: byResource('copyJob'),
    backupJobs: byResource('backupJob'),
    scanJobs: byResource('scanJob'),
    selections: bySelection,
    restoreTestingSelections: byTestingSelection,
  },
  recoveryPoint: {
    vault: byVault('backupVault'),
    resource: byResource('protectedResource'),
    copyJobs: { to: 'copyJob', own: 'RecoveryPointArn', theirs: 'SourceRecoveryPointArn' },
  },
  // A vault that is shared stands in the lists of several scopes, and is of one.
  backupVault: { scope: { to: 'scope', own: 'placeId', theirs: 'scopeId' }, recoveryPoints: byVault('recoveryPoint') },
  restoreJob: { vault: byVault('backupVault'), recoveryPoint: byPoint('RecoveryPointArn', 'BackupVaultArn') },
  copyJob: {
    resource: byResource('protectedResource'),
    recoveryPoint: byPoint('SourceRecoveryPointArn', 'SourceBackupVaultArn'),
  },
  backupJob: {},
  scanJob: { recoveryPoint: byPoint('RecoveryPointArn', 'BackupVaultArn') },
  backupPlan: { scope: scopeOf, selections: byPlan('backupSelection', 'BackupPlanId') },
  backupSelection: { plan: byPlan('backupPlan', 'BackupPlanId') },
  restoreTestingPlan: {
    scope: scopeOf,
    selections: byPlan('restoreTestingSelection', 'RestoreTestingPlanName'),
  },
  restoreTestingSelection: { plan: byPlan('restoreTestingPlan', 'RestoreTestingPlanName') },
  legalHold: {},
  framework: {},
  reportPlan: {},
  regionSettings: { scope: scopeOf },
  globalSettings: {},
  listedResource: { selections: bySelection },
  backupRule: {},
  destination: {
    vault: {
      to: 'backupVault',
      own: 'vaultArn',
      theirs: 'BackupVaultArn',
      home: { own: 'placeId', theirs: 'placeId' },
    },
  },
  policyStatement: {},
  policyCondition: {},
  scope: {
    protectedResources: byScope('protectedResource'),
    recoveryPoints: byScope('recoveryPoint'),
    backupVaults: { to: 'backupVault', own: 'scopeId', theirs: 'placeId' },
    restoreJobs: byScope('restoreJob'),
    copyJobs: byScope('copyJob'),
    backupJobs: byScope('backupJob'),
    scanJobs: byScope('scanJob'),
    backupPlans: byScope('backupPlan'),
    backupRules: byScope('backupRule'),
    backupSelections: byScope('backupSelection'),
    restoreTestingPlans: byScope('restoreTestingPlan'),
    restoreTestingSelections: byScope('restoreTestingSelection'),
    legalHolds: byScope('legalHold'),
    frameworks: byScope('framework'),
    reportPlans: byScope('reportPlan'),
    regionSettings: byScope('regionSettings'),
    listedResources: byScope('listedResource'),
  },
} as const satisfies Keys;

/** `backups`: a resource's points for its last backup's date, to which copy jobs add nothing. */
export const relationKeys: { readonly [kind: string]: { readonly [relation: string]: Key } } = {
  ...declared,
  protectedResource: { ...declared.protectedResource, backups: byResource('recoveryPoint') },
};
