import { expect, test } from 'vitest';
import { didYouMean, expectedOneOf, nearest } from '../src/nearest.ts';

const words = ['equal', 'notEqual', 'in', 'contains', 'lessThan', 'lessThanInclusive'];

test.each([
  ['equals', 'equal'],
  ['EQUAL', 'equal'],
  ['lessthan', 'lessThan'],
  ['lesThanInclusve', 'lessThanInclusive'],
  ['lessThanInclusively', 'lessThanInclusive'],
  ['containing', 'contains'],
  ['between', undefined],
  ['xy', undefined],
  ['', undefined],
])('nearest to %s', (word, expected) => {
  expect(nearest(word, words)).toBe(expected);
});

test('of two equally near words the first by code unit, whatever their order', () => {
  expect([nearest('cat', ['rat', 'bat']), nearest('cat', ['bat', 'rat'])]).toEqual(['bat', 'bat']);
});

test('a word that differs in case alone is nearer than any other', () => {
  expect(nearest('STATUS', ['STATES', 'status'])).toBe('status');
});

test('a third of the word may differ, and two letters at least', () => {
  expect(nearest('abcdefghi', ['abcdefxyz'])).toBe('abcdefxyz');
  expect(nearest('abcdefghi', ['abcdewxyz'])).toBeUndefined();
  expect(nearest('abcd', ['abxy'])).toBe('abxy');
  expect(nearest('abcd', ['axyz'])).toBeUndefined();
});

test('said in a message', () => {
  expect(didYouMean('equals', words)).toBe('; did you mean "equal"?');
  expect(didYouMean('between', words)).toBe('');
  expect(expectedOneOf('equals', words)).toBe('; did you mean "equal"?');
  expect(expectedOneOf('between', ['a', 'b'])).toBe('; expected one of "a", "b"');
  expect(expectedOneOf('between', ['a'])).toBe('; expected "a"');
  expect(expectedOneOf('between', [])).toBe('');
  expect(expectedOneOf('zzz', 'abcdefghijk'.split(''))).toBe('');
});
