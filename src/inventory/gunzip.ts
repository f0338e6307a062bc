import { pipeline, Readable } from 'node:stream';
import { createGunzip, type Gunzip } from 'node:zlib';

/**
 * The content of a gzip stream, as far as it can be had; `onBreak` is called after the last readable byte. Each piece
 * is written alone and waited for, because a failing stream drops what it holds back.
 */
export async function* gunzip(
  chunks: AsyncIterable<Uint8Array>,
  onBreak: (end: 'cutOff' | 'corrupt') => void,
): AsyncGenerator<Uint8Array> {
  const stream = createGunzip({ chunkSize: outputSize });
  const output: Uint8Array[] = [];
  stream.on('data', (chunk: Uint8Array) => output.push(chunk));
  const isOver = over(stream);
  try {
    for await (const piece of pieces(chunks)) {
      await Promise.race([written(stream, piece), isOver]);
      yield* output.splice(0);
    }
    stream.end();
    await isOver;
  } catch (error) {
    onBreak(breakOf(error));
  } finally {
    stream.destroy();
  }
  yield* output.splice(0);
}

/** Bytes decoded at once: with the 16 KiB that zlib has of itself, handing them on takes as long as decoding. */
const outputSize = 262_144;

/** The content of a whole gzip stream, decoded ahead of who reads it, on a thread of zlib's. Throws where it breaks. */
export const gunzipAhead = (chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  // Who reads is told of an error by the stream itself.
  pipeline(Readable.from(chunks), createGunzip({ chunkSize: outputSize }), () => undefined);

/** zlib says `Z_BUF_ERROR` where input is missing and other codes where it is wrong; other errors are not its own. */
function breakOf(error: unknown): 'cutOff' | 'corrupt' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('Z_')) throw error;
  return code === 'Z_BUF_ERROR' ? 'cutOff' : 'corrupt';
}

/** A call that meets corrupt bytes drops all it decoded: in small pieces at first, or a small file would be lost whole. */
async function* pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of chunks) {
    const size = seen < 16_384 ? 64 : chunk.length;
    for (let start = 0; start < chunk.length; start += size) yield chunk.subarray(start, start + size);
    seen += chunk.length;
  }
}

const written = (stream: Gunzip, chunk: Uint8Array): Promise<void> =>
  new Promise((resolve) => stream.write(chunk, () => resolve()));

/** Resolves at the end of the last member (which may be followed by padding), rejects where the stream breaks. */
function over(stream: Gunzip): Promise<void> {
  const promise = new Promise<void>((resolve, reject) => {
    stream.once('end', resolve);
    stream.once('error', reject);
  });
  // It may fail while nobody waits for it: whoever waits next is told.
  promise.catch(() => undefined);
  return promise;
}
