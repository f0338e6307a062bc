import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Shard } from '../../src/inventory/record.ts';
import { end, header, ireland, ndjson, point, readText, vault } from './inventory-text.ts';

const coverage = { kind: 'coverage', ...ireland, operation: '*', status: 'ok' };
const first = ndjson(header, vault({ BackupVaultName: 'Büro' }), coverage, point(), end(2));
const second = ndjson({ ...header, asOf: '2026-11-24T06:00:00Z' }, coverage, point(), end(1));
const whole = Buffer.from(first + second);

/** Lengths at which the text is a complete file, with its last newline and without. */
const complete = [first, first + second].flatMap((text) => [Buffer.byteLength(text) - 1, Buffer.byteLength(text)]);

async function shardsOrNone(bytes: Uint8Array): Promise<readonly Shard[]> {
  try {
    return await readText(bytes);
  } catch (error) {
    if (error instanceof Error && error.name === 'UsageError') return [];
    throw error;
  }
}

const lengths = (bytes: Uint8Array) => Array.from({ length: bytes.length }, (_, length) => length);

test('a text cut off at any byte never passes for a whole one', async () => {
  for (const length of lengths(whole)) {
    const shards = await shardsOrNone(whole.subarray(0, length));
    const isComplete = complete.includes(length);
    expect([length, shards.at(-1)?.cutOff ?? true]).toEqual([length, !isComplete]);
    expect(shards.slice(0, -1).every((shard) => !shard.cutOff)).toBe(true);
  }
});

test('a text cut off after its first header still gives what it has', async () => {
  for (const length of lengths(whole).slice(ndjson(header).length)) {
    const [shard] = await shardsOrNone(whole.subarray(0, length));
    expect([length, shard?.asOf]).toEqual([length, header.asOf]);
  }
});

test('a gzip stream cut off at any byte never passes for a whole one', async () => {
  const bytes = gzipSync(whole);
  for (const length of lengths(bytes)) {
    const shards = await shardsOrNone(bytes.subarray(0, length));
    expect([length, shards.at(-1)?.cutOff ?? true]).toEqual([length, true]);
  }
  expect((await readText(bytes)).map(({ cutOff }) => cutOff)).toEqual([false, false]);
});

test('of two gzip members the first stands when the second is cut off', async () => {
  const one = gzipSync(first);
  const bytes = Buffer.concat([one, gzipSync(second)]);
  for (const length of lengths(bytes).slice(one.length + 1)) {
    const shards = await shardsOrNone(bytes.subarray(0, length));
    expect([length, shards[0]?.records.length, shards.at(-1)?.cutOff]).toEqual([length, 2, true]);
  }
  expect((await readText(bytes.subarray(0, one.length))).map(({ cutOff }) => cutOff)).toEqual([false]);
  expect((await readText(bytes)).map(({ cutOff }) => cutOff)).toEqual([false, false]);
});
