import { afterEach } from 'vitest';
import { type Operation, operationNames } from '../../src/catalogue/operations.ts';
import { systemClock } from '../../src/collectors/clock.ts';
import { type CollectOptions, openCollection } from '../../src/collectors/collect.ts';
import type { Kept } from '../../src/collectors/reading.ts';
import type { Tally } from '../../src/collectors/tally.ts';
import type { Scope, Shard } from '../../src/inventory/record.ts';
import { openShard } from '../../src/inventory/shard-builder.ts';
import { type AwsOptions, type AwsServer, startAws } from '../aws/start-aws.ts';

const open: AwsServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** A server for one test; the SDK finds it, and the caller's keys, in the environment. */
export async function aws(options: AwsOptions): Promise<AwsServer> {
  const server = await startAws(options);
  open.push(server);
  Object.assign(process.env, server.env, {
    AWS_REGION: 'eu-west-1',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
  return server;
}

export type Wish = Partial<Omit<CollectOptions, 'operations' | 'who'>> & {
  readonly operations?: readonly Operation[];
  readonly who?: Partial<CollectOptions['who']>;
};

/** Far above AWS's rates: what is tested is not the pace. */
const fast = { total: 100_000, assumed: 100_000, callsPerSecond: {} };

export function options({ operations = operationNames, who, ...others }: Wish = {}): CollectOptions {
  return {
    who: {
      accounts: undefined,
      regions: ['eu-west-1'],
      roleName: undefined,
      externalId: undefined,
      profile: undefined,
      ...who,
    },
    operations: new Set(operations),
    filters: {},
    concurrency: 8,
    rateShare: 0.8,
    rates: fast,
    settings: { version: '0.0.0-test', callTimeout: 10_000, maxAttempts: 1 },
    timeLimit: 20_000,
    home: 'eu-west-1',
    clock: systemClock,
    now: () => new Date('2026-11-20T06:00:00.000Z'),
    signal: new AbortController().signal,
    ...others,
  };
}

const nothingKept: Kept = { list: () => undefined };

export type Collected = { readonly shard: Shard; readonly tally: Tally; readonly whole: boolean };

/** What a live reading comes to. */
export async function collected(wish: Wish = {}, kept: (scope: Scope) => Kept = () => nothingKept): Promise<Collected> {
  const collection = await openCollection(options(wish));
  const builder = openShard({ asOf: '2026-11-20T06:00:00.000Z', scopes: collection.scopes });
  let records = 0;
  const whole = await collection.read(
    {
      records: async (page) => {
        records += page.length;
        for (const record of page) builder.addRecord(record);
      },
      coverage: async (line) => builder.addCoverage(line),
    },
    kept,
  );
  if (whole) builder.end(records);
  return { shard: builder.shard(), tally: collection.tally, whole };
}
