import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Rates, scopePace, tokenBucket } from '../../src/collectors/pace.ts';
import { loadApiRates } from '../../src/data.ts';
import { busiestSecond, departures, manualClock, never } from './manual-clock.ts';

/** When calls that all come at the times given go out of one bucket. */
async function bucketTimes(published: number, share: number, arrivals: readonly number[]): Promise<readonly number[]> {
  const clock = manualClock();
  const take = tokenBucket(published, share, clock);
  const out = await departures(
    clock,
    arrivals.map((at) => ({ at, take })),
  );
  return out.map(({ at }) => at);
}

const atOnce = (count: number): readonly number[] => Array.from({ length: count }, () => 0);

describe('when calls go out of a bucket', () => {
  test.each<[what: string, published: number, share: number, arrivals: readonly number[], times: readonly number[]]>([
    ['the first goes at once', 5, 0.8, [7], [7]],
    ['a fifth left over is the burst', 10, 0.8, atOnce(5), [0, 0, 125, 250, 375]],
    ['half left over', 20, 0.5, atOnce(12), [...atOnce(10), 100, 200]],
    ['nothing left over', 5, 1, atOnce(3), [0, 200, 400]],
    ['less than one left over', 1, 0.8, atOnce(3), [0, 1250, 2500]],
    ['slower than the rate: none waits', 10, 0.8, [0, 125, 250, 375, 500], [0, 125, 250, 375, 500]],
    [
      'after a rest the burst is whole again, and no more',
      10,
      0.8,
      [0, 0, 0, 9000, 9000, 9000],
      [0, 0, 125, 9000, 9000, 9125],
    ],
    ['half a rest', 10, 0.8, [0, 0, 130, 130], [0, 0, 130, 250]],
  ])('%s', async (_, published, share, arrivals, times) => {
    expect(await bucketTimes(published, share, arrivals)).toEqual(times);
  });
});

test.each([
  [5, 0.8],
  [15, 0.8],
  [50, 0.8],
  [20, 0.33],
  [50, 1],
])('in the long run a bucket of %d/s gives its share of %d, no more and hardly less', async (published, share) => {
  const times = await bucketTimes(published, share, atOnce(published * 20));
  const seconds = (times.at(-1) ?? 0) / 1000;
  const rate = (times.length - Math.max(1, Math.floor(published - published * share))) / seconds;
  expect(rate).toBeLessThanOrEqual(published * share + 1e-6);
  expect(rate).toBeGreaterThan(published * share * 0.95);
});

const shares = fc.double({ min: 0.05, max: 1, noNaN: true });
const moments = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 });

test('whatever comes when: no second has more calls than AWS allows, and who comes first goes first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 50 }), shares, moments, async (published, share, arrivals) => {
      const clock = manualClock();
      const take = tokenBucket(published, share, clock);
      const sorted = [...arrivals].sort((a, b) => a - b);
      const out = await departures(
        clock,
        sorted.map((at) => ({ at, take })),
      );
      expect(busiestSecond(out.map(({ at }) => at))).toBeLessThanOrEqual(published);
      expect(out.map(({ index }) => index)).toEqual(sorted.map((_, index) => index));
      expect(out.every(({ at }, index) => at >= (sorted[index] ?? 0))).toBe(true);
    }),
    { numRuns: 150 },
  );
});

describe('a scope', () => {
  const rates: Rates = { total: 10, assumed: 2, callsPerSecond: { ListBackupVaults: 8, ListCopyJobs: 4 } };

  test('has a pace an operation, one for what has no rate of its own, and one over all', async () => {
    const clock = manualClock();
    const pace = scopePace(rates, 0.5, clock);
    const timesOf = async (operations: readonly string[]) => {
      const start = clock.now() + 60_000;
      const arrivals = operations.map((operation) => ({ at: 60_000, take: pace(operation) }));
      return (await departures(clock, arrivals)).map(({ at, index }) => [operations[index], at - start]);
    };
    expect(await timesOf(['ListCopyJobs', 'ListCopyJobs', 'ListCopyJobs'])).toEqual([
      ['ListCopyJobs', 0],
      ['ListCopyJobs', 0],
      ['ListCopyJobs', 500],
    ]);
    expect(await timesOf(['GetX', 'GetY', 'GetX'])).toEqual([
      ['GetX', 0],
      ['GetY', 0],
      ['GetX', 1000],
    ]);
    const four = ['ListBackupVaults', 'ListBackupVaults', 'ListBackupVaults', 'ListBackupVaults'];
    const all = await timesOf([...four, 'ListCopyJobs', 'ListCopyJobs']);
    expect(all.map(([, at]) => at)).toEqual([0, 0, 0, 0, 0, 200]);
  });

  test('an operation that must wait does not hold up another', async () => {
    const clock = manualClock();
    const pace = scopePace({ total: 50, assumed: 1, callsPerSecond: { ListCopyJobs: 20 } }, 0.8, clock);
    const slow = Array.from({ length: 5 }, () => ({ at: 0, take: pace('GetX') }));
    const out = await departures(clock, [...slow, { at: 10, take: pace('ListCopyJobs') }]);
    expect(out.find(({ index }) => index === 5)?.at).toBe(10);
    expect(out.map(({ index }) => index)).toEqual([0, 5, 1, 2, 3, 4]);
  });

  const operations = ['ListBackupVaults', 'ListCopyJobs', 'GetX', 'GetY'];
  const calls = fc.array(fc.tuple(fc.constantFrom(...operations), fc.integer({ min: 0, max: 2000 })), {
    maxLength: 50,
  });

  async function checkPace(rate: Rates, share: number, asked: readonly (readonly [string, number])[]): Promise<void> {
    const clock = manualClock();
    const pace = scopePace(rate, share, clock);
    const sorted = [...asked].sort(([, a], [, b]) => a - b);
    const out = await departures(
      clock,
      sorted.map(([operation, at]) => ({ at, take: pace(operation) })),
    );
    expect(out).toHaveLength(sorted.length);
    expect(busiestSecond(out.map(({ at }) => at))).toBeLessThanOrEqual(rate.total);
    for (const operation of new Set(sorted.map(([name]) => name))) {
      const own = out.filter(({ index }) => sorted[index]?.[0] === operation);
      const allowed = rate.callsPerSecond[operation] ?? rate.assumed;
      expect(busiestSecond(own.map(({ at }) => at))).toBeLessThanOrEqual(allowed);
      expect(own.map(({ index }) => index)).toEqual(own.map(({ index }) => index).sort((a, b) => a - b));
    }
  }

  test('no second has more calls than AWS allows, of an operation and in all', async () => {
    await fc.assert(
      fc.asyncProperty(shares, calls, (share, asked) => checkPace(rates, share, asked)),
      { numRuns: 150 },
    );
  });

  test('a crowd of others before it makes no operation bunch up', async () => {
    const crowd = Array.from({ length: 60 }, (_, index) => [`Get${index}`, 0] as const);
    const list = Array.from({ length: 40 }, (_, index) => ['ListCopyJobs', index * 50] as const);
    await checkPace({ total: 20, assumed: 5, callsPerSecond: { ListCopyJobs: 10 } }, 0.8, [...crowd, ...list]);
  });

  test('with AWS’s own rates', async () => {
    const shipped = loadApiRates();
    const names = Object.keys(shipped.callsPerSecond);
    const asked = Array.from({ length: 400 }, (_, index) => [names[index % names.length] ?? '', index % 70] as const);
    await checkPace(shipped, 0.8, asked);
  });
});

describe('an interruption', () => {
  test('ends every wait, with its reason', async () => {
    const clock = manualClock();
    const take = scopePace({ total: 10, assumed: 1, callsPerSecond: {} }, 0.8, clock)('GetX');
    const controller = new AbortController();
    const waits = [take(never), ...Array.from({ length: 3 }, () => take(controller.signal))];
    const ends = Promise.allSettled(waits);
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort(new Error('stopped'));
    expect((await ends).map((end) => (end.status === 'rejected' ? end.reason.message : end.status))).toEqual([
      'fulfilled',
      'stopped',
      'stopped',
      'stopped',
    ]);
    expect(clock.now()).toBe(0);
  });

  test('takes nothing from those who still wait', async () => {
    const clock = manualClock();
    const take = tokenBucket(10, 0.8, clock);
    const controller = new AbortController();
    await Promise.all([take(never), take(never)]);
    const given = take(controller.signal).catch(() => 'gave up');
    controller.abort(new Error('stopped'));
    expect(await given).toBe('gave up');
    expect((await departures(clock, [{ at: 125, take }])).map(({ at }) => at)).toEqual([125]);
  });
});
