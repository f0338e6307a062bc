import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { openWhole } from '../../src/output/open-whole.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const textAt = (name: string) => readFileSync(at(name), 'utf8');
const lines = Array.from({ length: 4000 }, (_, index) => `line ${index} 🗄\n`);

async function written(path: string, pieces: readonly string[]): Promise<void> {
  const file = await openWhole(path);
  for (const piece of pieces) await file.write(piece);
  await file.keep();
}

test('a new file appears when it is kept, with all that was written, and nothing beside it', async () => {
  const file = await openWhole(at('new.ndjson'), 'mine');
  for (const line of lines) await file.write(line);
  expect(readdirSync(folder)).toEqual(['.backuplint-mine.tmp']);
  await file.keep();
  expect(readdirSync(folder)).toEqual(['new.ndjson']);
  expect(textAt('new.ndjson')).toBe(lines.join(''));
});

test('writes that nobody waited for are kept in their order', async () => {
  const file = await openWhole(at('new.ndjson'));
  await Promise.all(lines.map((line) => file.write(line)));
  await file.keep();
  expect(textAt('new.ndjson')).toBe(lines.join(''));
});

test('a file with nothing in it is a file too', async () => {
  await written(at('plain.ndjson'), []);
  await written(at('zipped.gz'), []);
  expect(textAt('plain.ndjson')).toBe('');
  expect(gunzipSync(readFileSync(at('zipped.gz'))).toString()).toBe('');
});

test('a name in .gz is gzipped, in one piece', async () => {
  await written(at('new.ndjson.gz'), lines);
  const bytes = readFileSync(at('new.ndjson.gz'));
  expect(gunzipSync(bytes).toString()).toBe(lines.join(''));
  expect(bytes.length).toBeLessThan(lines.join('').length / 4);
  expect(readdirSync(folder)).toEqual(['new.ndjson.gz']);
});

describe.each(['old.ndjson', 'old.gz'])('what is discarded leaves nothing behind: %s', (name) => {
  test.each<[what: string, pieces: readonly string[]]>([
    ['at once', []],
    ['after some writes', lines],
  ])('%s', async (_, pieces) => {
    writeFileSync(at(name), 'old');
    for (const path of [name, `new-${name}`]) {
      const file = await openWhole(at(path));
      for (const piece of pieces) await file.write(piece);
      await file.discard();
    }
    expect(readdirSync(folder)).toEqual([name]);
    expect(textAt(name)).toBe('old');
  });

  test('while a write is under way', async () => {
    const file = await openWhole(at(name));
    const writing = file.write('x'.repeat(1_000_000)).catch(() => undefined);
    await file.discard();
    await writing;
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('what was kept may be discarded after: the file stays', async () => {
  const file = await openWhole(at('new.ndjson'));
  await file.write('text');
  await file.keep();
  await file.discard();
  expect(textAt('new.ndjson')).toBe('text');
  expect(readdirSync(folder)).toEqual(['new.ndjson']);
});

test('the old file stands until the new one is kept', async () => {
  writeFileSync(at('old.ndjson'), 'a longer text than the new one');
  const file = await openWhole(at('old.ndjson'));
  await file.write('new');
  expect(textAt('old.ndjson')).toBe('a longer text than the new one');
  await file.keep();
  expect(textAt('old.ndjson')).toBe('new');
});

test.each([0o600, 0o640, 0o666])('an old file keeps its mode %o', async (mode) => {
  writeFileSync(at('old.ndjson'), 'old');
  chmodSync(at('old.ndjson'), mode);
  await written(at('old.ndjson'), ['new']);
  expect(textAt('old.ndjson')).toBe('new');
  expect(statSync(at('old.ndjson')).mode & 0o777).toBe(mode);
});

test('a link is followed, also to a file that is not there yet', async () => {
  mkdirSync(at('real'));
  writeFileSync(at('real/old.ndjson'), 'old');
  symlinkSync('real/old.ndjson', at('to-old'));
  symlinkSync('real/new.ndjson', at('to-new'));
  for (const link of ['to-old', 'to-new']) await written(at(link), [link]);
  expect([textAt('real/old.ndjson'), textAt('real/new.ndjson')]).toEqual(['to-old', 'to-new']);
  expect([readlinkSync(at('to-old')), readlinkSync(at('to-new'))]).toEqual(['real/old.ndjson', 'real/new.ndjson']);
  expect(readdirSync(at('real'))).toEqual(['new.ndjson', 'old.ndjson']);
});

test('a device is written through, and nothing is left beside it', async () => {
  await written('/dev/null', lines);
  const file = await openWhole('/dev/null', 'mine');
  await file.write('gone');
  await file.discard();
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  expect(existsSync('/dev/.backuplint-mine.tmp')).toBe(false);
});

test('a full device fails with what to do, and may be discarded', async () => {
  const file = await openWhole('/dev/full');
  const failure = file.write('text').then(() => file.keep());
  await expect(failure).rejects.toThrow(UsageError);
  await expect(failure).rejects.toThrow('cannot write /dev/full: the disk is full; make room');
  await file.discard();
});

test('a temporary file of somebody else is not taken over', async () => {
  writeFileSync(at('.backuplint-1.tmp'), 'theirs');
  await expect(openWhole(at('x.ndjson'), '1')).rejects.toThrow(/EEXIST/);
  expect(textAt('.backuplint-1.tmp')).toBe('theirs');
});

test('a file that cannot be put in its place is a usage error, and discarding leaves nothing', async () => {
  const file = await openWhole(at('x.ndjson'));
  await file.write('text');
  mkdirSync(at('x.ndjson'));
  await expect(file.keep()).rejects.toThrow(`cannot write ${at('x.ndjson')}: it is a folder`);
  await file.discard();
  expect(readdirSync(folder)).toEqual(['x.ndjson']);
});

describe('what cannot be opened', () => {
  test.each([
    ['a missing folder', 'missing/x.ndjson', /there is no folder .*missing; make it first/],
    ['a folder that is a file', 'file/x.ndjson', /file is not a folder/],
    ['a folder as the file', '.', /it is a folder; name a file in it/],
    ['a link to itself', 'loop', /lead in a circle/],
  ])('%s: the user is told what to do', async (_, name, message) => {
    writeFileSync(at('file'), '');
    symlinkSync('loop', at('loop'));
    const path = at(name);
    const failure = openWhole(path);
    await expect(failure).rejects.toThrow(UsageError);
    await expect(failure).rejects.toThrow(`cannot write ${path}: `);
    await expect(failure).rejects.toThrow(message);
    expect(readdirSync(folder).sort()).toEqual(['file', 'loop']);
  });

  /** The superuser may write anywhere but where the kernel itself says no. */
  const locked = process.getuid?.() === 0 ? '/sys/kernel' : undefined;

  test.skipIf(locked !== undefined && !existsSync(locked))('a folder that may not be written', async () => {
    if (locked === undefined) chmodSync(folder, 0o555);
    const failure = openWhole(join(locked ?? folder, 'x.ndjson'));
    await expect(failure).rejects.toThrow(UsageError);
    await expect(failure).rejects.toThrow(/must both be writable|file system is read-only|not permitted/);
    if (locked === undefined) chmodSync(folder, 0o755);
  });

  test.skipIf(process.getuid?.() === 0)('a file that its owner made read-only stays', async () => {
    writeFileSync(at('old.ndjson'), 'old', { mode: 0o444 });
    await expect(openWhole(at('old.ndjson'))).rejects.toThrow(UsageError);
    expect(textAt('old.ndjson')).toBe('old');
    expect(readdirSync(folder)).toEqual(['old.ndjson']);
  });
});
