import {
  DescribeRecoveryPointCommand,
  paginateListBackupVaults,
  paginateListRecoveryPointsByBackupVault,
} from '@aws-sdk/client-backup';
import { expect, test } from 'vitest';
import { clients, served } from './served.ts';
import { syntheticEstate } from './synthetic-estate.ts';

const scope = { accountId: '111122223333', region: 'eu-west-1' };
const asOf = '2026-11-20T06:00:00.000Z';
const size = { scope, asOf, vaults: 3, points: 1000, resources: 7, days: 35 };

const start = async () => clients(await served({ ...syntheticEstate(size), pageSize: 90 })).backup;
type Wish = { readonly ByCreatedAfter?: Date; readonly ByCreatedBefore?: Date; readonly ByResourceType?: string };

async function pointsOf(wish: Wish = {}) {
  const client = await start();
  const points = [];
  for await (const { BackupVaultList = [] } of paginateListBackupVaults({ client }, {})) {
    for (const { BackupVaultName } of BackupVaultList) {
      const pages = paginateListRecoveryPointsByBackupVault({ client }, { BackupVaultName, ...wish });
      for await (const { RecoveryPoints = [] } of pages) points.push(...RecoveryPoints);
    }
  }
  return points;
}

test('every point is there once, within its days', async () => {
  const points = await pointsOf();
  expect(new Set(points.map(({ RecoveryPointArn }) => RecoveryPointArn)).size).toBe(1000);
  expect(points).toHaveLength(1000);
  const times = points.map(({ CreationDate }) => CreationDate?.getTime() ?? 0);
  expect(Math.min(...times)).toBe(Date.parse(asOf) - 35 * 86_400_000);
  expect(Math.max(...times)).toBeLessThan(Date.parse(asOf));
});

const all = await pointsOf();
const edge = all[100]?.CreationDate ?? new Date(0);
const later = all[200]?.CreationDate ?? new Date(0);
type Point = (typeof all)[number];
const timeOf = ({ CreationDate }: Point): number => CreationDate?.getTime() ?? 0;

test.each<[Wish, (point: Point) => boolean]>([
  [{ ByCreatedAfter: edge }, (point) => timeOf(point) > edge.getTime()],
  [{ ByCreatedBefore: edge }, (point) => timeOf(point) < edge.getTime()],
  [
    { ByCreatedAfter: edge, ByCreatedBefore: later },
    (point) => timeOf(point) > edge.getTime() && timeOf(point) < later.getTime(),
  ],
  [{ ByCreatedAfter: later, ByCreatedBefore: edge }, () => false],
  [{ ByResourceType: 'EFS' }, (point) => point.ResourceType === 'EFS'],
])('%o filters as a scan would', async (wish, isWanted) => {
  const expected = all.filter(isWanted).map(({ RecoveryPointArn }) => RecoveryPointArn);
  expect((await pointsOf(wish)).map(({ RecoveryPointArn }) => RecoveryPointArn)).toEqual(expected);
});

test('a point is described as it is listed', async () => {
  const [point] = all.slice(-1);
  const { BackupVaultName, RecoveryPointArn } = point ?? {};
  const described = await (await start()).send(new DescribeRecoveryPointCommand({ BackupVaultName, RecoveryPointArn }));
  expect(described).toMatchObject({ ...point, StorageClass: 'WARM' });
});
