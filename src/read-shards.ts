import { resolve } from 'node:path';
import { readInventory } from './inventory/read-inventory.ts';
import type { Scope, Shard } from './inventory/record.ts';
import type { Io } from './io.ts';
import type { LiveSource } from './live-options.ts';
import type { Notes } from './output/notes.ts';
import type { RulesInForce } from './rules-in-force.ts';

export type Source = LiveSource & {
  /** Files to judge; undefined: AWS. */
  readonly inventory: readonly string[] | undefined;
  readonly fileScope: Scope | undefined;
};

/** What there is to judge; `stopped` is the exit code where the user interrupted the reading. */
export type Shards = { readonly shards: readonly Shard[]; readonly stopped?: number | undefined };

type Surroundings = { readonly io: Io; readonly notes: Notes };

/** From files, else from AWS: there only what the rules in force need. */
export const readShards = async (source: Source, inForce: RulesInForce, around: Surroundings): Promise<Shards> =>
  source.inventory === undefined
    ? (await import('./read-aws.ts')).readAws(source, inForce, around)
    : readFiles(source, around);

export const inventoryPaths = ({ inventory = [] }: Source, cwd: string): readonly string[] =>
  inventory.map((path) => (path === '-' ? path : resolve(cwd, path)));

async function readFiles(source: Source, { io }: Surroundings): Promise<Shards> {
  const options = { stdin: io.stdin, fileScope: source.fileScope };
  return { shards: await readInventory(inventoryPaths(source, io.cwd), options) };
}
