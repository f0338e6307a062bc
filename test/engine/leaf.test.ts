import { describe, expect, test } from 'vitest';
import { number, oneOf, string } from '../../src/catalogue/field.ts';
import { type Answer, absent, known, type Reason, range, unknown } from '../../src/engine/answer.ts';
import { judgeLeaf } from '../../src/engine/leaf.ts';

const why: readonly Reason[] = [{ note: 'not read' }];
const holds = (operator: string, left: Answer, right: Answer): boolean | null => judgeLeaf(operator, left, right).holds;
const number7 = known(7, number);
const between = (low: number, high: number): Answer => range(low, high, why);
const some = (...answers: readonly Answer[]): Answer => ({ is: 'oneOf', answers, reasons: why });

describe('both known: the engine alone judges', () => {
  test.each<[string, unknown, unknown, boolean]>([
    ['equal', 7, 7, true],
    ['equal', '7', 7, false],
    ['equal', undefined, undefined, true],
    ['notEqual', undefined, 7, true],
    ['in', 'a', ['a', 'b'], true],
    ['notIn', undefined, ['a'], true],
    ['contains', ['a'], 'a', true],
    ['contains', undefined, 'a', false],
    ['doesNotContain', ['a'], 'b', true],
    ['lessThan', 7, 7, false],
    ['lessThanInclusive', 7, 7, true],
    ['greaterThan', undefined, 0, false],
    ['greaterThanInclusive', Infinity, 35, true],
    ['exists', undefined, false, true],
    ['exists', 0, true, true],
    ['matches', 'arn:aws:s3:::invoices', 'arn:*:s3:*', true],
    ['matches', undefined, '*', false],
    ['not:equal', 7, 8, true],
    ['someFact:equal', ['a', 'b'], 'b', true],
    ['everyValue:contains', ['a', 'b'], ['a', 'b'], true],
    ['swap:contains', 'a', ['a'], true],
  ])('%s %j %j: %s', (operator, left, right, expected) => {
    expect(holds(operator, known(left), known(right))).toBe(expected);
  });
});

describe('a number between two ends', () => {
  test.each<[string, Answer, unknown, boolean | null]>([
    ['greaterThanInclusive', between(1, Infinity), 1, true],
    ['greaterThanInclusive', between(0, Infinity), 1, null],
    ['greaterThanInclusive', between(0, 1), 2, false],
    ['lessThanInclusive', between(-Infinity, 5), 35, true],
    ['lessThanInclusive', between(-Infinity, 40), 35, null],
    ['lessThanInclusive', between(36, Infinity), 35, false],
    ['lessThan', between(3, 5), 5, null],
    ['greaterThan', between(3, 5), 5, false],
    ['not:greaterThan', between(3, 5), 5, true],
    ['swap:lessThan', between(3, 5), 2, true],
    ['equal', between(1, 3), 0, false],
    ['equal', between(1, 3), 2, null],
    ['equal', between(1, 3), '2', false],
    ['notEqual', between(1, Infinity), 0, true],
    ['in', between(1, 3), [0, 4], false],
    ['in', between(1, 3), [0, 2], null],
    ['notIn', between(1, 3), [0, 4], true],
    ['not:equal', between(1, 3), 5, true],
    ['exists', between(1, 3), true, true],
    ['exists', between(1, 3), false, false],
    ['contains', between(1, 3), 2, null],
    ['lessThan', between(1, 3), undefined, false],
    ['equal', range(3, 3, why), 3, true],
  ])('%s %j %j: %s', (operator, left, right, expected) => {
    expect(holds(operator, left, known(right))).toBe(expected);
  });

  test('on the right', () => {
    expect(holds('lessThanInclusive', number7, between(7, 9))).toBe(true);
    expect(holds('lessThanInclusive', number7, between(6, 9))).toBe(null);
    expect(holds('lessThan', absent, between(6, 9))).toBe(false);
    expect(holds('equal', number7, between(6, 9))).toBe(null);
  });

  test('on both sides', () => {
    expect(holds('lessThan', between(1, 2), between(3, 4))).toBe(true);
    expect(holds('greaterThan', between(1, 2), between(3, 4))).toBe(false);
    expect(holds('lessThan', between(1, 3), between(3, 4))).toBe(null);
  });

  test('a moment between two ends is there, and no more is said of it', () => {
    const moment: Answer = { is: 'range', low: 0, high: 9, date: true, reasons: why };
    expect(holds('exists', moment, known(true))).toBe(true);
    expect(holds('lessThan', moment, known(10))).toBe(null);
  });
});

describe('one of several', () => {
  test.each<[string, Answer, unknown, boolean | null]>([
    ['equal', some(known('FAILED'), known('ABORTED')), 'COMPLETED', false],
    ['equal', some(known('FAILED'), known('COMPLETED')), 'COMPLETED', null],
    ['equal', some(known('COMPLETED'), known('COMPLETED')), 'COMPLETED', true],
    ['equal', some(known('FAILED'), unknown(why)), 'COMPLETED', null],
    ['exists', some(absent, known('x')), true, null],
    ['greaterThan', some(known(40), between(50, 60)), 30, true],
    ['equal', some(known('a'), some(known('b'), known('c'))), 'd', false],
  ])('%s %j %j: %s', (operator, left, right, expected) => {
    expect(holds(operator, left, known(right))).toBe(expected);
  });
});

describe('unknown', () => {
  const notEbs: Answer = { is: 'unknown', reasons: why, not: ['EBS'] };

  test.each<[string, Answer, unknown, boolean | null]>([
    ['equal', unknown(why), 'EBS', null],
    ['exists', unknown(why), true, null],
    ['notEqual', unknown(why), undefined, null],
    ['equal', notEbs, 'EBS', false],
    ['notEqual', notEbs, 'EBS', true],
    ['equal', notEbs, 'S3', null],
    ['in', notEbs, ['EBS'], null],
  ])('%s %j %j: %s', (operator, left, right, expected) => {
    expect(holds(operator, left, known(right))).toBe(expected);
  });

  test('says why, from both sides', () => {
    const left = unknown([{ note: 'left' }]);
    const right = unknown([{ note: 'right' }]);
    expect(judgeLeaf('equal', left, right).reasons).toEqual([{ note: 'left' }, { note: 'right' }]);
    expect(judgeLeaf('equal', number7, known(7)).reasons).toEqual([]);
  });
});

describe('a value that AWS added to its enum since', () => {
  const status = oneOf(['COMPLETED', 'FAILED']);
  const strange = known('ARCHIVED', status);

  test.each<[string, Answer, unknown, boolean | null]>([
    ['equal', strange, 'COMPLETED', null],
    ['notEqual', strange, 'COMPLETED', null],
    ['in', strange, ['COMPLETED', 'FAILED'], null],
    ['matches', strange, 'COMP*', null],
    ['equal', strange, 'ARCHIVED', true],
    ['notEqual', strange, 'ARCHIVED', false],
    ['in', strange, ['COMPLETED', 'ARCHIVED'], true],
    ['exists', strange, true, true],
    ['equal', known('ARCHIVED', string), 'COMPLETED', false],
    ['equal', known('FAILED', status), 'COMPLETED', false],
  ])('%s %j %j: %s', (operator, left, right, expected) => {
    expect(holds(operator, left, known(right))).toBe(expected);
  });

  test('is named', () => {
    expect(judgeLeaf('equal', strange, known('COMPLETED')).reasons).toEqual([
      { note: 'AWS gave the value "ARCHIVED", which this version does not know' },
    ]);
  });
});
