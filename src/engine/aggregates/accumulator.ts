import type { Answer, Reason } from '../answer.ts';
import type { Item } from '../item.ts';

/** One record that an aggregate counts: certainly, or perhaps (then `reasons` says why). */
export type Candidate = {
  readonly item: Item;
  readonly isCertain: boolean;
  readonly reasons: readonly Reason[];
  /** What the aggregate asks of it, one answer per `fact`. */
  readonly answers: readonly Answer[];
};

/** Fed record by record, so that a stream can feed it and no list is held. */
export type Accumulator = {
  readonly add: (candidate: Candidate) => void;
  readonly finish: () => Answer;
};
