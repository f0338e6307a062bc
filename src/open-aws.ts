import { join } from 'node:path';
import { type OpenInventory, openInventory } from './inventory/open-inventory.ts';
import type { Io } from './io.ts';
import { exitCodeOf, openLive } from './live.ts';
import type { LiveSource } from './live-options.ts';
import type { Notes } from './output/notes.ts';
import { openWhole } from './output/open-whole.ts';
import type { TemporaryFolder } from './output/temporary-folder.ts';
import { demandOf } from './rules/demand.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { writeInventory } from './write-inventory.ts';

type Surroundings = { readonly io: Io; readonly notes: Notes };

/** Reads AWS into a file of our own: only what the rules in force need. */
export async function openAws(
  { live, isWatched }: LiveSource,
  folder: TemporaryFolder | undefined,
  { rules, config }: RulesInForce,
  { io, notes }: Surroundings,
): Promise<OpenInventory & { readonly stopped: number | undefined }> {
  const signal = io.interruption();
  const operations = demandOf(rules).map(({ operation }) => operation);
  const collection = await openLive({ live: live(config?.scope), operations, signal }, io);
  const path = join(folder?.path ?? '', 'inventory.ndjson.gz');
  const file = await openWhole(path);
  await writeInventory({ collection, resumed: undefined, file, signal, notes, isWatched }, io);
  const opened = await openInventory([path], { stdin: io.stdin });
  return { ...opened, stopped: exitCodeOf(signal) };
}
