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

/**
 * How one aggregate grows, record by record, so that a stream can feed it and no list is held. A state is small: there is
 * one for every resource. Two that grew apart merge into what one would have become.
 */
export type Accumulator<State> = {
  start(): State;
  add(state: State, candidate: Candidate): void;
  merge(into: State, from: State): void;
  finish(state: State): Answer;
};
