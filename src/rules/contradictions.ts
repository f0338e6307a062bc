import { referenceKey } from './reference-key.ts';
import { type Condition, isReference, type Leaf } from './rule.ts';

type Found = { readonly pointer: string; readonly leaf: Leaf };

type End = { readonly at: number; readonly isReached: boolean };

/** What a fact may be where some leaves hold together; `values` undefined: anything between the ends. */
type Allowed = { readonly values?: readonly unknown[]; readonly from: End; readonly to: End };

const anything: Allowed = { from: { at: -Infinity, isReached: true }, to: { at: Infinity, isReached: true } };

/** The first leaf that cannot hold where those before it do, in one `all` or those within it: that `all` is never true. */
export function contradiction(condition: Condition, pointer: string): Found | undefined {
  const allowed = new Map<string, Allowed>();
  return togetherIn(condition, pointer).find(({ leaf }) => {
    const key = referenceKey(leaf);
    const now = narrowed(allowed.get(key) ?? anything, leaf);
    allowed.set(key, now);
    return isEmpty(now);
  });
}

function togetherIn(condition: Condition, pointer: string): readonly Found[] {
  if ('fact' in condition) return isReference(condition.value) ? [] : [{ pointer, leaf: condition }];
  if (!('all' in condition)) return [];
  return condition.all.flatMap((each, index) => togetherIn(each, `${pointer}/all/${index}`));
}

function narrowed(allowed: Allowed, { operator, value }: Leaf): Allowed {
  if (operator === 'equal') return among(allowed, [value]);
  if (operator === 'in') return among(allowed, [value].flat());
  if (typeof value !== 'number') return allowed;
  const end = { at: value, isReached: operator.endsWith('Inclusive') };
  if (operator.startsWith('greaterThan')) return { ...allowed, from: inner(allowed.from, end, 1) };
  if (operator.startsWith('lessThan')) return { ...allowed, to: inner(allowed.to, end, -1) };
  return allowed;
}

/** Of two ends the one further in, which is up (1) or down (-1). */
function inner(one: End, other: End, inwards: 1 | -1): End {
  if (one.at === other.at) return one.isReached ? other : one;
  return (one.at - other.at) * inwards > 0 ? one : other;
}

const among = (allowed: Allowed, values: readonly unknown[]): Allowed => ({
  ...allowed,
  values: (allowed.values ?? values).filter((each) => values.includes(each)),
});

function isEmpty({ values, from, to }: Allowed): boolean {
  if (values !== undefined) return !values.some((value) => typeof value !== 'number' || isBetween(value, from, to));
  return from.at > to.at || (from.at === to.at && !(from.isReached && to.isReached));
}

const isBetween = (value: number, from: End, to: End): boolean =>
  (value > from.at || (value === from.at && from.isReached)) && (value < to.at || (value === to.at && to.isReached));
