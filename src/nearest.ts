/** The candidate that a mistyped word most likely means; undefined where none is near. The first of several equally near wins. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  const ranked = candidates
    .map((candidate) => ({ candidate, edits: edits(word, candidate) }))
    .filter((each) => each.edits <= limit && each.edits < each.candidate.length)
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1));
  return ranked[0]?.candidate;
}

/** `; did you mean "x"?`, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const candidate = nearest(word, candidates);
  return candidate === undefined ? '' : `; did you mean "${candidate}"?`;
}

const fewEnoughToList = 10;

/** The near one, else all of them where they are few, so that the reader need not look them up. */
export function expectedOneOf(word: string, candidates: readonly string[]): string {
  const hint = didYouMean(word, candidates);
  if (hint !== '' || candidates.length === 0 || candidates.length > fewEnoughToList) return hint;
  return `; expected ${candidates.length === 1 ? '' : 'one of '}${candidates.map((each) => `"${each}"`).join(', ')}`;
}

/** Only the case differs: nearer than any other spelling, yet not the same. */
const edits = (word: string, candidate: string): number =>
  word.toLowerCase() === candidate.toLowerCase() ? 0 : levenshtein(word, candidate);

function levenshtein(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
