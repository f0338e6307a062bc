import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../src/engine/operators.ts';
import { contradiction } from '../../src/rules/contradictions.ts';
import type { Condition, Leaf } from '../../src/rules/rule.ts';

const leaf = (operator: string, value: unknown, fact = 'a'): Leaf => ({ fact, operator, value });
const a = (operator: string, value: unknown) => leaf(operator, value);

test.each<[string, Condition, string]>([
  ['two values', { all: [a('equal', 'x'), a('equal', 'y')] }, '/when/all/1'],
  [
    'an all within',
    { all: [a('equal', 'x'), { all: [leaf('equal', 1, 'b'), a('in', ['y', 'z'])] }] },
    '/when/all/1/all/1',
  ],
  ['ends that cross', { all: [a('greaterThan', 5), a('lessThan', 5)] }, '/when/all/1'],
  ['an end that is not reached', { all: [a('greaterThanInclusive', 5), a('lessThan', 5)] }, '/when/all/1'],
  ['a value outside', { all: [a('lessThanInclusive', 4), a('equal', 5)] }, '/when/all/1'],
  ['lists', { all: [a('in', [1, 2]), a('in', [2, 3]), a('greaterThan', 2)] }, '/when/all/2'],
])('%s: never true', (_, condition, at) => {
  expect(contradiction(condition, '/when')?.pointer).toBe(at);
});

test.each<[string, Condition]>([
  ['the same twice', { all: [a('equal', 'x'), a('equal', 'x')] }],
  ['other facts', { all: [a('equal', 'x'), leaf('equal', 'y', 'b')] }],
  [
    'other paths',
    {
      all: [
        { ...a('equal', 'x'), path: '$.one' },
        { ...a('equal', 'y'), path: '$.two' },
      ],
    },
  ],
  ['any', { any: [a('equal', 'x'), a('equal', 'y')] }],
  ['not', { all: [a('equal', 'x'), { not: a('equal', 'y') }] }],
  ['one point', { all: [a('greaterThanInclusive', 0), a('lessThanInclusive', 0)] }],
  ['a parameter', { all: [a('equal', 1), a('equal', { fact: 'parameters', path: '$.n' })] }],
])('%s: may be true', (_, condition) => {
  expect(contradiction(condition, '/when')).toBeUndefined();
});

test('what holds for some value is no contradiction', () => {
  const value = fc.integer({ min: -3, max: 3 });
  const leaves = fc.oneof(
    fc.tuple(fc.constantFrom('equal', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'), value),
    fc.tuple(fc.constant('in'), fc.array(value, { maxLength: 4 })),
  );
  let together = 0;
  fc.assert(
    fc.property(fc.array(leaves, { minLength: 1, maxLength: 3 }), value, (each, actual) => {
      const all = each.map(([operator, wanted]) => a(operator, wanted));
      if (!all.every(({ operator, value: wanted }) => compare(operator, actual, wanted))) return;
      if (all.length > 1) together += 1;
      expect(contradiction({ all }, '/when')).toBeUndefined();
    }),
    { numRuns: 2000, seed: 7 },
  );
  expect(together).toBeGreaterThan(100);
});
