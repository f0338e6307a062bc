import { expect } from 'vitest';
import type { Accumulator, Candidate } from '../../../src/engine/aggregates/accumulator.ts';
import type { Answer, Reason } from '../../../src/engine/answer.ts';
import type { Item } from '../../../src/engine/item.ts';
import { plain } from '../fact-value.ts';

export const why: readonly Reason[] = [{ note: 'not read' }];

const item = (isPlaceholder: boolean): Item => ({
  kind: 'recoveryPoint',
  id: 'p',
  scope: undefined,
  fields: {},
  unread: [],
  isPlaceholder,
});

export const certain = (...answers: readonly Answer[]): Candidate => ({
  item: item(false),
  isCertain: true,
  reasons: [],
  answers,
});

/** A record whose `where` is unknown. */
export const undecided = (...answers: readonly Answer[]): Candidate => ({
  item: item(false),
  isCertain: false,
  reasons: why,
  answers,
});

/** An unread list. */
export const unread = (...answers: readonly Answer[]): Candidate => ({
  item: item(true),
  isCertain: false,
  reasons: why,
  answers,
});

/** Of all candidates in one state; that every way to cut them in two and merge gives the same is checked along the way. */
export function resultOf<State extends object>(
  accumulator: Accumulator<State>,
  candidates: readonly Candidate[],
): unknown {
  const result = plain(finished(accumulator, candidates, candidates.length));
  for (const cut of candidates.keys()) expect(plain(finished(accumulator, candidates, cut))).toEqual(result);
  return result;
}

function finished<State extends object>(
  accumulator: Accumulator<State>,
  candidates: readonly Candidate[],
  cut: number,
): Answer {
  const [first, second] = [accumulator.start(), accumulator.start()];
  for (const [index, candidate] of candidates.entries()) accumulator.add(index < cut ? first : second, candidate);
  accumulator.merge(first, second);
  return accumulator.finish(first);
}
