import { Cron } from 'croner';

/** The six fields of AWS's cron: minutes hours day-of-month month day-of-week year. */
export type CronFields = {
  readonly minutes: string;
  readonly hours: string;
  /** Day of month, month and day of week, as they stand. */
  readonly days: string;
  readonly year: string;
};

/** Enough to meet every gap of a weekly, monthly or yearly pattern. */
const runsLooked = 250;
/** 2100 is no leap year: a gap of eight years there tells nothing of a schedule of today. */
const lastYear = 2099;

/** AWS wants a `?` for one of the two days, and knows it nowhere else. */
export function cronFields(text: string): CronFields | undefined {
  const [minutes, hours, dayOfMonth, month, dayOfWeek, year, ...rest] = text.trim().split(/\s+/);
  if (minutes === undefined || hours === undefined || month === undefined) return undefined;
  if (dayOfMonth === undefined || dayOfWeek === undefined || year === undefined || rest.length > 0) return undefined;
  const isStrange = [minutes, hours, month, year].some((part) => part.includes('?'));
  const isBoth = ![dayOfMonth, dayOfWeek].some((part) => part === '?' || part === '*');
  return isStrange || isBoth ? undefined : { minutes, hours, days: `${dayOfMonth} ${month} ${dayOfWeek}`, year };
}

/**
 * croner reads AWS's cron with three options: the year, 1 as Sunday, and `5/15` for `5-59/15`. In UTC, which has no summer
 * time. Throws where it does not understand the pattern.
 */
function runs(fields: string, from: Date, count: number): readonly Date[] {
  const cron = new Cron(`0 ${fields}`, {
    mode: '7-part',
    alternativeWeekdays: true,
    sloppyRanges: true,
    timezone: 'Etc/UTC',
  });
  return cron.nextRuns(count, new Date(from.getTime() - 1000)).filter((run) => run.getUTCFullYear() <= lastYear);
}

const leapYear = new Date(Date.UTC(2024, 0, 1));

/** Minutes after midnight of the runs of one day, in order. */
export function timesOf({ minutes, hours }: CronFields): readonly number[] {
  const ofHour = runs(`${minutes} 0 ? * * *`, leapYear, 60).filter(isFirstDay).map(minuteOf);
  const ofDay = runs(`0 ${hours} ? * * *`, leapYear, 24).filter(isFirstDay).map(minuteOf);
  return ofDay.flatMap((hour) => ofHour.map((minute) => hour + minute));
}

const isFirstDay = (run: Date): boolean => run.getTime() < leapYear.getTime() + 86_400_000;
const minuteOf = (run: Date): number => run.getUTCHours() * 60 + run.getUTCMinutes();

/** Days on which it runs. Only a schedule of certain years hangs on the present. */
export const daysOf = ({ days, year }: CronFields, asOf: number): readonly Date[] =>
  runs(`0 0 ${days} ${year}`, year === '*' ? leapYear : startOfDay(asOf), runsLooked);

const startOfDay = (asOf: number): Date => new Date(Math.floor(asOf / 86_400_000) * 86_400_000);

/** Every day of every year: the pattern of most schedules. */
export const isDaily = ({ days, year }: CronFields): boolean => year === '*' && /^[?*] \* [?*]$/.test(days);
