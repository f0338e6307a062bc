import { expect, test } from 'vitest';
import { operationNames } from '../../src/catalogue/operations.ts';
import { recordKinds } from '../../src/catalogue/record-kinds.ts';
import { canonical } from '../../src/inventory/canonical.ts';
import type { AwsRecord } from '../../src/inventory/record.ts';
import { exampleShards } from '../aws/example.ts';
import { aws, collected } from './collected.ts';
import { everyField, listedArn, listedTags } from './every-field.ts';

const sorted = (records: readonly AwsRecord[]): readonly string[] => records.map(canonical).sort();
const account = (accountId: string) => ({ accountId, regions: undefined, role: undefined, externalId: undefined });

test('the example estate comes out of the collectors as it went into the server', async () => {
  const shards = await exampleShards();
  const server = await aws({ shards });
  const accounts = ['111122223333', '444455556666', '777788889999'].map(account);
  const { shard, tally, whole } = await collected({
    operations: operationNames,
    who: { accounts, regions: ['eu-west-1', 'eu-central-1'], roleName: 'reader' },
  });
  expect(whole).toBe(true);
  expect(shard.scopes).toHaveLength(6);
  expect(shard.coverage.filter(({ status }) => status !== 'ok')).toEqual([]);
  expect(sorted(shard.records)).toEqual(sorted(shards.flatMap(({ records }) => records)));
  expect([...tally.calls.values()].reduce((sum, count) => sum + count, 0)).toBe(server.requests.length);
});

test('of every kind every field, nested ones too, survives the way over the wire', async () => {
  expect(new Set(everyField.records.map(({ kind }) => kind))).toEqual(new Set(recordKinds));
  await aws({ shards: [everyField], tags: { [listedArn]: listedTags } });
  const { shard } = await collected();
  const read = new Map(shard.records.map((record) => [record.kind, record]));
  for (const record of everyField.records) expect(read.get(record.kind)).toStrictEqual(record);
  expect(shard.records).toHaveLength(everyField.records.length);
});

test('where nothing exists every list was read, and holds nothing', async () => {
  await aws({ shards: [{ ...everyField, records: [] }] });
  const { shard } = await collected();
  const asked = operationNames.filter((name) => !/^(Get|Describe)/.test(name) || name === 'GetResources');
  expect(new Set(shard.records.map(({ kind }) => kind))).toEqual(new Set(['regionSettings']));
  expect(shard.coverage.filter(({ status }) => status !== 'ok')).toEqual([]);
  expect(shard.coverage.map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(asked.filter((name) => !/ByBackupVault|Selections/.test(name))),
  );
});
