import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../src/engine/aggregates/accumulator.ts';
import { distinct, values } from '../../../src/engine/aggregates/distinct.ts';
import { absent, known, unknown } from '../../../src/engine/answer.ts';
import { certain, resultOf, undecided, unread, why } from './candidates.ts';

const open = unknown(why);

describe('distinct', () => {
  test.each<[string, readonly Candidate[], unknown]>([
    ['nothing', [], 0],
    ['each value once', [certain(known('a')), certain(known('b')), certain(known('a'))], 2],
    ['a number is not its text', [certain(known(1)), certain(known('1'))], 2],
    ['an absent value is none', [certain(absent), certain(known('a'))], 1],
    [
      'combinations',
      [certain(known('a'), known('b')), certain(known('b'), known('a')), certain(known('a'), known('b'))],
      2,
    ],
    ['an absent part is part of a combination', [certain(known('a'), absent), certain(known('a'), known('b'))], 2],
    ['the order of members does not matter', [certain(known({ a: 1, b: 2 })), certain(known({ b: 2, a: 1 }))], 1],
    ['one more perhaps', [certain(known('a')), undecided(known('b'))], { from: 1, to: 2 }],
    ['an unread list', [certain(known('a')), unread(open)], { from: 1, to: Infinity }],
    ['a value not known may be absent', [certain(open)], { from: 0, to: 1 }],
    ['a combination not known is one at least', [certain(open, known('a'))], 1],
  ])('%s', (_, candidates, expected) => {
    expect(resultOf(distinct, candidates)).toEqual(expected);
  });
});

describe('values', () => {
  test.each<[string, readonly Candidate[], unknown]>([
    ['nothing', [], []],
    [
      'sorted by code unit, each once',
      [certain(known('b')), certain(known('B')), certain(known('a')), certain(known('b'))],
      ['B', 'a', 'b'],
    ],
    ['lists flattened', [certain(known(['b', 'a'])), certain(known('c'))], ['a', 'b', 'c']],
    ['absent values left out', [certain(absent), certain(known('a'))], ['a']],
    ['an undecided record', [certain(known('a')), undecided(known('b'))], 'unknown'],
    ['an undecided record without the value', [certain(known('a')), undecided(absent)], ['a']],
    ['an unread list', [certain(known('a')), unread(open)], 'unknown'],
    ['a value not known', [certain(open)], 'unknown'],
  ])('%s', (_, candidates, expected) => {
    expect(resultOf(values, candidates)).toEqual(expected);
  });
});
