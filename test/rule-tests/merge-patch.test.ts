import { expect, test } from 'vitest';
import { mergePatch } from '../../src/rule-tests/merge-patch.ts';

/** The cases of RFC 7396, appendix A, and what keys of every object might do. */
test.each<[base: unknown, patch: unknown, expected: unknown]>([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [{ a: 'foo' }, null, null],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  [{}, { constructor: 1 }, { constructor: 1 }],
])('%j with %j is %j', (base, patch, expected) => {
  expect(mergePatch(base, patch)).toEqual(expected);
});
