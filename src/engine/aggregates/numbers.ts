import { type Answer, range, reasonsOf } from '../answer.ts';
import type { Accumulator, Candidate } from './accumulator.ts';
import { reasonSet } from './reason-set.ts';

/** At least what was certainly seen; an undecided record is one more, an unread list any number. */
export function count(): Accumulator {
  const reasons = reasonSet();
  let low = 0;
  let high = 0;
  return {
    add: (candidate) => {
      if (candidate.isCertain) low++;
      high += candidate.isCertain || !candidate.item.isPlaceholder ? 1 : Number.POSITIVE_INFINITY;
      reasons.add(candidate.reasons);
    },
    finish: () => range(low, high, reasons.list()),
  };
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

/** `min`: at most the least that was certainly seen; `max`: at least the most. Of nothing ∞ and −∞. */
export function extreme(name: 'min' | 'max'): Accumulator {
  const pick = name === 'min' ? Math.min : Math.max;
  const none = name === 'min' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const reasons = reasonSet();
  let sure = none;
  let reach = none;
  return {
    add: (candidate) => {
      const [answer] = candidate.answers;
      const ends = endsOf(answer);
      if (ends === undefined) return;
      const [near, far] = name === 'min' ? [ends.high, ends.low] : [ends.low, ends.high];
      if (candidate.isCertain && !canBeAbsent(answer)) sure = pick(sure, near);
      reach = pick(reach, far);
      addReasons(reasons, candidate);
    },
    finish: () => range(Math.min(sure, reach), Math.max(sure, reach), reasons.list()),
  };
}

/** At least what was certainly seen: AWS's sizes and counts are never negative. Negative numbers seen are taken off. */
export function sum(): Accumulator {
  const reasons = reasonSet();
  let low = 0;
  let high = 0;
  return {
    add: (candidate) => {
      const [answer] = candidate.answers;
      const ends = endsOf(answer);
      if (ends === undefined) return;
      const atLeast = ends.low === Number.NEGATIVE_INFINITY ? 0 : ends.low;
      const isSure = candidate.isCertain && !canBeAbsent(answer);
      low += isSure ? atLeast : Math.min(0, atLeast);
      high += candidate.item.isPlaceholder ? Number.POSITIVE_INFINITY : isSure ? ends.high : Math.max(0, ends.high);
      addReasons(reasons, candidate);
    },
    finish: () => range(low, high, reasons.list()),
  };
}

function addReasons(reasons: { readonly add: (list: Candidate['reasons']) => void }, candidate: Candidate): void {
  reasons.add(candidate.reasons);
  for (const answer of candidate.answers) reasons.add(reasonsOf(answer));
}
