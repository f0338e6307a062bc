import type { Sink } from './collectors/reading.ts';
import type { Shard } from './inventory/record.ts';
import { openShard } from './inventory/shard-builder.ts';
import type { Io } from './io.ts';
import { exitCodeOf, nothingKept, openLive, readLive } from './live.ts';
import type { LiveSource } from './live-options.ts';
import type { Notes } from './output/notes.ts';
import { demandOf } from './rules/demand.ts';
import type { RulesInForce } from './rules-in-force.ts';

type Surroundings = { readonly io: Io; readonly notes: Notes };

/** Reads AWS into memory: only what the rules in force need. */
export async function readAws(
  { live, isWatched }: LiveSource,
  inForce: RulesInForce,
  around: Surroundings,
): Promise<{ readonly shards: readonly Shard[]; readonly stopped: number | undefined }> {
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
