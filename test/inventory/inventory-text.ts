import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ReadOptions, readInventory } from '../../src/inventory/read-inventory.ts';
import type { Shard } from '../../src/inventory/record.ts';

export const ireland = { accountId: '111122223333', region: 'eu-west-1' };
export const header = {
  kind: 'inventory',
  schemaVersion: 1,
  generator: 'backuplint/0.1.0',
  asOf: '2026-11-23T06:00:00.000Z',
  scopes: [ireland],
};
const vaultArn = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:prod';
export const pointArn = 'arn:aws:backup:eu-west-1:111122223333:recovery-point:0a1b2c3d';

export const point = (fields: object = {}) => ({
  kind: 'recoveryPoint',
  ...ireland,
  RecoveryPointArn: pointArn,
  ...fields,
});
export const vault = (fields: object = {}) => ({
  kind: 'backupVault',
  ...ireland,
  BackupVaultArn: vaultArn,
  ...fields,
});
export const end = (records: number) => ({ kind: 'end', records });

/** Lines as a file has them: objects as JSON, strings as they are. */
export const ndjson = (...lines: readonly (object | string)[]): string =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'inventory-'));

export async function temporaryFile(content: string | Uint8Array, name = 'inventory.ndjson'): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

type Options = Partial<ReadOptions>;

/** Through stdin, in chunks of so many bytes, so that messages name the same file everywhere. */
export function readText(
  content: string | Uint8Array,
  options: Options = {},
  chunk = 65_536,
): Promise<readonly Shard[]> {
  const bytes = Buffer.from(content);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, i) =>
    bytes.subarray(i * chunk, (i + 1) * chunk),
  );
  return readInventory(['-'], { stdin: Readable.from(chunks, { objectMode: false }), ...options });
}

export const readPaths = (...paths: readonly string[]): Promise<readonly Shard[]> =>
  readInventory(paths, { stdin: Readable.from([]) });

/** What a single shard around these lines reads to. */
export async function readShard(...lines: readonly (object | string)[]): Promise<Shard> {
  const [shard] = await readText(ndjson(header, ...lines));
  if (shard === undefined) throw new Error('no shard was read');
  return shard;
}

export async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || error.name !== 'UsageError') throw new Error(`no UsageError: ${String(error)}`);
  return error.message;
}
