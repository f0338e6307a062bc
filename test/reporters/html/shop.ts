import type { Overview } from '../../../src/overview.ts';

/** A resource of an invented shop, as far as the overview tells: `?` is unknown, `-` never or none. */
type Row = readonly [
  name: string,
  type: string,
  account: keyof typeof accounts,
  /** Of the newest usable point. */
  ageHours: number | '-' | '?',
  /** A usable point in another account, in another Region, air-gapped, locked: y, n or ?. */
  copies: string,
  /** Days since its last good restore test, and the minutes that it took. */
  tested: number | '-' | '?',
  minutes?: number,
];

const accounts = {
  shop: { accountId: '111122223333', region: 'eu-west-1' },
  frankfurt: { accountId: '111122223333', region: 'eu-central-1' },
  data: { accountId: '444455556666', region: 'eu-west-1' },
  lake: { accountId: '444455556666', region: 'eu-central-1' },
  office: { accountId: '777788889999', region: 'eu-west-1' },
};

const rows: readonly Row[] = [
  ['orders-db', 'Aurora', 'shop', 5, 'yyyy', 3, 22],
  ['customers-db', 'Aurora', 'shop', 5, 'ynyy', 3, 31],
  ['eu-orders-db', 'Aurora', 'frankfurt', 6, 'yyyy', 10, 26],
  ['payments-db', 'RDS', 'shop', 4, 'yn?y', 38, 48],
  ['vouchers', 'RDS', 'shop', 29, 'ynny', '-'],
  ['staging-db', 'RDS', 'data', 122, 'nnnn', '-'],
  ['reporting-db', 'RDS', 'lake', 40, 'ynny', 17, 64],
  ['loyalty', 'DynamoDB', 'frankfurt', 9, 'nn?y', 4, 7],
  ['carts', 'DynamoDB', 'shop', 3, 'ynyy', 4, 6],
  ['sessions', 'DynamoDB', 'shop', 3, 'ynny', 4, 5],
  ['partner-exchange', 'DynamoDB', 'data', 12, '?n?n', '?'],
  ['contracts-bucket', 'S3', 'shop', 458, 'ynyy', 25, 96],
  ['media-bucket', 'S3', 'shop', 8, 'yyyy', 12, 140],
  ['invoices-bucket', 'S3', 'office', 7, 'ynyy', 29, 38],
  ['audit-trail-eu', 'S3', 'office', 31, 'ynny', '-'],
  ['raw-events', 'S3', 'lake', '?', '??n?', '?'],
  ['shared-home', 'EFS', 'shop', 14, 'nnnn', '-'],
  ['documents', 'EFS', 'office', 11, 'ynyy', 9, 54],
  ['web-01', 'EC2', 'shop', 6, 'ynyy', 2, 9],
  ['web-02', 'EC2', 'shop', 6, 'ynyy', 2, 8],
  ['web-03', 'EC2', 'frankfurt', 6, 'ynyy', 2, 9],
  ['api-01', 'EC2', 'shop', 6, 'ynyy', 46, 12],
  ['batch-01', 'EC2', 'shop', 190, 'ynny', 16, 15],
  ['etl-runner', 'EC2', 'lake', '?', '??n?', '?'],
  ['staging-web', 'EC2', 'data', 122, 'nnnn', '-'],
  ['web-legacy', 'EC2', 'shop', '-', 'nnnn', '-'],
  ['spark-scratch', 'EBS', 'data', 122, 'nnnn', '-'],
  ['pos-data', 'EBS', 'office', 10, 'ynyy', 8, 11],
  ['pos-gateway', 'VirtualMachine', 'office', 70, 'nnnn', 33, 72],
  ['clearance', 'VirtualMachine', 'office', 20, 'ynnn', 33, 66],
  ['product-reviews', 'DocumentDB', 'shop', 7, 'ynny', 15, 35],
  ['session-cache', 'MemoryDB', 'shop', 25, '????', '?'],
  ['design-files', 'FSx', 'office', 16, '?n?n', '-'],
  ['product-graph', 'Neptune', 'shop', 7, 'ynny', 15, 41],
  ['warehouse', 'Redshift', 'lake', 34, 'nnnn', '-'],
];

const allowed = { ageHours: 36, testDays: 30 };
export const asOf = '2026-11-20T06:00:00.000Z';
const before = (days: number) => new Date(Date.parse(asOf) - days * 86_400_000).toISOString();

export type Resource = ReturnType<typeof resourceOf>;
const resourceOf = ([name, resourceType, account, ageHours, copies, tested, minutes]: Row) => {
  const { accountId, region } = accounts[account];
  const id = `arn:aws:${resourceType.toLowerCase()}:${region}:${accountId}:${name}`;
  return { id, name, resourceType, accountId, region, ageHours, copies, tested, minutes };
};
export const resources = rows.map(resourceOf);

const tri = (own: readonly Resource[], at: number) => ({
  yes: own.filter(({ copies }) => copies[at] === 'y').length,
  no: own.filter(({ copies }) => copies[at] === 'n').length,
  unknown: own.filter(({ copies }) => copies[at] === '?').length,
});

function ageOf(own: readonly Resource[]) {
  const between = (from: number, to: number) =>
    own.filter(({ ageHours: age }) => typeof age === 'number' && age > from && age <= to).length;
  const { ageHours } = allowed;
  return {
    onTime: between(-1, ageHours),
    late: between(ageHours, ageHours * 2),
    veryLate: between(ageHours * 2, ageHours * 4),
    lost: between(ageHours * 4, Number.POSITIVE_INFINITY),
    none: own.filter((each) => each.ageHours === '-').length,
    unknown: own.filter((each) => each.ageHours === '?').length,
  };
}

function cellOf(accountId: string, resourceType: string, own: readonly Resource[]): Overview['cells'][number] {
  const age = ageOf(own);
  const { none, unknown } = age;
  const recently = own.filter(({ tested }) => typeof tested === 'number' && tested <= allowed.testDays).length;
  const never = own.filter(({ tested }) => tested === '-').length;
  const unseen = own.filter(({ tested }) => tested === '?').length;
  return {
    accountId,
    resourceType,
    resources: own.length,
    backedUp: { yes: own.length - none - unknown, no: none, unknown },
    age,
    crossAccount: tri(own, 0),
    crossRegion: tri(own, 1),
    airGapped: tri(own, 2),
    locked: tri(own, 3),
    restoreTested: { recently, earlier: own.length - recently - never - unseen, never, unknown: unseen },
  };
}

const thing = ({ id, name, accountId, region }: Resource) => ({ id, name, accountId, region });
const vault = (name: string, account: keyof typeof accounts, over: Partial<Overview['vaults']['listed'][number]>) => ({
  id: `arn:aws:backup:${accounts[account].region}:${accounts[account].accountId}:backup-vault:${name}`,
  name,
  ...accounts[account],
  vaultType: 'BACKUP_VAULT',
  lockState: 'none',
  lockMinDays: null,
  lockMaxDays: null,
  points: 0,
  oldest: null,
  newest: null,
  shortestRetention: null,
  ...over,
});

const vaults = [
  vault('Default', 'shop', { points: 14, oldest: before(88), newest: before(1), shortestRetention: 7 }),
  vault('staging', 'data', { points: 22, oldest: before(7), newest: before(5), shortestRetention: 7 }),
  vault('analytics', 'lake', { points: null, lockState: 'unknown' }),
  vault('prod-daily', 'shop', {
    lockState: 'governance',
    lockMinDays: 14,
    lockMaxDays: 400,
    points: 210,
    oldest: before(400),
    newest: before(0.2),
    shortestRetention: 14,
  }),
  vault('data-platform', 'data', {
    lockState: 'coolingOff',
    lockMinDays: 30,
    points: 64,
    oldest: before(120),
    newest: before(0.5),
    shortestRetention: 35,
  }),
  vault('prod-databases', 'shop', {
    lockState: 'compliance',
    lockMinDays: 35,
    lockMaxDays: 2600,
    points: 181,
    oldest: before(364),
    newest: before(0.2),
    shortestRetention: 35,
  }),
  vault('books', 'office', {
    lockState: 'compliance',
    lockMinDays: 365,
    points: 48,
    oldest: before(900),
    newest: before(3),
    shortestRetention: 'never',
  }),
  vault('acme-air-gapped', 'office', {
    vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
    lockState: 'compliance',
    lockMinDays: 7,
    lockMaxDays: 400,
    points: 96,
    oldest: before(22),
    newest: before(5),
    shortestRetention: 30,
  }),
];

const ageRank = ({ ageHours }: Resource) => (ageHours === '-' ? Number.POSITIVE_INFINITY : Number(ageHours));
const keys = [...new Set(resources.map(({ accountId, resourceType }) => `${accountId} ${resourceType}`))].sort();

export const overview: Overview = {
  targets: allowed,
  cells: keys.map((key) => {
    const [accountId = '', resourceType = ''] = key.split(' ');
    return cellOf(
      accountId,
      resourceType,
      resources.filter((each) => `${each.accountId} ${each.resourceType}` === key),
    );
  }),
  oldest: resources
    .filter(({ ageHours }) => ageHours !== '?')
    .toSorted((a, b) => ageRank(b) - ageRank(a))
    .slice(0, 14)
    .map((each) => ({
      ...thing(each),
      resourceType: each.resourceType,
      ageHours: typeof each.ageHours === 'number' ? each.ageHours : null,
    })),
  restoreTests: resources
    .filter(({ tested }) => tested !== '?')
    .toSorted((a, b) => (b.tested === '-' ? 999 : Number(b.tested)) - (a.tested === '-' ? 999 : Number(a.tested)))
    .map((each) => ({
      ...thing(each),
      resourceType: each.resourceType,
      lastSuccess: typeof each.tested === 'number' ? before(each.tested) : null,
      minutes: each.minutes ?? null,
    })),
  doubtful: resources
    .filter(({ ageHours }) => ageHours === '?')
    .map((each, at) => ({ ...thing(each), resourceType: each.resourceType, seenHours: at === 0 ? null : 60 })),
  vaults: { total: 15, listed: vaults },
  unread: [
    {
      operation: 'ListRecoveryPointsByBackupVault',
      status: 'denied',
      total: 1,
      listed: [
        {
          accountId: '444455556666',
          region: 'eu-central-1',
          resource: 'arn:aws:backup:eu-central-1:444455556666:backup-vault:analytics',
        },
      ],
    },
    {
      operation: 'ListRestoreJobs',
      status: 'notRead',
      total: 12,
      listed: ['111122223333', '444455556666', '777788889999', '888899990000'].map((accountId) => ({
        accountId,
        region: 'eu-west-1',
      })),
    },
  ],
};
