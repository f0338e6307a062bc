import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always, askedFilters, isWithin, type Window, windowsFor } from '../../src/collectors/windows.ts';

const now = Date.parse('2026-11-20T06:00:00.000Z');
const day = 86_400_000;
const year = 365 * day;

/** Whether the windows, one after the other, cover all of time, and nothing twice. */
function expectPartition(windows: readonly Window[]): void {
  expect(windows[0]?.from).toBe(Number.NEGATIVE_INFINITY);
  expect(windows.at(-1)?.to).toBe(Number.POSITIVE_INFINITY);
  for (const [index, { from, to }] of windows.entries()) {
    expect(from).toBeLessThan(to);
    if (index > 0) expect(from).toBe(windows[index - 1]?.to);
  }
}

const moments = fc.oneof(
  fc.integer({ min: now - 2 * year, max: now }),
  fc.constantFrom(now, now - 1, now + day, 0, now - year),
);

test('whatever the first page and the vault say, the windows cover all of time once', () => {
  const counts = fc.oneof(fc.integer({ min: 0, max: 5_000_000 }), fc.constantFrom(0, 1, 25_000, 25_001, 50_000));
  fc.assert(
    fc.property(fc.array(moments, { maxLength: 50 }), counts, moments, (dates, count, created) => {
      const windows = windowsFor(dates, count, created, now);
      expectPartition(windows);
      expect(windows.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(count / 25_000)));
      for (const date of dates) {
        expect(windows.filter((window) => isWithin(window, { CreationDate: new Date(date) }))).toHaveLength(1);
      }
    }),
    { numRuns: 500 },
  );
});

describe('where there is nothing to cut by, there is one window', () => {
  test.each<[what: string, dates: readonly number[], count: number]>([
    ['no dates', [], 1_000_000],
    ['few points', [now - day, now], 25_000],
    ['none', [], 0],
  ])('%s', (_, dates, count) => {
    expect(windowsFor(dates, count, now - year, now)).toEqual([always]);
  });
});

describe('dates that are all the same', () => {
  test.each([1, 2, 1000])('%d of them', (length) => {
    const windows = windowsFor(
      Array.from({ length }, () => now - day),
      1_000_000,
      now - year,
      now,
    );
    expectPartition(windows);
    expect(windows.length).toBeGreaterThan(1);
  });
});

/** Pages of a vault whose points came at an even pace over a year. */
const count = 200_000;
const points = Array.from({ length: count }, (_, index) => now - year + Math.floor((index * year) / count));

/** Seeded, so that the sample is the same in every run. */
function* randomNumbers(): Generator<number> {
  for (let state = 42; ; state = (state * 1_103_515_245 + 12_345) % 2 ** 31) yield state;
}

function sample(size: number): readonly number[] {
  const numbers = randomNumbers();
  return Array.from({ length: size }, () => points[Number(numbers.next().value) % count] ?? 0);
}

describe('points that came at an even pace fall into windows of about the same size', () => {
  test.each<[what: string, page: readonly number[], created: number]>([
    ['listed oldest first', points.slice(0, 1000), now - year - day],
    ['listed newest first', points.slice(-1000).reverse(), now - year - day],
    ['in no order', sample(1000), now - year - day],
    ['in no order, in small pages', sample(200), now - year - day],
    ['newest first, in a vault that is much older', points.slice(-1000).reverse(), now - 5 * year],
  ])('%s', (_, page, created) => {
    const windows = windowsFor(page, count, created, now);
    expectPartition(windows);
    expect(windows).toHaveLength(8);
    const sizes = windows.map(({ from, to }) => points.filter((at) => from <= at && at < to).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
    expect(Math.max(...sizes)).toBeLessThan((2 * count) / 8);
  });
});

describe('what AWS is asked for: a second more on each side', () => {
  test.each<[what: string, window: Window, filters: object]>([
    ['all of time', always, {}],
    ['the first window', { ...always, to: 60_000 }, { ByCreatedBefore: '1970-01-01T00:01:01.000Z' }],
    ['the last window', { ...always, from: 60_000 }, { ByCreatedAfter: '1970-01-01T00:00:59.000Z' }],
    [
      'one between',
      { from: now, to: now + 1 },
      { ByCreatedAfter: '2026-11-20T05:59:59.000Z', ByCreatedBefore: '2026-11-20T06:00:01.001Z' },
    ],
  ])('%s', (_, window, filters) => {
    expect(askedFilters(window)).toEqual(filters);
  });
});

describe('what belongs to a window', () => {
  const between: Window = { from: 1000, to: 2000 };
  const first: Window = { ...always, to: 1000 };
  test.each<[what: string, window: Window, date: unknown, isIn: boolean]>([
    ['its beginning', between, new Date(1000), true],
    ['its last moment', between, new Date(1999), true],
    ['its end', between, new Date(2000), false],
    ['before it', between, new Date(999), false],
    ['long before the first', first, new Date(-1e12), true],
    ['after the first', first, new Date(1000), false],
    ['long after the last', { ...always, from: 1000 }, new Date(1e14), true],
    ['no date: the first', first, undefined, true],
    ['no date: no other', between, undefined, false],
    ['a date that is none: the first', first, new Date(Number.NaN), true],
    ['a text: the first', first, '1970-01-01T00:00:01.500Z', true],
    ['a text: no other', between, '1970-01-01T00:00:01.500Z', false],
    ['all of time', always, undefined, true],
  ])('%s', (_, window, date, isIn) => {
    expect(isWithin(window, { CreationDate: date })).toBe(isIn);
  });
});

test('a guess beyond all dates is still one that can be asked', () => {
  const windows = windowsFor([now + 12 * day, now - 2 * year], 300_000, 0, now);
  expectPartition(windows);
  expect(() => windows.map(askedFilters)).not.toThrow();
});

test('an answer that goes beyond what was asked for by the margin is of one window alone', () => {
  fc.assert(
    fc.property(fc.array(moments, { minLength: 2, maxLength: 20 }), moments, (dates, created) => {
      const windows = windowsFor(dates, 300_000, created, now);
      for (const date of dates) {
        const asked = windows.filter((window) => {
          const { ByCreatedAfter: after, ByCreatedBefore: before } = askedFilters(window);
          // As AWS may read them: without their bounds.
          return (
            (after === undefined || date > Date.parse(after)) && (before === undefined || date < Date.parse(before))
          );
        });
        expect(asked.filter((window) => isWithin(window, { CreationDate: new Date(date) }))).toHaveLength(1);
      }
    }),
  );
});
