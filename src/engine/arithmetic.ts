import type { ArithmeticName, DurationName } from '../catalogue/functions.ts';
import { type Answer, absent, joinReasons, noted, range, reasonsOf, unknown } from './answer.ts';
import { dayMs, momentOf } from './moment.ts';

const unitMs: { readonly [unit in DurationName]: number } = { days: dayMs, hours: 3_600_000, minutes: 60_000 };

/** From one date to another, a fraction, negative if `to` is earlier; absent if either is. */
export const duration = (unit: DurationName, from: Answer, to: Answer): Answer =>
  combine(momentOf(from), momentOf(to), (start, end) => (end - start) / unitMs[unit]);

/** Of two numbers; absent if either is. */
export function arithmetic(name: ArithmeticName, a: Answer, b: Answer): Answer {
  const answer = combine(a, b, name === 'plus' ? (x, y) => x + y : (x, y) => x * y);
  const isOpen = answer.is === 'unknown' && answer.reasons.length === 0;
  return isOpen ? noted(`${valueText(a)} and ${valueText(b)} have no ${name === 'plus' ? 'sum' : 'product'}`) : answer;
}

const valueText = (answer: Answer): string => (answer.is === 'known' ? String(answer.value) : '(not known)');

/** Over two answers by way of all their ends: right for whatever is monotone in each of its two numbers. */
function combine(a: Answer, b: Answer, f: (a: number, b: number) => number): Answer {
  const reasons = joinReasons([reasonsOf(a), reasonsOf(b)]);
  if (a.is === 'oneOf') return { is: 'oneOf', reasons, answers: a.answers.map((each) => combine(each, b, f)) };
  if (b.is === 'oneOf') return { is: 'oneOf', reasons, answers: b.answers.map((each) => combine(a, each, f)) };
  const [left, right] = [endsOf(a), endsOf(b)];
  if (left === 'absent' || right === 'absent') return absent;
  if (left === 'unknown' || right === 'unknown') return unknown(reasons);
  const results = left.flatMap((x) => right.map((y) => f(x, y)));
  return results.some(Number.isNaN) ? unknown(reasons) : range(Math.min(...results), Math.max(...results), reasons);
}

function endsOf(answer: Answer): readonly number[] | 'absent' | 'unknown' {
  if (answer.is === 'range') return [answer.low, answer.high];
  if (answer.is !== 'known') return 'unknown';
  return typeof answer.value === 'number' ? [answer.value] : 'absent';
}
