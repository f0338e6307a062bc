import type { RecordKind } from '../../src/catalogue/record-kinds.ts';
import type { Coverage, Fields, ReadError, Scope } from '../../src/inventory/record.ts';
import { backupJobsIn } from './backup-jobs.ts';
import { copyJobsIn } from './copy-jobs.ts';
import { isDenied, type Listing, listingsIn } from './listings.ts';
import { pointFields } from './point.ts';
import { protectedResourcesIn } from './protected-resources.ts';
import { regionSettings } from './region-settings.ts';
import { restoreJobsIn } from './restore-jobs.ts';
import { dataFrankfurt, sameScope } from './scopes.ts';
import { vaultArn, vaultFields } from './vaults.ts';

/** What one operation gave in one scope, or why it gave nothing. */
type Reading = {
  readonly scope: Scope;
  readonly kind: RecordKind;
  readonly operation: string;
  readonly resource?: string;
  readonly records: readonly Fields[];
  readonly refused?: { readonly status: 'denied' | 'throttled'; readonly error: ReadError };
};

export function readingsOf(scope: Scope): readonly Reading[] {
  const listed = listingsIn(scope);
  const vaults = listed.map(({ vault, points }) => vaultFields(vault, points.length));
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
    { scope, kind: 'regionSettings', operation: 'DescribeRegionSettings', records: [regionSettings(scope)] },
  ];
}

function pointsReading(scope: Scope, listing: Listing): Reading {
  const operation = 'ListRecoveryPointsByBackupVault';
  const resource = vaultArn(listing.vault);
  const reading: Reading = { scope, kind: 'recoveryPoint', operation, resource, records: [] };
  if (!isDenied(listing)) return { ...reading, records: listing.points.map(pointFields) };
  const who = `arn:aws:sts::${scope.accountId}:assumed-role/backuplint-read/scan`;
  const message = `User: ${who} is not authorized to perform: backup:${operation} on resource: ${resource}`;
  return { ...reading, refused: { status: 'denied', error: { name: 'AccessDeniedException', message } } };
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
