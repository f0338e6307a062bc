type Issue = { readonly input?: unknown };

/** A zod message that says what would fit and what is there. */
export const expected = (what: string) => ({ error: ({ input }: Issue) => `expected ${what}, got ${shown(input)}` });

const withoutOffset = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d[\d:.]*)?$/;

/** A date without its offset could be half a day off: it is refused with the reason, never guessed at. */
export const expectedDate = {
  error: ({ input }: Issue) =>
    typeof input === 'string' && withoutOffset.test(input)
      ? `expected a date with time and offset, such as 2026-01-31T08:00:00.000Z, got ${shown(input)}`
      : `expected a date, got ${shown(input)}`,
};

const longest = 80;

/** A value as it stands in the file, cut to one short line. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? typeof value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
