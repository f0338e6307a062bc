export type LineBatch = {
  readonly lines: readonly string[];
  /** False for a last line that no newline ends: it may be half a line. */
  readonly areWhole: boolean;
};

/** Lines of a text that comes in pieces, as many at once as a piece ends: one at a time costs more than reading them. */
export async function* textLines(pieces: AsyncIterable<string>): AsyncGenerator<LineBatch> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = piece.split('\n');
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? '';
    yield { lines, areWhole: true };
  }
  if (rest !== '') yield { lines: [rest], areWhole: false };
}
