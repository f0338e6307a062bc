import { expect, test } from 'vitest';
import { type Asked, askedText, leafText, words } from '../../src/reporters/why/leaf-text.ts';

const leaf = (given: Partial<Asked>): Asked => ({ asked: 'x', operator: 'equal', holds: true, ...given });

test.each<[Partial<Asked>, string]>([
  [{ expected: true, actual: true }, 'x is true'],
  [{ expected: 'A', actual: 'B', holds: false }, 'x is B, not A'],
  [{ expected: 'A', holds: false }, 'x is absent, not A'],
  [
    { operator: 'lessThanInclusive', expected: 8, against: 'maxAgeDays', actual: 19.13, holds: false },
    'x is 19.1, not ≤ 8 (maxAgeDays)',
  ],
  [{ operator: 'lessThanInclusive', expected: 8, actual: 8.0004, holds: false }, 'x is 8.0004, not ≤ 8'],
  [{ operator: 'lessThanInclusive', expected: 8, actual: 8.004, holds: false }, 'x is 8.004, not ≤ 8'],
  [{ operator: 'greaterThan', expected: 1, actual: 'never' }, 'x is never, which is > 1'],
  [
    { operator: 'greaterThanInclusive', expected: 1, actual: 'unread', atLeast: 0, holds: null },
    'x is unread (at least 0); asked is whether it is ≥ 1',
  ],
  [
    { operator: 'lessThan', expected: 1, actual: 'unread', atLeast: 0, atMost: 9, holds: null },
    'x is unread (at least 0, at most 9); asked is whether it is < 1',
  ],
  [{ operator: 'exists', expected: true, holds: false }, 'x is absent, not present'],
  [{ operator: 'exists', expected: false }, 'x is absent'],
  [{ operator: 'in', expected: ['A', 'B'], actual: 'C', holds: false }, 'x is C, not one of A, B'],
  [{ operator: 'notEqual', expected: 'A', actual: 'C' }, 'x is C, which is other than A'],
  [{ operator: 'contains', expected: 'A', actual: [], holds: false }, 'x is nothing, not a list with A'],
  [{ operator: 'matches', expected: 'a*', actual: 'ab' }, 'x is ab, which is like a*'],
  [{ operator: 'everyValue:equal', expected: 1, actual: [1, 1] }, 'x is 1, 1, which is everyValue:equal 1'],
  [{ actual: '2026-11-20T06:00:00.000Z', expected: '2026-11-20T06:00:00.000Z' }, 'x is 2026-11-20T06:00:00Z'],
])('%j: %s', (given, text) => {
  expect(leafText(leaf(given))).toBe(text);
});

test('of records with values of their own only the question is said', () => {
  const given = { operator: 'lessThan', expected: 7, against: 'n', holds: false };
  expect(askedText(leaf(given))).toBe('x is not < 7 (n)');
});

test.each([
  ['recoveryPoints', 'recovery points'],
  ['recoveryPoints.vault', 'vault of recovery points'],
])('%s: %s', (name, text) => {
  expect(words(name)).toBe(text);
});
