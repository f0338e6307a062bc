import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type OpenInventory, openInventory } from './inventory/open-inventory.ts';
import type { Io } from './io.ts';
import type { Notes } from './output/notes.ts';
import { type TemporaryFolder, temporaryFolder } from './output/temporary-folder.ts';
import { inventoryPaths, readShards, type Source } from './read-shards.ts';
import type { RulesInForce } from './rules-in-force.ts';

/** What there is to judge, its recovery points not held. */
export type OpenShards = OpenInventory & {
  /** The exit code where the user interrupted the reading. */
  readonly stopped: number | undefined;
  readonly close: () => Promise<void>;
};

type Surroundings = { readonly io: Io; readonly notes: Notes };

/** From files, else from AWS. What comes once is kept in a file of our own meanwhile, so that it can be read again. */
export async function openShards(source: Source, inForce: RulesInForce, around: Surroundings): Promise<OpenShards> {
  const isOnDisk = source.inventory !== undefined && !source.inventory.includes('-');
  const folder = isOnDisk ? undefined : await temporaryFolder();
  if (!isOnDisk && folder === undefined) return held(source, inForce, around);
  const close = async () => folder?.remove();
  try {
    const opened = await (source.inventory === undefined
      ? (await import('./open-aws.ts')).openAws(source, folder, inForce, around)
      : openFiles(source, folder, around.io));
    return { ...opened, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function held(source: Source, inForce: RulesInForce, around: Surroundings): Promise<OpenShards> {
  const { shards, stopped } = await readShards(source, inForce, around);
  return {
    shards,
    stopped,
    eachPoint: async (take) => {
      for (const shard of shards) {
        for (const record of shard.records) if (record.kind === 'recoveryPoint') take(record, shard);
      }
    },
    close: async () => {},
  };
}

type Opened = Omit<OpenShards, 'close'>;

async function openFiles(source: Source, folder: TemporaryFolder | undefined, io: Io): Promise<Opened> {
  const stdinFile = folder && join(folder.path, 'stdin');
  if (stdinFile !== undefined) await pipeline(Readable.from(io.stdin), createWriteStream(stdinFile));
  const options = { stdin: io.stdin, stdinFile, fileScope: source.fileScope };
  return { ...(await openInventory(inventoryPaths(source, io.cwd), options)), stopped: undefined };
}
