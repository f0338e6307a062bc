import { type CronFields, cronFields, daysOf, isDaily, timesOf } from './cron-runs.ts';

const dayMinutes = 1440;
const minutesOf: { readonly [unit: string]: number } = { minute: 1, hour: 60, day: dayMinutes };

/** Periods of schedules that do not hang on the present: many plans have one schedule. */
const known = new Map<string, number | undefined>();

/**
 * Hours between two runs of a schedule where they lie farthest apart; Infinity where no two runs are to come. As the clock of
 * its time zone shows them: a daily schedule has 24 also where summer time ends, so which zone it is makes no difference.
 * Undefined: not understood.
 */
export function periodHours(expression: string, asOf: number): number | undefined {
  const text = expression.trim();
  if (known.has(text)) return known.get(text);
  const fields = cronFields(/^cron\((.*)\)$/s.exec(text)?.[1] ?? '');
  const minutes = fields === undefined ? rateMinutes(text) : cronMinutes(fields, asOf);
  const period = minutes === undefined ? undefined : minutes / 60;
  if (fields === undefined || fields.year === '*') known.set(text, period);
  return period;
}

function rateMinutes(text: string): number | undefined {
  const [, count, unit = ''] = /^rate\((\d+) +(minute|hour|day)s?\)$/.exec(text) ?? [];
  const minutes = Number(count) * (minutesOf[unit] ?? Number.NaN);
  return minutes > 0 ? minutes : undefined;
}

function cronMinutes(fields: CronFields, asOf: number): number | undefined {
  try {
    const gap = isDaily(fields) ? dayMinutes : longest(daysOf(fields, asOf).map((day) => day.getTime() / 60_000));
    const times = timesOf(fields);
    const [first = 0, last = first] = [times[0], times.at(-1)];
    return Math.max(gap - last + first, ...gapsIn(times));
  } catch {
    return undefined;
  }
}

const gapsIn = (times: readonly number[]): readonly number[] =>
  times.slice(1).map((time, index) => time - (times[index] ?? time));

const longest = (days: readonly number[]): number =>
  days.length < 2 ? Number.POSITIVE_INFINITY : Math.max(...gapsIn(days));
