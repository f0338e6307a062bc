import { describe, expect, test } from 'vitest';
import { periodHours } from '../../../src/engine/schedule/period-hours.ts';
import { asOf } from '../estate.ts';

const periodOf = (expression: string, now = asOf) => periodHours(expression, Date.parse(now));
const day = 24;

describe('the longest gap of a schedule, in hours', () => {
  test.each([
    ['cron(0 5 ? * * *)', day],
    ['cron(0 5 * * ? *)', day],
    ['cron(0 5 1/1 * ? *)', day],
    ['cron(30 2 ? * * *)', day],
    ['  cron( 0  5 ? * * * )  ', day],
    // From 13:00 on "every 12 hours" is once a day.
    ['cron(0 13/12 ? * * *)', day],
    ['cron(0 */12 ? * * *)', 12],
    ['cron(0 1,9 ? * * *)', 16],
    ['cron(0/15 * ? * * *)', 0.25],
    ['cron(10-20/5 6 ? * * *)', day - 10 / 60],
    ['cron(0 8-18 ? * * *)', 14],
    ['cron(0 8-18 ? * MON-FRI *)', 3 * day - 10],
    ['cron(0 5 ? * MON-FRI *)', 3 * day],
    ['cron(0 5 ? * 2-6 *)', 3 * day],
    ['cron(0 5 ? * SUN *)', 7 * day],
    ['cron(0 5 ? * 1,4 *)', 4 * day],
    ['cron(0 5 1 * ? *)', 31 * day],
    ['cron(0 5 L * ? *)', 31 * day],
    ['cron(0 5 LW * ? *)', 33 * day],
    ['cron(0 5 15W * ? *)', 32 * day],
    ['cron(0 5 1,15 * ? *)', 17 * day],
    ['cron(0 5 31 * ? *)', 61 * day],
    ['cron(0 5 ? * 6#3 *)', 35 * day],
    ['cron(0 5 ? * FRI#3 *)', 35 * day],
    ['cron(0 5 ? * 6L *)', 35 * day],
    ['cron(0 5 ? * 2#5 *)', 17 * 7 * day],
    ['cron(0 5 1 1,4,7,10 ? *)', 92 * day],
    ['cron(0 5 1 1 ? *)', 366 * day],
    ['cron(0 5 29 2 ? *)', 1461 * day],
    ['rate(12 hours)', 12],
    ['rate(1 day)', day],
    ['rate(30 minutes)', 0.5],
  ])('%s: %d', (expression, hours) => {
    expect(periodOf(expression)).toBeCloseTo(hours, 9);
  });

  test.each([
    ['a day that never comes', 'cron(0 5 31 2 ? *)', Number.POSITIVE_INFINITY],
    ['years that are over', 'cron(0 5 ? * * 2020-2025)', Number.POSITIVE_INFINITY],
    ['one run to come', 'cron(0 5 1 1 ? 2027)', Number.POSITIVE_INFINITY],
    ['years to come', 'cron(0 5 ? * * 2026-2035)', day],
  ])('%s', (_, expression, hours) => {
    expect(periodOf(expression)).toBe(hours);
  });

  test('a schedule of certain years hangs on the present, each time that it is asked', () => {
    const once = 'cron(0 5 ? * * 2026)';
    expect([periodOf(once), periodOf(once, '2027-01-01T00:00:00.000Z')]).toEqual([day, Number.POSITIVE_INFINITY]);
  });
});

test.each([
  '',
  'daily',
  '@daily',
  '0 5 ? * * *',
  'cron()',
  'cron(0 5 * * ?)',
  'cron(0 0 5 ? * * *)',
  'cron(0 5 ? * *)',
  'cron(0 5 ? * * * *)',
  'cron(0 5 1 * MON *)',
  'cron(? 5 ? * * *)',
  'cron(0 ? ? * * *)',
  'cron(61 5 ? * * *)',
  'cron(0 24 ? * * *)',
  'cron(0 5 32 * ? *)',
  'cron(0 5 ? * 0 *)',
  'cron(0 5 ? * DAY *)',
  // AWS knows these two, croner does not: better not to tell than to guess.
  'cron(0 5 L-3 * ? *)',
  'cron(0 5 ? * L *)',
  'rate(0 days)',
  'rate(1 month)',
  'rate(-1 day)',
  'at(2026-11-20T06:00:00)',
])('%j is not understood', (expression) => {
  expect(periodOf(expression)).toBeUndefined();
});
