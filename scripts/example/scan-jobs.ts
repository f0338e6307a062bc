import type { Fields, Scope } from '../../src/inventory/record.ts';
import { resourceArn } from './arns.ts';
import { laterByMinutes } from './clock.ts';
import type { Point } from './point.ts';
import { allPoints, newestFirst } from './points.ts';
import { resourceNamed } from './resources.ts';
import { arnIn, sameScope } from './scopes.ts';
import { seededUuid } from './seeded.ts';
import { vaultArn } from './vaults.ts';

type Scanned = { readonly name: string; readonly status: 'NO_THREATS_FOUND' | 'THREATS_FOUND' | 'UNKNOWN' };

/** The servers that face the internet are scanned, and one bucket that strangers write to. */
const scanned: readonly Scanned[] = [
  { name: 'web-01', status: 'NO_THREATS_FOUND' },
  { name: 'web-02', status: 'NO_THREATS_FOUND' },
  { name: 'api-01', status: 'THREATS_FOUND' },
  { name: 'web-03', status: 'UNKNOWN' },
];

/** Scans begin when a point is whole; copies are not scanned. */
function scannedPoint(name: string): Point {
  const resource = resourceNamed(name);
  const [newest] = newestFirst(
    allPoints.filter(
      (point) => point.resource === resource && point.source === undefined && point.status === 'COMPLETED',
    ),
  );
  if (newest === undefined) throw new Error(`no point of ${name} to scan`);
  return newest;
}

function scanFields({ name, status }: Scanned): Fields {
  const point = scannedPoint(name);
  const { resource, vault } = point;
  const start = laterByMinutes(point.created, 45);
  return {
    AccountId: vault.scope.accountId,
    ScanJobId: seededUuid(`scan/${point.arn}`).toUpperCase(),
    BackupVaultArn: vaultArn(vault),
    BackupVaultName: vault.name,
    RecoveryPointArn: point.arn,
    ResourceArn: resourceArn(resource),
    ResourceName: resource.name,
    ResourceType: resource.type,
    CreationDate: start,
    CompletionDate: laterByMinutes(start, 38),
    IamRoleArn: arnIn({ ...vault.scope, region: '' }, 'iam', 'role/backup-scan'),
    ScannerRoleArn: arnIn({ ...vault.scope, region: '' }, 'iam', 'role/guardduty-scan'),
    MalwareScanner: 'GUARDDUTY',
    ScanMode: 'FULL_SCAN',
    State: status === 'UNKNOWN' ? 'COMPLETED_WITH_ISSUES' : 'COMPLETED',
    ScanResult: { ScanResultStatus: status },
  };
}

export const scanJobsIn = (scope: Scope): readonly Fields[] =>
  scanned.filter(({ name }) => sameScope(scannedPoint(name).vault.scope, scope)).map(scanFields);

/** What AWS tells of a scanned point in its list. */
export function scanOf(point: Point): Fields {
  const found = scanned.find(({ name }) => name === point.resource.name && scannedPoint(name).arn === point.arn);
  if (found === undefined) return {};
  const { status } = found;
  return {
    AggregatedScanResult: {
      FailedScan: status === 'UNKNOWN',
      Findings: status === 'THREATS_FOUND' ? ['MALWARE'] : [],
    },
  };
}
