import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readInventory } from '../../src/inventory/read-inventory.ts';
import type { Shard } from '../../src/inventory/record.ts';
import {
  end,
  header,
  messageOf,
  ndjson,
  point,
  readPaths,
  readText,
  temporaryFile,
  temporaryFolder,
} from './inventory-text.ts';

/** A whole file whose shard is known by its day. */
const dated = (day: number, ...lines: readonly object[]) =>
  ndjson({ ...header, asOf: `2026-11-${day}T00:00:00.000Z` }, ...lines, end(lines.length));
const days = (shards: readonly Shard[]) => shards.map(({ asOf }) => Number(asOf?.slice(8, 10)));

test('files in the order given', async () => {
  const [one, two] = [await temporaryFile(dated(11)), await temporaryFile(dated(12), 'no-extension')];
  expect(days(await readPaths(two, one))).toEqual([12, 11]);
});

test('a folder: its inventory files by code unit, not deeper', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'b.ndjson'), dated(13));
  await writeFile(join(folder, 'a.json'), dated(12));
  await writeFile(join(folder, 'Z.ndjson.gz'), gzipSync(dated(11)));
  await writeFile(join(folder, 'é.gz'), gzipSync(dated(14)));
  await writeFile(join(folder, 'notes.txt'), 'not read');
  await mkdir(join(folder, 'deeper.json'));
  await writeFile(join(folder, 'deeper.json', 'c.ndjson'), 'not read');
  expect(days(await readPaths(folder))).toEqual([11, 12, 13, 14]);
});

test('a link to a file in a folder', async () => {
  const folder = await temporaryFolder();
  await symlink(await temporaryFile(dated(15)), join(folder, 'linked.ndjson'));
  expect(days(await readPaths(folder))).toEqual([15]);
});

test('stdin beside files', async () => {
  const stdin = Readable.from([dated(16)]);
  expect(days(await readInventory([await temporaryFile(dated(11)), '-'], { stdin }))).toEqual([11, 16]);
});

test('no path reads nothing', async () => {
  expect(await readPaths()).toEqual([]);
});

test('paths that cannot be read, all at once', async () => {
  const empty = await temporaryFolder();
  await writeFile(join(empty, 'notes.txt'), 'x');
  const missing = join(empty, 'missing.ndjson');
  expect(await messageOf(readPaths(missing, empty, '-', '-', join(empty, 'notes.txt', 'x.json')))).toBe(
    [
      `${missing}: no such file or folder`,
      `${empty}: has no inventory in it: no *.ndjson, *.json or *.gz file (deeper folders are not looked into)`,
      `${join(empty, 'notes.txt', 'x.json')}: no such file or folder`,
      '-: stdin can be read once only; give "-" once',
    ].join('\n'),
  );
});

test('faults of all files at once, in order', async () => {
  const one = await temporaryFile(ndjson(header, point({ IsParent: 'x' })));
  const two = await temporaryFile('');
  const three = await temporaryFile(ndjson(header, '{'));
  expect(await messageOf(readPaths(three, one, two))).toBe(
    [
      `${three}:2: expected a JSON object, got "{"`,
      `${one}:2: "IsParent" of recoveryPoint: expected true or false, got "x"`,
      `${two}: is empty`,
    ].join('\n'),
  );
});

test.each([1, 10, 65_536])('gzip is told by its content, whatever the chunks (%i bytes)', async (chunk) => {
  const bytes = Buffer.concat([gzipSync(dated(11, point())), gzipSync(dated(12)), Buffer.alloc(8)]);
  const shards = await readText(bytes, {}, chunk);
  expect(days(shards)).toEqual([11, 12]);
  expect(shards.map(({ cutOff }) => cutOff)).toEqual([false, false]);
});

const many = dated(11, ...Array.from({ length: 400 }, (_, i) => point({ ResourceName: `${i * 7919}` })));

test.each([100, 200, 500, 1000])('a gzip stream corrupt %i bytes before its end is cut off there', async (distance) => {
  const bytes = gzipSync(many);
  bytes.fill(0xff, bytes.length - distance, bytes.length - distance + 50);
  const [shard] = await readText(bytes);
  expect(shard?.cutOff).toBe(true);
  expect(shard?.records.length).toBeGreaterThan(50);
});

test('a gzip stream whose checksum does not fit is cut off', async () => {
  const bytes = gzipSync(many);
  bytes.fill(0xff, bytes.length - 8, bytes.length - 4);
  expect(await readText(bytes)).toMatchObject([{ cutOff: true }]);
});

test('bytes after a gzip stream that are none cut it off', async () => {
  const shards = await readText(Buffer.concat([gzipSync(many), Buffer.from('something else')]));
  expect(shards).toMatchObject([{ cutOff: true }]);
});

test('a gzip stream without content', async () => {
  expect(await messageOf(readText(gzipSync('')))).toBe('stdin: is empty');
  expect(await messageOf(readText(gzipSync(dated(11)).subarray(0, 12)))).toBe(
    'stdin: is cut off before its first line: nothing of it can be used',
  );
});
