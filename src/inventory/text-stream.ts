import { gunzip } from './gunzip.ts';
import type { StreamEnd } from './line-reader.ts';

/** A file's text, in pieces; `end` tells how it ended once all of it was read. */
export type TextStream = { readonly text: AsyncIterable<string>; readonly end: () => StreamEnd };

/** Plain bytes, in pieces; `end` tells how they ended once all were read. */
export type ByteStream = { readonly bytes: AsyncIterable<Uint8Array>; readonly end: () => StreamEnd };

export function textStream(bytes: AsyncIterable<Uint8Array>): TextStream {
  const stream = byteStream(bytes);
  return { text: decoded(stream.bytes), end: stream.end };
}

/** Of plain or gzipped bytes the plain ones: told by the magic bytes, since names lie and stdin has none. */
export function byteStream(bytes: AsyncIterable<Uint8Array>): ByteStream {
  let end: StreamEnd = 'whole';
  const plain = plainBytes(bytes, (reason) => {
    end = reason;
  });
  return { bytes: plain, end: () => end };
}

type OnBreak = Parameters<typeof gunzip>[1];

async function* plainBytes(bytes: AsyncIterable<Uint8Array>, onBreak: OnBreak): AsyncGenerator<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  yield* isGzip ? gunzip(following(head, chunks), onBreak) : following(head, chunks);
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
