// What the estate consists of: 4 accounts × 2 Regions, 20 vaults, and which resource has which points.
import { draw, hex, share } from './draw.mjs';

export const seed = 20261120;
export const asOf = '2026-11-20T06:00:00.000Z';
export const now = Date.parse(asOf);
export const minute = 60_000;
export const day = 1440 * minute;

const regions = ['eu-central-1', 'eu-west-1'];
const owners = ['111122223333', '222233334444', '333344445555'];
const keeper = '444455556666';
const inEachRegion = (accountId) => regions.map((region) => ({ accountId, region }));

/** Where the resources are; the copies are in the fourth account. */
export const sources = owners.flatMap(inEachRegion);
export const scopes = [...sources, ...inEachRegion(keeper)];

const vaultOf = ({ accountId, region }, name, type) => ({
  ...{ accountId, region, name, type },
  arn: `arn:aws:backup:${region}:${accountId}:backup-vault:${name}`,
});

export const plainVault = (scope, name) => vaultOf(scope, name, 'BACKUP_VAULT');
export const copyVault = (region) =>
  vaultOf({ accountId: keeper, region }, 'acme-air-gapped', 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT');
export const vaultsOf = (scope) =>
  scope.accountId === keeper
    ? [copyVault(scope.region)]
    : ['prod-daily', 'prod-monthly', 'prod-weekly'].map((name) => plainVault(scope, name));

/** Cumulative shares. RDS is the type that AWS cannot put into an air-gapped vault. */
const types = [
  [0.4, 'EBS', ({ accountId, region }, id) => `arn:aws:ec2:${region}:${accountId}:volume/vol-0${id}`],
  [0.6, 'EC2', ({ accountId, region }, id) => `arn:aws:ec2:${region}:${accountId}:instance/i-0${id}`],
  [0.72, 'S3', (_, id) => `arn:aws:s3:::acme-${id}`],
  [
    0.82,
    'EFS',
    ({ accountId, region }, id) => `arn:aws:elasticfilesystem:${region}:${accountId}:file-system/fs-0${id}`,
  ],
  [0.9, 'DynamoDB', ({ accountId, region }, id) => `arn:aws:dynamodb:${region}:${accountId}:table/orders-${id}`],
  [0.95, 'Aurora', ({ accountId, region }, id) => `arn:aws:rds:${region}:${accountId}:cluster:sales-${id}`],
  [1, 'RDS', ({ accountId, region }, id) => `arn:aws:rds:${region}:${accountId}:db:crm-${id}`],
];

/** `fails`: the part of the points, and of the resources for each of the two other rules, that fails. */
export function resourceOf(index, fails) {
  const scope = sources[index % sources.length];
  const chance = share(seed, index, 1000);
  const [, type, arnOf] = types.find(([below]) => chance < below);
  const id = hex(seed, index, 1001, 16);
  return {
    ...{ index, scope, type },
    arn: arnOf(scope, id),
    name: `${type.toLowerCase()}-${id.slice(0, 8)}`,
    started: now - (60 + (draw(seed, index, 1002) % 300)) * minute,
    isRetired: share(seed, index, 1003) < 0.02,
    hasStaleCopy: share(seed, index, 1004) < fails,
    failsTests: share(seed, index, 1005) < fails,
    isCopied: type !== 'RDS',
  };
}

/** How a resource's points are spread, for each ten of them: which of its vaults, and how old. */
const series = [
  { name: 'prod-daily', of10: 6, keep: 35, age: (_, turn) => turn },
  { name: 'prod-weekly', of10: 2, keep: 90, age: (index, turn) => 7 * turn + 1 + (index % 6) },
  { name: 'prod-monthly', of10: 1, keep: 365, age: (index, turn) => 30 * turn + (index % 30) },
  { name: 'copy', of10: 1, keep: 35, age: (index, turn) => 7 * turn + 1 + (index % 5) },
];

/** One entry for each point of a resource. */
export const slotsOf = (perResource) =>
  series
    .flatMap(({ of10, ...rest }) => Array.from({ length: (of10 * perResource) / 10 }, (_, turn) => ({ ...rest, turn })))
    .map((slot, index) => ({ ...slot, slot: index }));

/** What cannot be copied keeps its tenth point in the monthly vault. */
export const vaultName = ({ name }, { isCopied }) => (name === 'copy' && !isCopied ? 'prod-monthly' : name);

/** Creation, in ms. */
export function createdAt({ name, age, turn }, { index, started, isRetired, hasStaleCopy }) {
  const late = name === 'copy' && hasStaleCopy ? 8 : 0;
  return started - (age(index, turn) + late + (isRetired ? 60 : 0)) * day;
}
