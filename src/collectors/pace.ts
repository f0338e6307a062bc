import pLimit from 'p-limit';

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

/** As `Take`, but with a second wait between that for a token and taking it. */
type Bucket = (signal: AbortSignal, second?: () => Promise<void>) => Promise<void>;

/**
 * A token bucket; who comes first goes first. AWS counts by the second: `share` of its rate flows steadily, and what the
 * share leaves over is the burst, so that no second ever holds more calls than AWS allows.
 */
export function tokenBucket(published: number, share: number, { now, sleep }: Clock): Bucket {
  const rate = published * share;
  const interval = 1000 / rate;
  const burst = Math.max(1, Math.floor(published - rate));
  const turn = pLimit(1);
  let free = Number.NEGATIVE_INFINITY;
  const next = () => Math.max(free, now() - (burst - 1) * interval);
  return (signal, second = async () => {}) =>
    turn(async () => {
      // Timers count whole ms.
      for (let wait = next() - now(); wait > 0; wait = next() - now()) await sleep(Math.ceil(wait), signal);
      await second();
      free = next() + interval;
    });
}

/**
 * The pace of one account in one Region: a bucket an operation, and one for all. A call takes both tokens when it goes
 * out: with the first one in hand, calls would bunch up while they wait for the second.
 */
export function scopePace(rates: Rates, share: number, clock: Clock): (operation: string) => Take {
  const buckets = new Map<string, Bucket>();
  const total = tokenBucket(rates.total, share, clock);
  return (operation) => {
    const own = buckets.get(operation) ?? tokenBucket(rates.callsPerSecond[operation] ?? rates.assumed, share, clock);
    buckets.set(operation, own);
    return (signal) => own(signal, () => total(signal));
  };
}
