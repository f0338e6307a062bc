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

export function resultOf(accumulator: Accumulator, candidates: readonly Candidate[]): unknown {
  for (const candidate of candidates) accumulator.add(candidate);
  return plain(accumulator.finish());
}
