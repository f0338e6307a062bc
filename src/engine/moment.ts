import { isoTime } from '../inventory/iso-time.ts';
import { type Answer, absent, known, mapAnswer, range, unknown } from './answer.ts';

export const dayMs = 86_400_000;

/** A moment as text or ms since 1970; absent stays absent. */
export function momentOf(answer: Answer): Answer {
  if (answer.is === 'range') return answer;
  if (answer.is === 'oneOf') return { ...answer, answers: answer.answers.map(momentOf) };
  return mapAnswer(answer, (value) => {
    if (value === undefined) return absent;
    const time = typeof value === 'string' ? timeOf(value) : Number.NaN;
    return Number.isNaN(time) ? unknown([{ note: `${JSON.stringify(value)} is no date` }]) : known(time);
  });
}

/** ms since 1970; nearly every date of an inventory is in its one form. */
export function timeOf(text: string): number {
  const time = isoTime(text);
  return Number.isNaN(time) ? Date.parse(text) : time;
}

/** An answer about a number by way of both its ends; `falling` where a larger one gives a smaller result. */
export function mapNumber(answer: Answer, f: (value: number) => number, falling = false): Answer {
  if (answer.is === 'oneOf') return { ...answer, answers: answer.answers.map((each) => mapNumber(each, f, falling)) };
  if (answer.is === 'unknown') return unknown(answer.reasons);
  if (answer.is === 'known') return typeof answer.value === 'number' ? known(f(answer.value)) : absent;
  const [low, high] = falling ? [f(answer.high), f(answer.low)] : [f(answer.low), f(answer.high)];
  return range(low, high, answer.reasons);
}

/** Days from a moment to `asOf` (ms since 1970): a fraction, negative for a moment to come. */
export const daysBefore = (asOf: number, date: Answer): Answer =>
  mapNumber(momentOf(date), (time) => (asOf - time) / dayMs, true);
