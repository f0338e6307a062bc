import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

/** A stdout that fails at once, as a closed pipe or a file on a full disk does. */
const failing = (code: string) =>
  new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error(`${code}: write`), { code, errno: -1, syscall: 'write' }));
    },
  }).on('error', () => {});

test.each(['rules', 'explain BKP301', '--help', '--version'])(
  '%s: a reader that has gone away is no error',
  async (line) => {
    expect(await runCli(line, { stdout: failing('EPIPE') })).toEqual({ code: 0, stdout: '', stderr: '' });
  },
);

test.each(['rules', 'explain BKP301', '--help'])(
  '%s: a full disk is the user’s to mend, and no finding',
  async (line) => {
    const { code, stderr } = await runCli(line, { stdout: failing('ENOSPC') });
    expect(stderr).toMatch(/^error: cannot write stdout: the disk is full/);
    expect(code).toBe(2);
  },
);
