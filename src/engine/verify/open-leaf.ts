import { type Answer, strangeValue } from '../answer.ts';
import type { SeenLeaf } from './leaves.ts';

const mark = Symbol('open leaf');

type Pair = readonly [fact: unknown, value: unknown];

/** Stands on the left of a leaf where a side is not known, or is a value that AWS added since. */
export type OpenLeaf = {
  readonly [mark]: true;
  /** What our engine made of it. */
  readonly holds: boolean | null;
  /** Values that the sides may have: where it is decided, the operator must say the same of each. */
  readonly cases: readonly Pair[];
};

export const isOpen = (value: unknown): value is OpenLeaf =>
  typeof value === 'object' && value !== null && mark in value;

/** The two sides of a leaf as json-rules-engine gets them. */
export function sidesOf({ left, right, holds }: SeenLeaf): Pair {
  const isStrange = holds === null && strangeValue(left) !== undefined;
  if (left.is === 'known' && right.is === 'known' && !isStrange) return [left.value, right.value];
  const values = valuesOf(right);
  const cases = valuesOf(left).flatMap((fact) => values.map((value): Pair => [fact, value]));
  return [{ [mark]: true, holds, cases }, undefined];
}

/** Those it may have, as far as they are known: of a number between two ends the ends. */
function valuesOf(answer: Answer): readonly unknown[] {
  switch (answer.is) {
    case 'known':
      return strangeValue(answer) === undefined ? [answer.value] : [];
    case 'range':
      return [answer.low, answer.high];
    case 'oneOf':
      return answer.answers.flatMap(valuesOf);
    case 'unknown':
      return [];
  }
}
