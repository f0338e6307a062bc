import type { Operation } from '../../src/catalogue/operations.ts';
import type { RecordKind } from '../../src/catalogue/record-kinds.ts';
import type { Coverage, Fields, ReadError, Scope } from '../../src/inventory/record.ts';
import { backupJobsIn } from './backup-jobs.ts';
import { copyJobsIn } from './copy-jobs.ts';
import { frameworksIn, globalSettings, legalHoldsIn, reportPlansIn } from './governance.ts';
import { isDenied, type Listing, listingsIn } from './listings.ts';
import { planArn, planRecordsIn, plansIn } from './plans.ts';
import { type Point, pointFields } from './point.ts';
import { protectedResourcesIn } from './protected-resources.ts';
import { regionSettings } from './region-settings.ts';
import { lastRestores, restoreJobsIn, testedVaults } from './restore-jobs.ts';
import { isIn, testingPlan, testingPlanArn, testingSelection } from './restore-testing.ts';
import { scanJobsIn, scanOf } from './scan-jobs.ts';
import { dataFrankfurt, sameScope } from './scopes.ts';
import { selectionsOf } from './selections.ts';
import { listedIn } from './tags.ts';
import { accessOf } from './vault-access.ts';
import { vaultArn, vaultFields } from './vaults.ts';

/** What one operation gave in one scope, or why it gave nothing. */
type Reading = {
  readonly scope: Scope;
  readonly kind: RecordKind;
  readonly operation: Operation;
  readonly resource?: string;
  readonly records: readonly Fields[];
  readonly refused?: { readonly status: 'denied' | 'throttled'; readonly error: ReadError };
};

export function readingsOf(scope: Scope): readonly Reading[] {
  const listed = listingsIn(scope);
  const vaults = listed.map(vaultRecord);
  return [
    { scope, kind: 'backupVault', operation: 'ListBackupVaults', records: vaults },
    ...listed.map((listing) => pointsReading(scope, listing)),
    {
      scope,
      kind: 'protectedResource',
      operation: 'ListProtectedResources',
      records: protectedResourcesIn(scope),
    },
    { scope, kind: 'restoreJob', operation: 'ListRestoreJobs', records: restoreJobsIn(scope) },
    { scope, kind: 'copyJob', operation: 'ListCopyJobs', records: copyJobsIn(scope) },
    backupJobsReading(scope),
    { scope, kind: 'scanJob', operation: 'ListScanJobs', records: scanJobsIn(scope) },
    ...planReadings(scope),
    ...testingReadings(scope),
    { scope, kind: 'legalHold', operation: 'ListLegalHolds', records: legalHoldsIn(scope) },
    { scope, kind: 'framework', operation: 'ListFrameworks', records: frameworksIn(scope) },
    { scope, kind: 'reportPlan', operation: 'ListReportPlans', records: reportPlansIn(scope) },
    { scope, kind: 'regionSettings', operation: 'DescribeRegionSettings', records: [regionSettings(scope)] },
    { scope, kind: 'globalSettings', operation: 'DescribeGlobalSettings', records: [globalSettings(scope)] },
    { scope, kind: 'listedResource', operation: 'GetResources', records: listedIn(scope) },
    ...details.map(([kind, operation]): Reading => ({ scope, kind, operation, records: [] })),
  ];
}

/** Its policy and notifications are its owner's to see. */
const vaultRecord = ({ vault, points, seenFrom }: Listing): Fields => ({
  ...vaultFields(vault, points.length),
  ...(sameScope(seenFrom, vault.scope) ? accessOf(vault) : {}),
});

/** They tell more of what the lists found: what they told stands in those records. */
const details: readonly (readonly [kind: RecordKind, operation: Operation])[] = [
  ['backupVault', 'DescribeBackupVault'],
  ['backupVault', 'GetBackupVaultAccessPolicy'],
  ['backupVault', 'GetBackupVaultNotifications'],
  ['protectedResource', 'DescribeProtectedResource'],
  ['backupPlan', 'GetBackupPlan'],
  ['backupSelection', 'GetBackupSelection'],
  ['restoreTestingPlan', 'GetRestoreTestingPlan'],
  ['restoreTestingSelection', 'GetRestoreTestingSelection'],
  ['legalHold', 'GetLegalHold'],
  ['framework', 'DescribeFramework'],
];

const planReadings = (scope: Scope): readonly Reading[] => [
  { scope, kind: 'backupPlan', operation: 'ListBackupPlans', records: planRecordsIn(scope) },
  ...plansIn(scope).map(
    (plan): Reading => ({
      scope,
      kind: 'backupSelection',
      operation: 'ListBackupSelections',
      resource: planArn(plan),
      records: selectionsOf(plan),
    }),
  ),
];

function testingReadings(scope: Scope): readonly Reading[] {
  const tested = testedVaults.filter(isIn(scope));
  return [
    {
      scope,
      kind: 'restoreTestingPlan',
      operation: 'ListRestoreTestingPlans',
      records: tested.map(({ vault }) => testingPlan(vault)),
    },
    ...tested.map(
      ({ vault, types }): Reading => ({
        scope,
        kind: 'restoreTestingSelection',
        operation: 'ListRestoreTestingSelections',
        resource: testingPlanArn(vault),
        records: types.map((type) => testingSelection(vault, type)),
      }),
    ),
  ];
}

function pointsReading(scope: Scope, listing: Listing): Reading {
  const operation = 'ListRecoveryPointsByBackupVault' as const;
  const resource = vaultArn(listing.vault);
  const reading: Reading = { scope, kind: 'recoveryPoint', operation, resource, records: [] };
  if (!isDenied(listing)) return { ...reading, records: listing.points.map(listedPoint) };
  const who = `arn:aws:sts::${scope.accountId}:assumed-role/backuplint-read/scan`;
  const message = `User: ${who} is not authorized to perform: backup:${operation} on resource: ${resource}`;
  return { ...reading, refused: { status: 'denied', error: { name: 'AccessDeniedException', message } } };
}

/** With what others know of it: when it was last restored, and what a scan of it found. */
function listedPoint(point: Point): Fields {
  const restored = lastRestores.get(point.arn);
  return { ...pointFields(point), ...(restored === undefined ? {} : { LastRestoreTime: restored }), ...scanOf(point) };
}

function backupJobsReading(scope: Scope): Reading {
  const reading: Reading = { scope, kind: 'backupJob', operation: 'ListBackupJobs', records: [] };
  if (!sameScope(scope, dataFrankfurt)) return { ...reading, records: backupJobsIn(scope) };
  const error = { name: 'ThrottlingException', message: 'Rate exceeded' };
  return { ...reading, refused: { status: 'throttled', error } };
}

export function coverageOf({ scope, operation, resource, records, refused }: Reading): Coverage {
  return {
    ...scope,
    operation,
    ...(resource === undefined ? {} : { resource }),
    ...(refused === undefined ? { status: 'ok', items: records.length } : refused),
  };
}
