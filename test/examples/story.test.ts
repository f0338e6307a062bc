import { expect, test } from 'vitest';
import { ageInDays, at, type Line, ofKind } from './estate.ts';

/** The problems that examples/README.md tells of, looked up by hand in the records. */
const restored = new Set(ofKind('restoreJob').map((line) => line.CreatedResourceArn));
const resources = ofKind('protectedResource').filter((line) => !restored.has(line.ResourceArn));
const nameOf = new Map(resources.map((line) => [line.ResourceArn, String(line.ResourceName)]));
const usable = (line: Line): boolean => line.Status === 'COMPLETED' || line.Status === 'AVAILABLE';
const temporary = (line: Line): boolean => at(line, 'Lifecycle', 'DeleteAfterEvent') !== undefined;
const continuous = (line: Line): boolean => String(line.RecoveryPointArn).includes('recovery-point:continuous');
const mirrored = (line: Line): boolean => line.VaultType === 'RESTORE_ACCESS_BACKUP_VAULT';
const points = ofKind('recoveryPoint').filter((line) => usable(line) && !temporary(line) && !mirrored(line));

function names(lines: readonly Line[], arn: string): readonly (string | undefined)[] {
  return [...new Set(lines.map((line) => nameOf.get(line[arn])))].sort();
}

test('points kept for less than 30 days', () => {
  const days = (line: Line): number =>
    (Date.parse(String(at(line, 'CalculatedLifecycle', 'DeleteAt'))) - Date.parse(String(line.CreationDate))) / 864e5;
  const short = points.filter((line) => !continuous(line) && days(line) < 30);
  expect(names(short, 'ResourceArn')).toEqual([
    'catalogue-db',
    'customers-db',
    'spark-scratch',
    'staging-db',
    'staging-web',
  ]);
  expect(short).toHaveLength(18);
  expect(points.filter((line) => days(line) >= 30 && days(line) < 35)).toEqual([]);
});

const dynamoDbInFrankfurt = ['loyalty', 'vouchers'];
const isolable = new Set('Aurora DocumentDB DynamoDB EBS EC2 EFS EKS Neptune S3 Timestream VirtualMachine'.split(' '));

test('resources that could be in an air-gapped vault and have no fresh point there', () => {
  const fresh = points.filter(
    (line) => line.VaultType === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' && ageInDays(line.CreationDate) <= 7,
  );
  const safe = new Set(fresh.map((line) => line.ResourceArn));
  const candidates = resources.filter(
    (line) => isolable.has(String(line.ResourceType)) && !dynamoDbInFrankfurt.includes(String(line.ResourceName)),
  );
  expect(candidates.filter((line) => safe.has(line.ResourceArn))).toHaveLength(40);
  expect(
    names(
      candidates.filter((line) => !safe.has(line.ResourceArn)),
      'ResourceArn',
    ),
  ).toEqual([
    'audit-events',
    'batch-01',
    'contracts-bucket',
    'legacy-crm',
    'old-exports',
    'partner-exchange',
    'pos-gateway',
    'shared-home',
    'spark-scratch',
    'staging-web',
  ]);
});

const tested = ofKind('restoreJob').filter(
  (line) =>
    at(line, 'CreatedBy', 'RestoreTestingPlanArn') !== undefined &&
    line.ValidationStatus !== 'VALIDATING' &&
    ['COMPLETED', 'FAILED', 'ABORTED'].includes(String(line.Status)),
);

/** Of each resource the last test that has ended. */
function lastTests(): ReadonlyMap<string | undefined, Line> {
  const resourceOfPoint = new Map(ofKind('recoveryPoint').map((line) => [line.RecoveryPointArn, line.ResourceArn]));
  const byDate = [...tested].sort((a, b) => (String(a.CompletionDate) < String(b.CompletionDate) ? -1 : 1));
  return new Map(
    byDate.map((line) => [nameOf.get(line.SourceResourceArn ?? resourceOfPoint.get(line.RecoveryPointArn)), line]),
  );
}

const testable = new Set('Aurora DocumentDB DynamoDB EBS EC2 EFS FSx Neptune RDS S3'.split(' '));
const verdict = (line: Line | undefined): string =>
  line === undefined
    ? 'never tested'
    : line.Status !== 'COMPLETED'
      ? 'test failed'
      : line.ValidationStatus === 'SUCCESSFUL'
        ? 'validated'
        : 'not validated';

test.each([
  ['never tested', ['audit-events', 'recommendations', 'spark-scratch']],
  ['test failed', ['payments-db', 'vouchers']],
  ['not validated', ['api-01', 'media-bucket', 'staging-db', 'web-04']],
])('restore tests: %s', (kind, expected) => {
  const last = lastTests();
  const active = resources.filter(
    (line) => testable.has(String(line.ResourceType)) && ageInDays(line.LastBackupTime) <= 35,
  );
  const all = active.map((line) => String(line.ResourceName));
  expect(all.filter((name) => verdict(last.get(name)) === kind).sort()).toEqual(expected);
  expect(all.filter((name) => verdict(last.get(name)) === 'validated')).toHaveLength(45);
});

test('what restore tests made is listed, and left out of all this', () => {
  expect(ofKind('protectedResource').length - resources.length).toBe(2);
  expect(resources).toHaveLength(63);
});
