import type { Io } from '../io.ts';
import { plural } from '../reporters/pretty/page.ts';

/** What a live reading has come to; it changes while it is watched. */
export type Reading = {
  readonly scopes: number;
  readonly scopesDone: number;
  readonly records: number;
  readonly throttles: number;
  readonly calls: ReadonlyMap<string, number>;
  readonly gaps: readonly unknown[];
};

/** ms between two looks. */
const onTerminal = 200;
const inLog = 10_000;

type Watched = Pick<Io, 'stderr' | 'isErrorTty' | 'now'>;

/** Shows how far a reading is until the function it gives is called: one line that changes, or in a log one now and then. */
export function watch(reading: Reading, { stderr, isErrorTty, now }: Watched): () => void {
  const began = now().getTime();
  const line = () => progressLine(reading, (now().getTime() - began) / 1000);
  const show = () => stderr.write(isErrorTty ? oneLine(line()) : `${line()}\n`);
  const timer = setInterval(show, isErrorTty ? onTerminal : inLog);
  timer.unref();
  return () => {
    clearInterval(timer);
    if (isErrorTty) stderr.write('\r\u001b[K');
  };
}

/** In place of the last one, and without a second line where the terminal is narrow: that would stay there. */
const oneLine = (line: string): string => `\r\u001b[K\u001b[?7l${line}\u001b[?7h`;

/** `3/12 scopes, 12,345 records, 230 calls (14.2/s), 1 gap, about 40 s left` */
export function progressLine(reading: Reading, seconds: number): string {
  const { scopes, scopesDone, records, throttles, gaps } = reading;
  const calls = callCount(reading);
  const rate = seconds >= 1 ? ` (${(calls / seconds).toFixed(1)}/s)` : '';
  return [
    `${scopesDone}/${plural(scopes, 'scope')}`,
    plural(records, 'record'),
    `${plural(calls, 'call')}${rate}`,
    ...(throttles > 0 ? [`${throttles} throttled`] : []),
    ...(gaps.length > 0 ? [plural(gaps.length, 'gap')] : []),
    ...timeLeft(scopes, scopesDone, seconds),
  ].join(', ');
}

/** As if every scope took as long as those that are done: with none done there is nothing to go by. */
function timeLeft(scopes: number, done: number, seconds: number): readonly string[] {
  if (done === 0 || done === scopes) return [];
  return [`about ${duration((seconds / done) * (scopes - done))} left`];
}

export const callCount = ({ calls }: Pick<Reading, 'calls'>): number =>
  [...calls.values()].reduce((sum, count) => sum + count, 0);

export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
