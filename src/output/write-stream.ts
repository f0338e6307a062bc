import type { Writable } from 'node:stream';
import { chunks } from './chunks.ts';
import { hasCode } from './system-error.ts';

/** Writes at the speed of the reader. A reader that has had enough (`| head`) is no error: the rest is then not even made. */
export async function writeStream(stream: Writable, pieces: Iterable<string>): Promise<void> {
  // The write's callback gets the error too; without a listener the event would end the process.
  const ignore = () => {};
  stream.on('error', ignore);
  try {
    for (const chunk of chunks(pieces)) await write(stream, chunk);
  } catch (error) {
    if (!hasCode(error, 'EPIPE') && !hasCode(stream.errored, 'EPIPE')) throw error;
  } finally {
    // Of a broken stream the event is still to come.
    if (stream.errored === null) stream.off('error', ignore);
  }
}

/** Resolves when the stream has taken it. */
export const write = (stream: Writable, chunk: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
