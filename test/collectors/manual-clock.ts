import { setMaxListeners } from 'node:events';
import type { Clock, Take } from '../../src/collectors/pace.ts';

type Sleeper = { readonly at: number; readonly wake: () => void };

/** A clock that moves only when everybody waits for it. */
export type ManualClock = Clock & {
  /** Moves on until nobody waits any more; gives the time it is then. */
  readonly run: () => Promise<number>;
};

export function manualClock(): ManualClock {
  let time = 0;
  const sleepers: Sleeper[] = [];
  return {
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((wake, reject) => {
        const abort = () => reject(signal.reason);
        if (signal.aborted) return abort();
        signal.addEventListener('abort', abort, { once: true });
        sleepers.push({
          at: time + ms,
          wake: () => {
            signal.removeEventListener('abort', abort);
            wake();
          },
        });
      }),
    run: async () => {
      for (;;) {
        await othersDone();
        const next = sleepers.reduce<Sleeper | undefined>(earlier, undefined);
        if (next === undefined) return time;
        sleepers.splice(sleepers.indexOf(next), 1);
        time = Math.max(time, next.at);
        next.wake();
      }
    },
  };
}

/** The one that came first where two wake at once. */
const earlier = (a: Sleeper | undefined, b: Sleeper): Sleeper => (a === undefined || b.at < a.at ? b : a);

const othersDone = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const never: AbortSignal = new AbortController().signal;
setMaxListeners(0, never);

/** When calls that come at these times go out, in the order in which they do; each names its arrival. */
export async function departures(
  clock: ManualClock,
  arrivals: readonly { readonly at: number; readonly take: Take }[],
): Promise<readonly { readonly index: number; readonly at: number }[]> {
  const out: { index: number; at: number }[] = [];
  const calls = arrivals.map(async ({ at, take }, index) => {
    await clock.sleep(at, never);
    await take(never);
    out.push({ index, at: clock.now() });
  });
  await clock.run();
  await Promise.all(calls);
  return out;
}

/** The most calls in any second; one that begins a thousandth of a ms before its end is of the next. */
export function busiestSecond(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => from <= at && at < from + 999.999).length));
}
