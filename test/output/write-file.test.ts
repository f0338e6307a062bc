import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { writeWhole } from '../../src/output/write-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const textAt = (name: string) => readFileSync(at(name), 'utf8');

test('a new file has all the pieces, and nothing is left beside it', async () => {
  const pieces = Array.from({ length: 30_000 }, (_, index) => `piece ${index} 🗄\n`);
  await writeWhole(at('new.json'), pieces);
  expect(textAt('new.json')).toBe(pieces.join(''));
  expect(readdirSync(folder)).toEqual(['new.json']);
});

test.each([0o600, 0o640, 0o666])('an old file is replaced whole and keeps its mode %o', async (mode) => {
  writeFileSync(at('old.json'), 'a longer text than the new one');
  chmodSync(at('old.json'), mode);
  await writeWhole(at('old.json'), ['new']);
  expect(textAt('old.json')).toBe('new');
  expect(statSync(at('old.json')).mode & 0o777).toBe(mode);
});

test('the old file stands until the new one is whole', async () => {
  writeFileSync(at('old.json'), 'old');
  const seen: string[] = [];
  function* pieces() {
    for (let index = 0; index < 3; index += 1) {
      seen.push(textAt('old.json'));
      yield 'x'.repeat(100_000);
    }
  }
  await writeWhole(at('old.json'), pieces());
  expect(seen).toEqual(['old', 'old', 'old']);
  expect(textAt('old.json')).toHaveLength(300_000);
});

test('where making the text fails half way, the old file is untouched and no other is left', async () => {
  writeFileSync(at('old.json'), 'old');
  function* pieces() {
    yield 'x'.repeat(100_000);
    throw new RangeError('half way');
  }
  await expect(writeWhole(at('old.json'), pieces())).rejects.toThrow(new RangeError('half way'));
  await expect(writeWhole(at('new.json'), pieces())).rejects.toThrow(new RangeError('half way'));
  expect(textAt('old.json')).toBe('old');
  expect(readdirSync(folder)).toEqual(['old.json']);
});

test('a link is followed, also to a file that is not there yet', async () => {
  mkdirSync(at('real'));
  writeFileSync(at('real/old.json'), 'old');
  symlinkSync('real/old.json', at('to-old'));
  symlinkSync('to-old', at('to-link'));
  symlinkSync('real/new.json', at('to-new'));
  for (const link of ['to-link', 'to-new']) await writeWhole(at(link), [link]);
  expect([textAt('real/old.json'), textAt('real/new.json')]).toEqual(['to-link', 'to-new']);
  expect(readdirSync(at('real'))).toEqual(['new.json', 'old.json']);
  expect(readdirSync(folder).sort()).toEqual(['real', 'to-link', 'to-new', 'to-old']);
});

test('a temporary file of somebody else is not taken over', async () => {
  writeFileSync(at('.backuplint-1.tmp'), 'theirs');
  await expect(writeWhole(at('x.json'), ['mine'], '1')).rejects.toThrow(/EEXIST/);
  expect(textAt('.backuplint-1.tmp')).toBe('theirs');
  expect(existsSync(at('x.json'))).toBe(false);
});

test.each([
  ['a missing folder', 'missing/x.json', /there is no folder .*missing; make it first/],
  ['a folder that is a file', 'file/x.json', /file is not a folder/],
  ['a folder as the file', '.', /it is a folder; name a file in it/],
  ['a link to itself', 'loop', /lead in a circle/],
])('%s: the user is told what to do', async (_, name, message) => {
  writeFileSync(at('file'), '');
  symlinkSync('loop', at('loop'));
  const path = at(name);
  const failure = writeWhole(path, ['text']);
  await expect(failure).rejects.toThrow(UsageError);
  await expect(failure).rejects.toThrow(`cannot write ${path}: `);
  await expect(failure).rejects.toThrow(message);
});

/** The superuser may write anywhere but where the kernel itself says no. */
const locked = process.getuid?.() === 0 ? '/sys/kernel' : undefined;

test.skipIf(locked !== undefined && !existsSync(locked))('a folder that may not be written', async () => {
  if (locked === undefined) chmodSync(folder, 0o555);
  const failure = writeWhole(join(locked ?? folder, 'x.json'), ['text']);
  await expect(failure).rejects.toThrow(UsageError);
  await expect(failure).rejects.toThrow(/must both be writable|file system is read-only|not permitted/);
  if (locked === undefined) chmodSync(folder, 0o755);
});

test.skipIf(process.getuid?.() === 0)('a file that its owner made read-only stays', async () => {
  writeFileSync(at('old.json'), 'old', { mode: 0o444 });
  await expect(writeWhole(at('old.json'), ['new'])).rejects.toThrow(UsageError);
  expect(textAt('old.json')).toBe('old');
});
