import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordFields } from '../../src/catalogue/record-kinds.ts';
import type { AwsRecord } from '../../src/inventory/record.ts';
import { timeOf } from '../aws/filters.ts';
import { type Filter, recordList } from '../aws/item-list.ts';
import { asOf, daysAgo, home, point, shard, vault } from '../engine/estate.ts';
import { aws, collected } from './collected.ts';

const dateOf = ({ fields }: AwsRecord): number => Date.parse(String(fields.CreationDate));
const second = (ms: number): number => Math.floor(ms / 1000);
const all: Filter = () => true;

/** AWS does not say whether its bounds are part of a window, nor how exactly it takes them. */
const servers: { readonly [does: string]: { readonly ByCreatedAfter: Filter; readonly ByCreatedBefore: Filter } } = {
  'leaves its bounds out': {
    ByCreatedAfter: (record, bound) => dateOf(record) > timeOf(bound),
    ByCreatedBefore: (record, bound) => dateOf(record) < timeOf(bound),
  },
  'has its bounds in': {
    ByCreatedAfter: (record, bound) => dateOf(record) >= timeOf(bound),
    ByCreatedBefore: (record, bound) => dateOf(record) <= timeOf(bound),
  },
  'compares seconds': {
    ByCreatedAfter: (record, bound) => second(dateOf(record)) > second(timeOf(bound)),
    ByCreatedBefore: (record, bound) => second(dateOf(record)) < second(timeOf(bound)),
  },
  'does not filter by date': { ByCreatedAfter: all, ByCreatedBefore: all },
};

/** Days and milliseconds before the reading; many fall on one moment, as nightly backups do, or close to it. */
const moment = fc.tuple(fc.constantFrom(0, 1, 1, 2, 30, 31, 89), fc.constantFrom(0, 0, 1, 999, 1000, 1001));
const moments = fc.array(moment, { minLength: 8, maxLength: 40 });
const orders = fc.constantFrom<readonly [name: string, by: (a: AwsRecord, b: AwsRecord) => number]>(
  ['as it comes', () => 0],
  ['oldest first', (a, b) => dateOf(a) - dateOf(b)],
  ['newest first', (a, b) => dateOf(b) - dateOf(a)],
);

const pointAt = ([days, ms]: readonly [number, number], index: number): AwsRecord =>
  point(`p-${index}`, { CreationDate: new Date(Date.parse(daysAgo(days)) - ms).toISOString() });

test.each(Object.keys(servers))('no point is lost or doubled where windows meet: the server %s', async (does) => {
  const sizes = fc.record({ largeCount: fc.constant(1), pointsPerWindow: fc.integer({ min: 1, max: 10 }) });
  // AWS says approximately how many points a vault has.
  const claim = fc.integer({ min: 15, max: 100 });
  const cut: number[] = [];
  await fc.assert(
    fc.asyncProperty(
      ...([moments, orders, sizes, claim, fc.integer({ min: 1, max: 7 }), fc.constantFrom(0.5, 90, 400)] as const),
      async (when, [, order], windows, count, pageSize, age) => {
        const records = when.map(pointAt).sort(order);
        const form = { table: recordFields.recoveryPoint, id: 'RecoveryPointArn', filters: servers[does] ?? {} };
        const points = recordList(records, form);
        const owner = vault('main', { NumberOfRecoveryPoints: count, CreationDate: daysAgo(age) });
        const server = await aws({
          shards: [shard({ records: [owner], scopes: [home], asOf })],
          points: () => points,
          pageSize,
        });
        const { shard: read } = await collected({
          operations: ['ListBackupVaults', 'ListRecoveryPointsByBackupVault'],
          windows,
        });
        await server.close();
        cut.push(server.requests.filter(({ params }) => params.ByCreatedAfter !== undefined).length);
        expect(arnsOf(read.records)).toEqual(arnsOf(records));
        expect(read.coverage).toContainEqual(expect.objectContaining({ status: 'ok', items: records.length }));
        expect(read.coverage.map(({ status }) => status)).toEqual(['ok', 'ok']);
      },
    ),
    { numRuns: 30, seed: 20261120 },
  );
  // In most runs there was something to cut.
  expect(cut.filter((requests) => requests > 0).length).toBeGreaterThan(15);
});

const arnsOf = (records: readonly AwsRecord[]): readonly string[] =>
  records.flatMap(({ kind, fields }) => (kind === 'recoveryPoint' ? [String(fields.RecoveryPointArn)] : [])).sort();
