/** A question and what came of it, of a leaf or of a record that one left out. */
export type Asked = {
  readonly asked: string;
  readonly operator: string;
  readonly expected?: unknown;
  readonly against?: string | undefined;
  readonly actual?: unknown;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  readonly holds: boolean | null;
};

const phrases: { readonly [operator: string]: (expected: string) => string } = {
  equal: (expected) => expected,
  notEqual: (expected) => `other than ${expected}`,
  lessThan: (expected) => `< ${expected}`,
  lessThanInclusive: (expected) => `≤ ${expected}`,
  greaterThan: (expected) => `> ${expected}`,
  greaterThanInclusive: (expected) => `≥ ${expected}`,
  in: (expected) => `one of ${expected}`,
  notIn: (expected) => `none of ${expected}`,
  contains: (expected) => `a list with ${expected}`,
  doesNotContain: (expected) => `a list without ${expected}`,
  matches: (expected) => `like ${expected}`,
  exists: (expected) => (expected === 'true' ? 'present' : 'absent'),
};

const saysItself: readonly string[] = ['equal', 'exists'];

/** What was seen, against what was asked: "ageDays is 19.2, not ≤ 8 (maxAgeDays)". */
export function leafText(leaf: Asked): string {
  const { asked, operator, expected, against, actual, holds } = leaf;
  const seen = `${asked} is ${valueText(actual, expected)}${endsText(leaf)}`;
  const source = against === undefined || against === asked ? '' : ` (${against})`;
  const wanted = `${wantedText(operator, expected)}${source}`;
  if (holds === null) return `${seen}; asked is whether it is ${wanted}`;
  if (!holds) return `${seen}, not ${wanted}`;
  return saysItself.includes(operator) ? seen : `${seen}, which is ${wanted}`;
}

function endsText({ atLeast, atMost, expected }: Asked): string {
  const ends = [
    ...(atLeast === undefined ? [] : [`at least ${valueText(atLeast, expected)}`]),
    ...(atMost === undefined ? [] : [`at most ${valueText(atMost, expected)}`]),
  ];
  return ends.length === 0 ? '' : ` (${ends.join(', ')})`;
}

/** What is asked, where each record has its own value. */
export const askedText = ({ asked, operator, expected, against, holds }: Asked): string =>
  `${asked} is ${holds ? '' : 'not '}${wantedText(operator, expected)}${against === undefined ? '' : ` (${against})`}`;

function wantedText(operator: string, expected: unknown): string {
  const text = valueText(expected, undefined);
  return phrases[operator]?.(text) ?? `${operator} ${text}`;
}

/** One decimal is enough for a person, unless it would hide a difference. */
export function valueText(value: unknown, against?: unknown): string {
  if (value === undefined) return 'absent';
  if (typeof value === 'number') return numberText(value, against);
  if (typeof value === 'string') return value.replace(/\.000Z$/, 'Z');
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map((each) => valueText(each)).join(', ');
  return JSON.stringify(value);
}

function numberText(value: number, against: unknown): string {
  const rounded = [10, 1000].map((scale) => Math.round(value * scale) / scale);
  return String(rounded.find((each) => each !== against) ?? value);
}

/** A camelCase name as words; `recoveryPoints.vault` is "vault of recovery points". */
export const words = (name: string): string =>
  name
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .split('.')
    .reverse()
    .join(' of ');

export const marks = { yes: '✓', no: '✗', open: '?' } as const;
export const markOf = (holds: boolean | null): string => (holds === null ? marks.open : holds ? marks.yes : marks.no);
