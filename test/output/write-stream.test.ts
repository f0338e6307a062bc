import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { writeStream } from '../../src/output/write-stream.ts';

const piece = 'x'.repeat(70_000);

test('the pieces arrive in order, and the stream stays open for more', async () => {
  const stream = new PassThrough();
  const read = text(stream);
  const listeners = stream.listenerCount('error');
  await writeStream(stream, ['a', 'b', piece, '🗄']);
  await writeStream(stream, ['more']);
  expect(stream.listenerCount('error')).toBe(listeners);
  stream.end();
  expect(await read).toBe(`ab${piece}🗄more`);
});

test('no more is made than the reader takes', async () => {
  let made = 0;
  let taken = 0;
  const slow = new Writable({
    write: (_chunk, _encoding, done) => {
      taken += 1;
      expect(made - taken).toBeLessThanOrEqual(1);
      setImmediate(done);
    },
  });
  function* pieces() {
    for (; made < 50; made += 1) yield piece;
  }
  await writeStream(slow, pieces());
  expect(taken).toBe(50);
});

test('a reader that closes the pipe is no error, and the rest is not made', async () => {
  const reader = spawn('head', ['-c', '10'], { stdio: ['pipe', 'pipe', 'ignore'] });
  let isDone = false;
  function* pieces() {
    try {
      for (;;) yield piece;
    } finally {
      isDone = true;
    }
  }
  await writeStream(reader.stdin, pieces());
  expect(isDone).toBe(true);
  await once(reader, 'close');
  await writeStream(reader.stdin, [piece]);
});

const failing = (error: Error) => new Writable({ write: (_chunk, _encoding, done) => done(error) });

test('any other error of the stream is thrown', async () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
  await expect(writeStream(failing(full), [piece])).rejects.toBe(full);
});

test('an error of the report is thrown, and the stream is left as it was', async () => {
  const stream = new PassThrough().resume();
  function* pieces() {
    yield piece;
    throw new RangeError('half way');
  }
  await expect(writeStream(stream, pieces())).rejects.toThrow(new RangeError('half way'));
  expect([stream.destroyed, stream.listenerCount('error')]).toEqual([false, 0]);
});
