import { describe, expect, test } from 'vitest';
import { type Answer, absent, known, type Reason, range, unknown } from '../../src/engine/answer.ts';
import { arithmetic, duration } from '../../src/engine/arithmetic.ts';
import { daysBefore, mapNumber } from '../../src/engine/moment.ts';
import { because, plain } from './fact-value.ts';

const why: readonly Reason[] = [{ note: 'not read' }];
const between = (low: number, high: number): Answer => range(low, high, why);
const noon = known('2026-11-20T12:00:00.000Z');
const dawn = known('2026-11-20T06:00:00.000Z');
const span = (low: string, high: string): Answer => ({
  is: 'range',
  low: Date.parse(low),
  high: Date.parse(high),
  date: true,
  reasons: why,
});
/** Of the newest record seen, or of one that was not: that one is newer. */
const newestOrLater: Answer = {
  is: 'oneOf',
  answers: [dawn, span('2026-11-20T06:00:00.000Z', '2026-11-20T12:00:00.000Z')],
  reasons: why,
};

describe('plus, times', () => {
  test.each<['plus' | 'times', Answer, Answer, unknown]>([
    ['plus', known(2), known(3), 5],
    ['times', known(2), known(3), 6],
    ['times', known(2), known(Infinity), Infinity],
    ['plus', known(2), absent, undefined],
    ['times', absent, unknown(why), undefined],
    ['plus', known(2), unknown(why), 'unknown'],
    ['plus', between(1, 4), known(2), { from: 3, to: 6 }],
    ['times', between(1, 4), known(-2), { from: -8, to: -2 }],
    ['times', between(-1, 4), between(2, 3), { from: -3, to: 12 }],
    ['times', between(0, Infinity), known(2), { from: 0, to: Infinity }],
    ['times', between(0, Infinity), known(0), 'unknown'],
    ['plus', { is: 'oneOf', answers: [known(1), absent], reasons: why }, known(2), { oneOf: [3, undefined] }],
  ])('%s %j %j', (name, a, b, expected) => {
    expect(plain(arithmetic(name, a, b))).toEqual(expected);
  });

  test('what has no value says so', () => {
    expect(because(arithmetic('times', known(0), known(Infinity)))).toEqual(['0 and Infinity have no product']);
    expect(because(arithmetic('plus', known(-Infinity), known(Infinity)))).toEqual([
      '-Infinity and Infinity have no sum',
    ]);
  });
});

describe('days, hours, minutes', () => {
  test.each<['days' | 'hours' | 'minutes', Answer, Answer, unknown]>([
    ['days', dawn, noon, 0.25],
    ['hours', dawn, noon, 6],
    ['minutes', dawn, noon, 360],
    ['hours', noon, dawn, -6],
    ['hours', absent, noon, undefined],
    ['hours', dawn, absent, undefined],
    ['hours', unknown(why), noon, 'unknown'],
    ['hours', unknown(why), absent, undefined],
    ['hours', known('soon'), noon, 'unknown'],
    ['hours', span('2026-11-20T00:00:00.000Z', '2026-11-20T06:00:00.000Z'), noon, { from: 6, to: 12 }],
    ['hours', newestOrLater, noon, { oneOf: [6, { from: 0, to: 6 }] }],
  ])('%s from %j to %j', (unit, from, to, expected) => {
    expect(plain(duration(unit, from, to))).toEqual(expected);
  });
});

describe('by both ends', () => {
  test('of which one stays where they meet', () => {
    expect(plain(mapNumber(between(3.1, 3.9), Math.floor))).toBe(3);
    expect(plain(mapNumber(between(3.1, 4.9), Math.floor))).toEqual({ from: 3, to: 4 });
  });

  test('a later moment is fewer days ago', () => {
    const asOf = Date.parse('2026-11-20T06:00:00.000Z');
    expect(plain(daysBefore(asOf, span('2026-11-18T06:00:00.000Z', '2026-11-19T06:00:00.000Z')))).toEqual({
      from: 1,
      to: 2,
    });
    expect(plain(daysBefore(asOf, absent))).toBe(undefined);
  });
});
