import { describe, expect, test } from 'vitest';
import { evaluate, openJudging } from '../../../src/engine/evaluate.ts';
import type { AwsRecord, Coverage, Fields, Shard } from '../../../src/inventory/record.ts';
import type { Overview } from '../../../src/overview.ts';
import { Result } from '../../../src/result.ts';
import {
  airGapped,
  daysAgo,
  far,
  home,
  inputOf,
  line,
  point,
  record,
  recovery,
  resource,
  restoreAccess,
  restoreJob,
  shard,
  vault,
  vaultArn,
} from '../estate.ts';

const targets = { ageHours: 36, testDays: 30 };

function overviewOf(shards: readonly Shard[], measure = targets): Overview {
  const { result } = evaluate({ ...inputOf(shards), overview: measure });
  return Result.shape.overview.unwrap().parse(result.overview);
}

const hoursAgo = (hours: number): string => daysAgo(hours / 24);
const arn = {
  disk: 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-1',
  old: 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-2',
  bare: 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-3',
  streamed: 'arn:aws:s3:::orders',
  database: 'arn:aws:rds:eu-west-1:111122223333:db:crm',
  warehouse: 'arn:aws:redshift:eu-west-1:111122223333:cluster:dwh',
  stack: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/1',
  table: 'arn:aws:dynamodb:eu-west-1:444455556666:table/orders',
};

const inMain = { BackupVaultArn: vaultArn('main') };
const inLocked = { BackupVaultArn: vaultArn('locked') };
const inGap = { BackupVaultArn: vaultArn('gap', recovery) };
const made = (hours: number, ResourceArn: string, ResourceType = 'EBS'): Fields => ({
  ...{ ResourceArn, ResourceType, CreationDate: hoursAgo(hours) },
});
const kept = (days: number): Fields => ({ Lifecycle: { DeleteAfterDays: days } });

const vaults = [
  vault('main'),
  vault('locked', { Locked: true, MinRetentionDays: 7, MaxRetentionDays: 90, LockDate: daysAgo(9) }),
  vault('main', { Locked: true }, far),
  vault('gap', { VaultType: airGapped, MinRetentionDays: 7, MaxRetentionDays: 30 }, recovery),
  vault('mirror', { VaultType: restoreAccess }, recovery),
];

const points = [
  point('1', { ...made(20, arn.disk), ...inMain, ...kept(14) }),
  point('2', { ...made(20, arn.disk), ...kept(35) }, far),
  point('3', { ...made(20, arn.disk), ...inGap, ...kept(35) }, recovery),
  point('4', { ...made(50, arn.old), ...inLocked, Lifecycle: undefined }),
  point('5', { ...made(10, arn.old), ...inMain, Status: 'EXPIRED' }),
  point('6', { ...made(11, arn.old), ...inMain, Lifecycle: { DeleteAfterEvent: 'DELETE_AFTER_COPY' } }),
  point('continuous:7', { ...made(300, arn.streamed, 'S3'), ...inMain }),
  point('8', { ...made(100, arn.database, 'RDS'), ...inMain }),
  point('9', { ...made(36, arn.warehouse, 'Redshift'), ...inMain }),
  point('10', { ...made(5, arn.stack, 'CloudFormation'), ...inMain, IsParent: true }),
  point('11', { ...made(200, arn.table, 'DynamoDB'), ...inGap }, recovery),
  point('12', { ...made(1, arn.table, 'DynamoDB'), BackupVaultArn: vaultArn('mirror', recovery) }, recovery),
];

const jobs = [
  restoreJob('a', { SourceResourceArn: arn.disk, CompletionDate: daysAgo(2.75) }),
  restoreJob('b', { SourceResourceArn: arn.disk, CreationDate: daysAgo(1), Status: 'FAILED' }),
  restoreJob('c', { SourceResourceArn: arn.old, CreationDate: daysAgo(40) }),
  restoreJob('d', { SourceResourceArn: arn.old, CreationDate: daysAgo(2), ValidationStatus: 'FAILED' }),
  restoreJob('e', { SourceResourceArn: arn.database, CreatedBy: undefined }),
];

const listed: readonly AwsRecord[] = [
  resource({ ResourceArn: arn.bare, ResourceName: 'scratch' }),
  resource({ ResourceArn: arn.streamed, ResourceType: 'S3' }),
];

const estate = [...vaults, ...points, ...jobs, ...listed];
const at = { accountId: '111122223333', region: 'eu-west-1' };
const atRecovery = { accountId: '444455556666', region: 'eu-west-1' };
const yes = { yes: 1, no: 0, unknown: 0 };
const no = { yes: 0, no: 1, unknown: 0 };
const noAge = { onTime: 0, late: 0, veryLate: 0, lost: 0, none: 0, unknown: 0 };
const noTests = { recently: 0, earlier: 0, never: 0, unknown: 0 };

const expected: Overview = {
  targets,
  cells: [
    {
      ...{ accountId: '111122223333', resourceType: 'EBS', resources: 3 },
      backedUp: { yes: 2, no: 1, unknown: 0 },
      age: { ...noAge, onTime: 1, late: 1, none: 1 },
      crossRegion: { yes: 1, no: 2, unknown: 0 },
      crossAccount: { yes: 1, no: 2, unknown: 0 },
      airGapped: { yes: 1, no: 2, unknown: 0 },
      locked: { yes: 2, no: 1, unknown: 0 },
      restoreTested: { ...noTests, recently: 1, earlier: 1, never: 1 },
    },
    {
      ...{ accountId: '111122223333', resourceType: 'RDS', resources: 1 },
      ...{ backedUp: yes, age: { ...noAge, veryLate: 1 } },
      ...{ crossRegion: no, crossAccount: no, airGapped: no, locked: no },
      restoreTested: { ...noTests, never: 1 },
    },
    {
      ...{ accountId: '111122223333', resourceType: 'Redshift', resources: 1 },
      ...{ backedUp: yes, age: { ...noAge, onTime: 1 } },
      ...{ crossRegion: no, crossAccount: no, airGapped: no, locked: no },
      restoreTested: { ...noTests, never: 1 },
    },
    {
      ...{ accountId: '111122223333', resourceType: 'S3', resources: 1 },
      ...{ backedUp: yes, age: { ...noAge, onTime: 1 } },
      ...{ crossRegion: no, crossAccount: no, airGapped: no, locked: no },
      restoreTested: { ...noTests, never: 1 },
    },
    {
      ...{ accountId: '444455556666', resourceType: 'DynamoDB', resources: 1 },
      ...{ backedUp: yes, age: { ...noAge, lost: 1 } },
      ...{ crossRegion: no, crossAccount: no, airGapped: yes, locked: yes },
      restoreTested: { ...noTests, never: 1 },
    },
  ],
  oldest: [
    { id: arn.bare, name: 'scratch', resourceType: 'EBS', ...at, ageHours: null },
    { id: arn.table, name: 'orders', resourceType: 'DynamoDB', ...atRecovery, ageHours: 200 },
    { id: arn.database, name: 'crm', resourceType: 'RDS', ...at, ageHours: 100 },
    { id: arn.old, name: 'vol-2', resourceType: 'EBS', ...at, ageHours: 50 },
    { id: arn.warehouse, name: 'dwh', resourceType: 'Redshift', ...at, ageHours: 36 },
    { id: arn.disk, name: 'vol-1', resourceType: 'EBS', ...at, ageHours: 20 },
    { id: arn.streamed, name: 'orders', resourceType: 'S3', ...at, ageHours: 0 },
  ],
  doubtful: [],
  // Redshift cannot be restore-tested.
  restoreTests: [
    { id: arn.table, name: 'orders', resourceType: 'DynamoDB', ...atRecovery, lastSuccess: null, minutes: null },
    { id: arn.bare, name: 'scratch', resourceType: 'EBS', ...at, lastSuccess: null, minutes: null },
    { id: arn.database, name: 'crm', resourceType: 'RDS', ...at, lastSuccess: null, minutes: null },
    { id: arn.streamed, name: 'orders', resourceType: 'S3', ...at, lastSuccess: null, minutes: null },
    { id: arn.old, name: 'vol-2', resourceType: 'EBS', ...at, lastSuccess: daysAgo(40), minutes: null },
    { id: arn.disk, name: 'vol-1', resourceType: 'EBS', ...at, lastSuccess: daysAgo(2.75), minutes: 360 },
  ],
  vaults: {
    total: 4,
    listed: [
      {
        ...{ id: vaultArn('main'), name: 'main', ...home, vaultType: 'BACKUP_VAULT' },
        ...{ lockState: 'none', lockMinDays: null, lockMaxDays: null },
        ...{ points: 7, oldest: hoursAgo(300), newest: hoursAgo(5), shortestRetention: 14 },
      },
      {
        ...{ id: vaultArn('main', far), name: 'main', ...far, vaultType: 'BACKUP_VAULT' },
        ...{ lockState: 'governance', lockMinDays: null, lockMaxDays: null },
        ...{ points: 1, oldest: hoursAgo(20), newest: hoursAgo(20), shortestRetention: 35 },
      },
      {
        ...{ id: vaultArn('locked'), name: 'locked', ...home, vaultType: 'BACKUP_VAULT' },
        ...{ lockState: 'compliance', lockMinDays: 7, lockMaxDays: 90 },
        ...{ points: 1, oldest: hoursAgo(50), newest: hoursAgo(50), shortestRetention: 'never' },
      },
      {
        ...{ id: vaultArn('gap', recovery), name: 'gap', ...recovery, vaultType: airGapped },
        ...{ lockState: 'compliance', lockMinDays: 7, lockMaxDays: 30 },
        ...{ points: 2, oldest: hoursAgo(200), newest: hoursAgo(20), shortestRetention: 35 },
      },
    ],
  },
  unread: [],
};

test('all of an estate that was read', () => {
  expect(overviewOf([shard({ records: estate })])).toEqual(expected);
});

const deniedList = (resourceArn: string, scope = home): Coverage =>
  line('ListRecoveryPointsByBackupVault', 'denied', { resource: resourceArn, scope });

const ebs = (overview: Overview) => overview.cells.find(({ resourceType }) => resourceType === 'EBS');

describe('what was not read', () => {
  test('a vault: what may lie in it is unknown, and what was seen elsewhere stays', () => {
    const records = estate.filter(({ kind, region }) => kind !== 'recoveryPoint' || region !== far.region);
    const coverage = [deniedList(vaultArn('main', far), far)];
    const overview = overviewOf([shard({ records, coverage })]);
    expect(ebs(overview)).toEqual({
      ...expected.cells[0],
      backedUp: { yes: 2, no: 0, unknown: 1 },
      // However new a point in that vault may be, the disk is on time.
      age: { ...noAge, onTime: 1, unknown: 2 },
      crossRegion: { yes: 0, no: 0, unknown: 3 },
      // It is in the same account, not air-gapped, and has a lock.
      locked: { yes: 2, no: 0, unknown: 1 },
    });
    expect(overview.oldest).toEqual([{ id: arn.streamed, name: 'orders', resourceType: 'S3', ...at, ageHours: 0 }]);
    expect(overview.doubtful.map(({ id, seenHours }) => [id, seenHours])).toEqual([
      [arn.bare, null],
      [arn.table, 200],
      [arn.database, 100],
      [arn.old, 50],
    ]);
    expect(overview.restoreTests).toEqual(expected.restoreTests);
    expect(overview.vaults.listed[1]).toEqual({
      ...expected.vaults.listed[1],
      ...{ points: null, oldest: null, newest: null, shortestRetention: null },
    });
    expect(overview.vaults.listed[0]).toEqual(expected.vaults.listed[0]);
    const listed = [{ ...far, resource: vaultArn('main', far) }];
    expect(overview.unread).toEqual([
      { operation: 'ListRecoveryPointsByBackupVault', status: 'denied', total: 1, listed },
    ]);
  });

  test('an air-gapped vault: whether something lies in one', () => {
    const records = estate.filter(({ fields }) => fields.BackupVaultArn !== inGap.BackupVaultArn || !fields.Status);
    const coverage = [deniedList(inGap.BackupVaultArn, recovery)];
    const overview = overviewOf([shard({ records, coverage })]);
    expect(ebs(overview)).toMatchObject({
      airGapped: { yes: 0, no: 0, unknown: 3 },
      crossRegion: expected.cells[0]?.crossRegion,
      crossAccount: { yes: 0, no: 0, unknown: 3 },
      locked: { yes: 2, no: 0, unknown: 1 },
    });
  });

  test('what AWS says of an old continuous backup: it may be current, so its age is not known', () => {
    const strange = point('continuous:2', { ...made(300, arn.disk), Status: 'NEW_STATUS' });
    const overview = overviewOf([shard({ records: [vault('main'), point('1', made(20, arn.disk)), strange] })]);
    expect(ebs(overview)).toMatchObject({ backedUp: yes, age: { ...noAge, onTime: 1 } });
    expect(overview.oldest).toEqual([]);
  });

  test('restore jobs: nothing is known of tests, and no other column suffers', () => {
    const records = estate.filter(({ kind }) => kind !== 'restoreJob');
    const coverage = [home, far, recovery].map((scope) => line('ListRestoreJobs', 'denied', { scope }));
    const overview = overviewOf([shard({ records, coverage })]);
    expect(overview.restoreTests).toEqual([]);
    const blind = expected.cells.map((cell) => ({
      ...cell,
      restoreTested: { ...noTests, unknown: cell.resources },
    }));
    expect(overview.cells).toEqual(blind);
    const listed = [home, far, recovery];
    expect(overview.unread).toEqual([{ operation: 'ListRestoreJobs', status: 'denied', total: 3, listed }]);
  });

  test('the scope of a vault that is known by its points alone: it has no row, its lock is unknown, and that is said', () => {
    const records = [point('1', made(20, arn.disk), recovery), resource({ ResourceArn: arn.disk })];
    const coverage = [line('ListBackupVaults', 'denied', { scope: recovery })];
    const overview = overviewOf([shard({ records, coverage })]);
    expect(overview.vaults).toEqual({ total: 0, listed: [] });
    expect(overview.unread).toEqual([
      { operation: 'ListBackupVaults', status: 'denied', total: 1, listed: [recovery] },
    ]);
    expect(ebs(overview)).toMatchObject({ locked: { yes: 0, no: 0, unknown: 1 } });
  });

  test('where a bucket lies, which no ARN tells: its account is unknown', () => {
    const overview = overviewOf([
      shard({
        records: [point('1', made(20, arn.streamed, 'S3'))],
        coverage: [line('ListProtectedResources', 'denied')],
      }),
    ]);
    const [cell] = overview.cells;
    expect(cell).toMatchObject({ accountId: 'unknown', resourceType: 'S3', crossAccount: { unknown: 1 } });
    expect(overview.oldest).toEqual([{ id: arn.streamed, name: 'orders', resourceType: 'S3', ageHours: 20 }]);
  });

  test('a lock, in another account’s list of a shared vault', () => {
    const shared = { ...vault('gap', {}, recovery), ...home };
    const overview = overviewOf([
      shard({ records: [shared], coverage: [line('ListBackupVaults', 'denied', { scope: recovery })] }),
    ]);
    expect(overview.vaults.listed).toEqual([
      expect.objectContaining({ lockState: 'unknown', vaultType: 'unknown', lockMinDays: null, lockMaxDays: null }),
    ]);
  });
});

describe('jobs that AWS has forgotten', () => {
  test('may be recent tests where more days are allowed', () => {
    const overview = overviewOf([shard({ records: estate })], { ageHours: 36, testDays: 60 });
    expect(ebs(overview)?.restoreTested).toEqual({ ...noTests, recently: 2, unknown: 1 });
    expect(overview.restoreTests.map(({ id }) => id)).toEqual([arn.old, arn.disk]);
  });

  test('are remembered by an older inventory', () => {
    const job = restoreJob('f', { SourceResourceArn: arn.bare, CreationDate: daysAgo(45) });
    const older = shard({ records: [job], asOf: daysAgo(20), scopes: [home, far, recovery] });
    const overview = overviewOf([older, shard({ records: estate })]);
    expect(ebs(overview)?.restoreTested).toEqual({ ...noTests, recently: 1, earlier: 2 });
  });
});

test.each([
  [36, 'onTime'],
  [36.5, 'late'],
  [72, 'late'],
  [73, 'veryLate'],
  [144, 'veryLate'],
  [145, 'lost'],
] as const)('%d hours of 36 are %s', (hours, band) => {
  const overview = overviewOf([shard({ records: [vault('main'), point('1', made(hours, arn.disk))] })]);
  expect(ebs(overview)?.age).toEqual({ ...noAge, [band]: 1 });
});

test('lists end where nobody reads on, and say how many vaults there are', () => {
  const names = Array.from({ length: 510 }, (_, index) => `v${String(index).padStart(3, '0')}`);
  const disks = names.slice(0, 60).map((name) => `${arn.disk}-${name}`);
  const overview = overviewOf([
    shard({
      records: [
        ...names.map((name, index) => vault(name, { Locked: index % 2 === 0 })),
        ...disks.map((ResourceArn) => resource({ ResourceArn })),
      ],
    }),
  ]);
  expect(overview.vaults.total).toBe(510);
  expect(overview.vaults.listed).toHaveLength(500);
  expect(overview.vaults.listed.map(({ name }) => name).slice(253, 257)).toEqual(['v507', 'v509', 'v000', 'v002']);
  expect(overview.oldest.map(({ id }) => id)).toEqual(disks.slice(0, 50));
  expect(overview.restoreTests.map(({ id }) => id)).toEqual(disks.slice(0, 50));
});

test('a list that was denied everywhere is one line, with some of the places', () => {
  const scopes = Array.from({ length: 30 }, (_, index) => ({
    accountId: `1111222233${10 + index}`,
    region: 'eu-west-1',
  }));
  const coverage = scopes.map((scope) => line('ListRestoreJobs', 'denied', { scope }));
  const { unread } = overviewOf([shard({ coverage, scopes })]);
  const listed = scopes.slice(0, 20);
  expect(unread).toEqual([{ operation: 'ListRestoreJobs', status: 'denied', total: 30, listed }]);
});

test('points need not be held for it', () => {
  const shards = [shard({ records: estate })];
  const judging = openJudging({ ...inputOf(shards, { rules: [] }), overview: targets });
  do for (const each of shards) for (const record of points) judging.take(record, each);
  while (judging.again());
  expect(judging.finish().result.overview).toEqual(expected);
});

test('what it would need is no gap of the rules, and nobody is asked to read it', () => {
  const lists = ['ListBackupVaults', 'ListProtectedResources'].map((name) => line(name));
  const records = [vault('main'), point('1', made(20, arn.disk))];
  const coverage = [...lists, line('ListRecoveryPointsByBackupVault', 'ok', { resource: vaultArn('main') })];
  const shards = [shard({ records, coverage, star: false })];
  const { result, partial, incomplete } = evaluate({ ...inputOf(shards, { rules: ['BKP102'] }), overview: targets });
  expect({ gaps: result.gaps, partial, incomplete }).toEqual({ gaps: [], partial: false, incomplete: false });
  expect(result.summary.targets).toBe(1);
  expect(result.overview?.cells).toMatchObject([{ backedUp: yes, restoreTested: { ...noTests, unknown: 1 } }]);
  const listed = [home];
  expect(result.overview?.unread).toEqual([
    { operation: 'ListCopyJobs', status: 'notRead', total: 1, listed },
    { operation: 'ListRestoreJobs', status: 'notRead', total: 1, listed },
  ]);
});

test('nothing is asked, and nothing given, unless it is wished for', () => {
  const { result } = evaluate(inputOf([shard({ records: estate })]));
  expect('overview' in result).toBe(false);
});

test('a record that no schema of ours foresees still has a row', () => {
  const unnamed = record('backupVault', { VaultType: 'NEW_KIND_OF_VAULT' });
  const { listed } = overviewOf([shard({ records: [unnamed] })]).vaults;
  expect(listed).toEqual([expect.objectContaining({ vaultType: 'NEW_KIND_OF_VAULT', lockState: 'unknown' })]);
});
