import { gzipSync } from 'node:zlib';

/** Characters packed at once: enough that packing them apart costs next to nothing. */
const partLength = 1_000_000;

/**
 * Bytes that a text has when it is gzipped: its parts are packed apart, so that it is never held whole, which comes to the
 * same within a hundredth. A text within the limit as it stands is not packed.
 */
export function gzippedSize(text: () => Iterable<string>, limit: number): number {
  const plain = sum(text(), (piece) => Buffer.byteLength(piece));
  return plain <= limit ? plain : sum(parts(text()), (part) => gzipSync(part).length);
}

function* parts(pieces: Iterable<string>): Iterable<string> {
  let part = '';
  for (const piece of pieces) {
    part += piece;
    if (part.length < partLength) continue;
    yield part;
    part = '';
  }
  yield part;
}

function sum(pieces: Iterable<string>, sizeOf: (piece: string) => number): number {
  let total = 0;
  for (const piece of pieces) total += sizeOf(piece);
  return total;
}
