import { expect, test } from 'vitest';
import { absoluteTime, withAbsoluteTimes } from '../../src/rule-tests/relative-time.ts';

const asOf = Date.parse('2026-11-20T06:00:00.000Z');

test.each([
  ['3 days ago', '2026-11-17T06:00:00.000Z'],
  ['1 day ago', '2026-11-19T06:00:00.000Z'],
  ['0.5 days from now', '2026-11-20T18:00:00.000Z'],
  ['90 minutes ago', '2026-11-20T04:30:00.000Z'],
  ['12 hours from now', '2026-11-20T18:00:00.000Z'],
])('%s is %s', (text, expected) => {
  expect(absoluteTime(text, asOf)).toBe(expected);
});

test.each(['3 weeks ago', 'days ago', '-3 days ago', '3 days', 'about 3 days ago', '2026-11-20', ''])(
  'no time of this form: %j',
  (text) => {
    expect(absoluteTime(text, asOf)).toBeUndefined();
  },
);

test('wherever it stands in a record', () => {
  expect(withAbsoluteTimes({ a: ['1 day ago', 3, null], b: { c: '1 day from now', d: 'main' } }, asOf)).toEqual({
    a: ['2026-11-19T06:00:00.000Z', 3, null],
    b: { c: '2026-11-21T06:00:00.000Z', d: 'main' },
  });
});
