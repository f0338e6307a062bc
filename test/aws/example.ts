import { Readable } from 'node:stream';
import { readInventory } from '../../src/inventory/read-inventory.ts';
import type { Shard } from '../../src/inventory/record.ts';

/** The shards of the example estate. */
export const exampleShards = (): Promise<readonly Shard[]> =>
  readInventory(['examples/inventory.ndjson'], { stdin: Readable.from([]) });
