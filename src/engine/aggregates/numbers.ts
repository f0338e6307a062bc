import { type Answer, range, reasonsOf } from '../answer.ts';
import type { Accumulator, Candidate } from './accumulator.ts';
import { type ReasonSet, reasonList, withReasons } from './reason-set.ts';

type Between = { low: number; high: number; reasons: ReasonSet };

/** At least what was certainly seen; an undecided record is one more, an unread list any number. */
export const count: Accumulator<Between> = {
  start: () => ({ low: 0, high: 0, reasons: undefined }),
  add: (state, { isCertain, item, reasons }) => {
    if (isCertain) state.low++;
    state.high += isCertain || !item.isPlaceholder ? 1 : Number.POSITIVE_INFINITY;
    state.reasons = withReasons(state.reasons, reasons);
  },
  merge: addBetween,
  finish: ({ low, high, reasons }) => range(low, high, reasonList(reasons)),
};

/** At least what was certainly seen: AWS's sizes and counts are never negative. Negative numbers seen are taken off. */
export const sum: Accumulator<Between> = {
  start: () => ({ low: 0, high: 0, reasons: undefined }),
  add: (state, candidate) => {
    const [answer] = candidate.answers;
    const ends = endsOf(answer);
    if (ends === undefined) return;
    const atLeast = ends.low === Number.NEGATIVE_INFINITY ? 0 : ends.low;
    const isSure = candidate.isCertain && !canBeAbsent(answer);
    state.low += isSure ? atLeast : Math.min(0, atLeast);
    state.high += candidate.item.isPlaceholder ? Number.POSITIVE_INFINITY : isSure ? ends.high : Math.max(0, ends.high);
    state.reasons = withReasons(state.reasons, reasonsFor(candidate));
  },
  merge: addBetween,
  finish: ({ low, high, reasons }) => range(low, high, reasonList(reasons)),
};

function addBetween(into: Between, { low, high, reasons }: Between): void {
  into.low += low;
  into.high += high;
  into.reasons = withReasons(into.reasons, reasonList(reasons));
}

type Ends = { readonly low: number; readonly high: number };

/** The ends of the number asked for; undefined where it is absent and counts for nothing. */
function endsOf(answer: Answer | undefined): Ends | undefined {
  if (answer === undefined) return undefined;
  if (answer.is === 'range') return answer;
  if (answer.is === 'known')
    return typeof answer.value === 'number' ? { low: answer.value, high: answer.value } : undefined;
  if (answer.is === 'unknown') return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const ends = answer.answers.flatMap((each) => endsOf(each) ?? []);
  return ends.length === 0
    ? undefined
    : { low: Math.min(...ends.map(({ low }) => low)), high: Math.max(...ends.map(({ high }) => high)) };
}

function canBeAbsent(answer: Answer | undefined): boolean {
  if (answer?.is === 'oneOf') return answer.answers.some(canBeAbsent);
  return answer?.is === 'known' ? typeof answer.value !== 'number' : answer?.is !== 'range';
}

type Reach = { sure: number; reach: number; reasons: ReasonSet };

/** `min`: at most the least that was certainly seen; `max`: at least the most. Of nothing ∞ and −∞. */
function extreme(name: 'min' | 'max'): Accumulator<Reach> {
  const pick = name === 'min' ? Math.min : Math.max;
  const none = name === 'min' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return {
    start: () => ({ sure: none, reach: none, reasons: undefined }),
    add: (state, candidate) => {
      const [answer] = candidate.answers;
      const ends = endsOf(answer);
      if (ends === undefined) return;
      const [near, far] = name === 'min' ? [ends.high, ends.low] : [ends.low, ends.high];
      if (candidate.isCertain && !canBeAbsent(answer)) state.sure = pick(state.sure, near);
      state.reach = pick(state.reach, far);
      state.reasons = withReasons(state.reasons, reasonsFor(candidate));
    },
    merge: (into, { sure, reach, reasons }) => {
      into.sure = pick(into.sure, sure);
      into.reach = pick(into.reach, reach);
      into.reasons = withReasons(into.reasons, reasonList(reasons));
    },
    finish: ({ sure, reach, reasons }) => range(Math.min(sure, reach), Math.max(sure, reach), reasonList(reasons)),
  };
}

export const min = extreme('min');
export const max = extreme('max');

function reasonsFor({ reasons, answers }: Candidate): Candidate['reasons'] {
  const [answer] = answers;
  return answer === undefined || answer.is === 'known' ? reasons : [...reasons, ...reasonsOf(answer)];
}
