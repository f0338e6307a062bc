import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import { UsageError } from '../../src/errors.ts';
import { canonical } from '../../src/inventory/canonical.ts';
import type { AwsRecord, Shard } from '../../src/inventory/record.ts';
import { demandOf } from '../../src/rules/demand.ts';
import type { AwsOptions } from '../aws/start-aws.ts';
import { broken } from '../engine/broken.ts';
import { inputOf } from '../engine/estate.ts';
import { asOf, daysAgo, type Estate, scopes } from '../engine/estate-parts.ts';
import { randomEstate } from '../engine/random-estate.ts';
import { runs } from '../engine/runs.ts';
import { shippedRules } from '../engine/shipped-rules.ts';
import { stateRules } from '../engine/state-rules.ts';
import { aws, collected, type Wish } from './collected.ts';
import { randomFault, randomPageSize } from './random-faults.ts';

/** The others need plans, selections, scan jobs and vault policies. */
const rules = [...shippedRules, ...stateRules];
const operations = demandOf(rules).map(({ operation }) => operation);
const who = {
  accounts: scopes.map(({ accountId }) => ({
    accountId,
    regions: undefined,
    role: undefined,
    externalId: undefined,
  })),
  roleName: 'reader',
};

/** What a reading of the server comes to. */
async function read(options: AwsOptions, wish: Wish = {}): Promise<Shard> {
  const server = await aws(options);
  const { shard, whole } = await collected({ operations, who, ...wish });
  await server.close();
  expect(whole).toBe(true);
  return shard;
}

const countIn = (records: readonly AwsRecord[], vaultArn: unknown): number =>
  new Set(
    records.flatMap(({ kind, fields }) =>
      kind === 'recoveryPoint' && fields.BackupVaultArn === vaultArn ? [fields.RecoveryPointArn] : [],
    ),
  ).size;

/** As AWS has it: a resource is listed once, and a vault says when it was made and about how much it holds. */
function shardOf({ records }: Estate, age: number): Shard {
  const once = new Map(records.map((record) => [keyOf(record), record]));
  const vault = (record: AwsRecord) => ({
    NumberOfRecoveryPoints: countIn(records, record.fields.BackupVaultArn),
    CreationDate: daysAgo(age),
  });
  const all = [...once.values()].map((record) =>
    record.kind === 'backupVault' ? { ...record, fields: { ...record.fields, ...vault(record) } } : record,
  );
  return { asOf, scopes, cutOff: false, records: all, coverage: [] };
}

const keyOf = (record: AwsRecord): string =>
  record.kind === 'protectedResource'
    ? `${record.accountId} ${String(record.fields.ResourceArn)}`
    : canonical([record.kind, record.accountId, record.fields]);

const windows = fc.record({
  largeCount: fc.constantFrom(0, 2, 50_000),
  pointsPerWindow: fc.integer({ min: 1, max: 4 }),
});
const age = fc.constantFrom(1, 90, 400);
const judge = (shard: Shard) => evaluate({ ...inputOf([shard]), rules });
const hurry: Wish = { settings: { version: '0', callTimeout: 100, maxAttempts: 1 }, timeLimit: 200 };

/** Where not even STS tells whose the credentials are, nothing is read, and the user is told. */
function refused(error: unknown): undefined {
  if (!(error instanceof UsageError)) throw error;
}

test('whatever goes wrong, an outcome is what it would have been, or unknown', async () => {
  const faults = fc.array(randomFault(operations), { minLength: 1, maxLength: 3 });
  let felt = 0;
  await fc.assert(
    fc.asyncProperty(randomEstate, age, randomPageSize, windows, faults, async (estate, days, pageSize, sizes, bad) => {
      const shards = [shardOf(estate, days)];
      const sound = await read({ shards });
      const spoilt = await read({ shards, pageSize, faults: bad }, { windows: sizes, ...hurry }).catch(refused);
      fc.pre(spoilt !== undefined);
      felt += spoilt.coverage.some(({ status }) => status !== 'ok') ? 1 : 0;
      expect(broken(judge(sound), judge(spoilt))).toEqual([]);
    }),
    { numRuns: runs(70), seed: 20261120 },
  );
  // Most faults hit something: else nothing would have been tried.
  expect(felt).toBeGreaterThan(35);
}, 180_000);

test('the size of pages and windows changes nothing at all', async () => {
  const sorted = ({ records }: Shard) => records.map(canonical).sort();
  const lines = ({ coverage }: Shard) => coverage.map(canonical).sort();
  await fc.assert(
    fc.asyncProperty(randomEstate, age, randomPageSize, windows, async (estate, days, pageSize, sizes) => {
      const shards = [shardOf(estate, days)];
      const plain = await read({ shards });
      const other = await read({ shards, pageSize }, { windows: sizes });
      expect(sorted(other)).toEqual(sorted(plain));
      expect(lines(other)).toEqual(lines(plain));
      expect(lines(plain).filter((line) => !line.includes('"status":"ok"'))).toEqual([]);
    }),
    { numRuns: runs(30), seed: 20261120 },
  );
});
