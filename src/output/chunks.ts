/** Characters a write: reports come in small pieces, and a system call for each would take longer than making them. */
const chunkLength = 65_536;

export function* chunks(pieces: Iterable<string>): Iterable<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
