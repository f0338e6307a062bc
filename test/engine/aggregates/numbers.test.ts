import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../src/engine/aggregates/accumulator.ts';
import { count, max, min, sum } from '../../../src/engine/aggregates/numbers.ts';
import { type Answer, absent, known, range, unknown } from '../../../src/engine/answer.ts';
import { certain, resultOf, undecided, unread, why } from './candidates.ts';

const open = unknown(why);
const between = (low: number, high: number): Answer => range(low, high, why);
const either = (...answers: readonly Answer[]): Answer => ({ is: 'oneOf', answers, reasons: why });

describe('count', () => {
  test.each<[string, readonly Candidate[], unknown]>([
    ['nothing', [], 0],
    ['two', [certain(), certain()], 2],
    ['one more perhaps', [certain(), undecided()], { from: 1, to: 2 }],
    ['an unread list: any number', [certain(), unread()], { from: 1, to: Infinity }],
    ['only an unread list', [unread()], { from: 0, to: Infinity }],
  ])('%s', (_, candidates, expected) => {
    expect(resultOf(count, candidates)).toEqual(expected);
  });
});

describe('min', () => {
  test.each<[string, readonly Candidate[], unknown]>([
    ['of nothing', [], Infinity],
    ['the least', [certain(known(3)), certain(known(2))], 2],
    ['absent values are left out', [certain(absent), certain(known(2))], 2],
    ['of absent values alone', [certain(absent)], Infinity],
    ['at most what was seen', [certain(known(3)), unread(open)], { from: -Infinity, to: 3 }],
    ['an undecided one below', [certain(known(3)), undecided(known(1))], { from: 1, to: 3 }],
    ['an undecided one above', [certain(known(3)), undecided(known(5))], 3],
    ['an undecided one alone', [undecided(known(5))], { from: 5, to: Infinity }],
    ['a value not known may be absent too', [certain(open)], { from: -Infinity, to: Infinity }],
    ['a value between two ends', [certain(between(1, 4)), certain(known(6))], { from: 1, to: 4 }],
    ['one of several', [certain(either(known(1), known(4)))], { from: 1, to: 4 }],
    ['one of several, or absent', [certain(either(known(1), absent)), certain(known(9))], { from: 1, to: 9 }],
  ])('%s', (_, candidates, expected) => {
    expect(resultOf(min, candidates)).toEqual(expected);
  });
});

describe('max', () => {
  test.each<[string, readonly Candidate[], unknown]>([
    ['of nothing', [], -Infinity],
    ['the most', [certain(known(3)), certain(known(2))], 3],
    ['never', [certain(known(3)), certain(known(Infinity))], Infinity],
    ['at least what was seen', [certain(known(3)), unread(open)], { from: 3, to: Infinity }],
    ['an undecided one above', [certain(known(3)), undecided(known(5))], { from: 3, to: 5 }],
    ['an undecided one below', [certain(known(3)), undecided(known(1))], 3],
    ['an unread list with an upper end', [certain(known(3)), unread(between(-Infinity, 2))], 3],
  ])('%s', (_, candidates, expected) => {
    expect(resultOf(max, candidates)).toEqual(expected);
  });
});

describe('sum', () => {
  test.each<[string, readonly Candidate[], unknown]>([
    ['of nothing', [], 0],
    ['of numbers', [certain(known(3)), certain(known(2))], 5],
    ['absent values are left out', [certain(absent), certain(known(2))], 2],
    ['negative ones', [certain(known(3)), certain(known(-2))], 1],
    ['never', [certain(known(3)), certain(known(Infinity))], Infinity],
    ['one more perhaps', [certain(known(3)), undecided(known(2))], { from: 3, to: 5 }],
    ['one less perhaps', [certain(known(3)), undecided(known(-2))], { from: 1, to: 3 }],
    ['an unread list', [certain(known(3)), unread(open)], { from: 3, to: Infinity }],
    ['a value not known', [certain(known(3)), certain(open)], { from: 3, to: Infinity }],
    ['a value between two ends', [certain(between(1, 4))], { from: 1, to: 4 }],
    ['a value or none', [certain(known(3)), certain(either(known(2), absent))], { from: 3, to: 5 }],
  ])('%s', (_, candidates, expected) => {
    expect(resultOf(sum, candidates)).toEqual(expected);
  });
});
