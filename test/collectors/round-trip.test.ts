import { expect, test } from 'vitest';
import { canonical } from '../../src/inventory/canonical.ts';
import type { AwsRecord } from '../../src/inventory/record.ts';
import { readPaths } from '../inventory/inventory-text.ts';
import { aws, collected } from './collected.ts';

const shards = await readPaths('examples/inventory.ndjson');

const sorted = (records: readonly AwsRecord[]): readonly string[] => records.map(canonical).sort();

test('what goes into the server comes out of the collectors', async () => {
  await aws({ shards });
  const accounts = ['111122223333', '444455556666', '777788889999'].map((accountId) => ({
    accountId,
    regions: undefined,
    role: undefined,
    externalId: undefined,
  }));
  const { shard, whole } = await collected({
    who: { accounts, regions: ['eu-west-1', 'eu-central-1'], roleName: 'reader' },
  });
  expect(whole).toBe(true);
  expect(shard.coverage.filter(({ status }) => status !== 'ok')).toEqual([]);
  expect(sorted(shard.records)).toEqual(sorted(shards.flatMap(({ records }) => records)));
});
