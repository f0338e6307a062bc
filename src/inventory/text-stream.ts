import { gunzip, gunzipAhead } from './gunzip.ts';
import type { StreamEnd } from './line-reader.ts';

/** A file's text, in pieces; `end` tells how it ended once all of it was read. */
export type TextStream = { readonly text: AsyncIterable<string>; readonly end: () => StreamEnd };

export function textStream(bytes: AsyncIterable<Uint8Array>): TextStream {
  let end: StreamEnd = 'whole';
  const plain = plainBytes(bytes, (gzipped) =>
    gunzip(gzipped, (reason) => {
      end = reason;
    }),
  );
  return { text: decoded(plain), end: () => end };
}

/** The plain bytes of a file that is whole. Throws where it breaks off, and then what it gave may lack the last pieces. */
export const wholeBytes = (bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  plainBytes(bytes, gunzipAhead);

type Unpack = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** Of plain or gzipped bytes the plain ones: told by the magic bytes, since names lie and stdin has none. */
async function* plainBytes(bytes: AsyncIterable<Uint8Array>, unpack: Unpack): AsyncGenerator<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  yield* isGzip ? unpack(following(head, chunks)) : following(head, chunks);
}

async function* following(head: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* { [Symbol.asyncIterator]: () => chunks };
}

/** A character may lie across two pieces; a byte order mark is dropped. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
