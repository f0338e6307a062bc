import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoTime } from '../../src/inventory/iso-time.ts';

test('reads every moment of the years 0 to 9999 as Date.parse does', () => {
  const moment = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z') });
  fc.assert(
    fc.property(
      moment.filter((date) => !Number.isNaN(date.getTime())),
      (date) => {
        expect(isoTime(date.toISOString())).toBe(date.getTime());
      },
    ),
    { numRuns: 5000 },
  );
});

test.each([
  ['2024-02-29T00:00:00.000Z', true],
  ['2000-02-29T00:00:00.000Z', true],
  ['2026-02-29T00:00:00.000Z', false],
  ['1900-02-29T00:00:00.000Z', false],
  ['2026-04-31T00:00:00.000Z', false],
  ['2026-13-01T00:00:00.000Z', false],
  ['2026-00-01T00:00:00.000Z', false],
  ['2026-01-00T00:00:00.000Z', false],
  ['2026-01-01T24:00:00.000Z', false],
  ['2026-01-01T00:60:00.000Z', false],
  ['2026-01-01T00:00:60.000Z', false],
  ['2026-01-01T00:00:00Z', false],
  ['2026-01-01T00:00:00.000+00:00', false],
  ['2026-01-01T00:00:00.00aZ', false],
  ['2026-01-01 00:00:00.000Z', false],
  ['+002026-01-01T00:00:00.000Z', false],
  ['', false],
])('%s', (text, isRead) => {
  expect(isoTime(text)).toBe(isRead ? Date.parse(text) : Number.NaN);
});

test('whatever it accepts, Date.parse reads to the same', () => {
  const digits = fc.stringMatching(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/);
  fc.assert(
    fc.property(digits, (text) => {
      const time = isoTime(text);
      if (!Number.isNaN(time)) expect(time).toBe(Date.parse(text));
    }),
    { numRuns: 5000 },
  );
});
