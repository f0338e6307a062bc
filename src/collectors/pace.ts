/** Calls a second that one account may make in one Region: by operation, and all together. */
export type Rates = {
  readonly total: number;
  readonly assumed: number;
  readonly callsPerSecond: { readonly [operation: string]: number };
};

export type Clock = {
  /** ms since some moment. */
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** Resolves when the next call may go out. */
export type Take = (signal: AbortSignal) => Promise<void>;

/**
 * A token bucket. AWS counts by the second: `share` of its rate flows steadily, and what the share leaves over is the
 * burst, so that no second ever holds more calls than AWS allows.
 */
export function tokenBucket(published: number, share: number, { now, sleep }: Clock): Take {
  const rate = published * share;
  const interval = 1000 / rate;
  const burst = Math.max(1, Math.floor(published - rate));
  let free = Number.NEGATIVE_INFINITY;
  return async (signal) => {
    const time = now();
    free = Math.max(free, time - (burst - 1) * interval);
    const wait = free - time;
    free += interval;
    if (wait > 0) await sleep(wait, signal);
  };
}

/** The pace of one account in one Region: a bucket an operation, and one for all. */
export function scopePace(rates: Rates, share: number, clock: Clock): (operation: string) => Take {
  const buckets = new Map<string, Take>();
  const total = tokenBucket(rates.total, share, clock);
  return (operation) => async (signal) => {
    const own = buckets.get(operation) ?? tokenBucket(rates.callsPerSecond[operation] ?? rates.assumed, share, clock);
    buckets.set(operation, own);
    await own(signal);
    await total(signal);
  };
}
