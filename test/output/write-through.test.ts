import { execFileSync, spawn } from 'node:child_process';
import {
  createReadStream,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../src/output/write-file.ts';

let folder = '';
let fifo = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-through-'));
  fifo = join(folder, 'pipe');
  execFileSync('sh', ['-c', 'mkfifo "$0"', fifo]);
});
afterEach(() => rmSync(folder, { recursive: true }));

const endless = function* () {
  for (;;) yield 'x'.repeat(70_000);
};

test('a named pipe is written through and stays a pipe', async () => {
  const pieces = ['a'.repeat(200_000), 'end'];
  const [read] = await Promise.all([text(createReadStream(fifo)), writeWhole(fifo, pieces)]);
  expect(read).toBe(pieces.join(''));
  expect(statSync(fifo).isFIFO()).toBe(true);
  expect(readdirSync(folder)).toEqual(['pipe']);
});

test('a reader of a pipe that has had enough is no error', async () => {
  const reader = spawn('head', ['-c', '10', fifo], { stdio: 'ignore' });
  await writeWhole(fifo, endless());
  expect(reader.pid).toBeGreaterThan(0);
});

test('a device is written, not replaced', async () => {
  await writeWhole('/dev/null', ['gone']);
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('a full device fails with what to do', async () => {
  await expect(writeWhole('/dev/full', ['text'])).rejects.toThrow(
    'cannot write /dev/full: the disk is full; make room',
  );
});

test('a file that the shell opened as our stream is added to, not cut off from the shell', async () => {
  const file = join(folder, 'log');
  writeFileSync(file, 'before\n');
  const descriptor = openSync(file, 'a');
  const { ino } = statSync(file);
  await writeWhole(`/dev/fd/${descriptor}`, ['report\n']);
  writeFileSync(descriptor, 'after\n');
  expect(readFileSync(file, 'utf8')).toBe('before\nreport\nafter\n');
  expect(statSync(file).ino).toBe(ino);
});
