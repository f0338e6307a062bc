/** One line, as it stands in a buffer; without its newline, which a last line may lack. */
export type OnLine = (buffer: Buffer, start: number, end: number, isWhole: boolean) => void;

const newline = 10;

/** Lines of bytes that come in pieces. */
export async function eachLineBytes(bytes: AsyncIterable<Uint8Array>, onLine: OnLine): Promise<void> {
  let rest: Buffer | undefined;
  for await (const piece of bytes) {
    const buffer = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const start = rest === undefined ? 0 : finishLine(rest, buffer, onLine);
    if (rest !== undefined && start === 0) rest = Buffer.concat([rest, buffer]);
    else rest = lines(buffer, start, onLine);
  }
  if (rest !== undefined) onLine(rest, 0, rest.length, false);
}

/** The line that began in the piece before; gives where the next one begins, 0 where it still does not end. */
function finishLine(rest: Buffer, buffer: Buffer, onLine: OnLine): number {
  const end = buffer.indexOf(newline);
  if (end < 0) return 0;
  const line = Buffer.concat([rest, buffer.subarray(0, end)]);
  onLine(line, 0, line.length, true);
  return end + 1;
}

/** The whole lines of a piece; gives a copy of what is left of it. */
function lines(buffer: Buffer, from: number, onLine: OnLine): Buffer | undefined {
  let start = from;
  for (let end = buffer.indexOf(newline, start); end >= 0; end = buffer.indexOf(newline, start)) {
    onLine(buffer, start, end, true);
    start = end + 1;
  }
  return start < buffer.length ? Buffer.from(buffer.subarray(start)) : undefined;
}
