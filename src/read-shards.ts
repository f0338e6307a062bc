import { resolve } from 'node:path';
import type { Sink } from './collectors/reading.ts';
import { readInventory } from './inventory/read-inventory.ts';
import type { Scope, Shard } from './inventory/record.ts';
import { openShard } from './inventory/shard-builder.ts';
import type { Io } from './io.ts';
import { exitCodeOf, nothingKept, openLive, readLive } from './live.ts';
import type { LiveWish } from './live-options.ts';
import type { Notes } from './output/notes.ts';
import { demandOf } from './rules/demand.ts';
import type { RulesInForce } from './rules-in-force.ts';

export type Source = {
  /** Files to judge; undefined: AWS. */
  readonly inventory: readonly string[] | undefined;
  readonly fileScope: Scope | undefined;
  readonly live: LiveWish;
  /** Whether to show how far a reading is. */
  readonly isWatched: boolean;
};

/** What there is to judge; `stopped` is the exit code where the user interrupted the reading. */
export type Shards = { readonly shards: readonly Shard[]; readonly stopped?: number | undefined };

type Surroundings = { readonly io: Io; readonly notes: Notes };

/** From files, else from AWS: there only what the rules in force need. */
export const readShards = async (source: Source, inForce: RulesInForce, around: Surroundings): Promise<Shards> =>
  source.inventory === undefined ? readAws(source, inForce, around) : readFiles(source, around);

export const inventoryPaths = ({ inventory = [] }: Source, cwd: string): readonly string[] =>
  inventory.map((path) => (path === '-' ? path : resolve(cwd, path)));

async function readFiles(source: Source, { io }: Surroundings): Promise<Shards> {
  const options = { stdin: io.stdin, fileScope: source.fileScope };
  return { shards: await readInventory(inventoryPaths(source, io.cwd), options) };
}

async function readAws({ live, isWatched }: Source, inForce: RulesInForce, around: Surroundings): Promise<Shards> {
  const { io, notes } = around;
  const signal = io.interruption();
  const operations = demandOf(inForce.rules).map(({ operation }) => operation);
  const collection = await openLive({ live: live(inForce.config?.scope), operations, signal }, io);
  const shard = openShard({ asOf: io.now().toISOString(), scopes: collection.scopes });
  let records = 0;
  const sink: Sink = {
    records: async (page) => {
      records += page.length;
      for (const record of page) shard.addRecord(record);
    },
    coverage: async (line) => shard.addCoverage(line),
  };
  const whole = await readLive({ collection, sink, kept: nothingKept, notes, isWatched }, io);
  if (whole) shard.end(records);
  return { shards: [shard.shard()], stopped: exitCodeOf(signal) };
}
