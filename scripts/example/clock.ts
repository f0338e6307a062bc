/** A Friday. Every date of the estate is counted back from it. */
export const asOf = '2026-11-20T06:00:00.000Z';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const midnight = Date.parse('2026-11-20T00:00:00.000Z');

/** So many calendar days before asOf, at a time of day in UTC. */
export const daysAgo = (days: number, hour: number, minute = 0): string =>
  new Date(midnight - days * dayMs + (hour * 60 + minute) * minuteMs).toISOString();

export const laterByMinutes = (time: string, minutes: number): string =>
  new Date(Date.parse(time) + minutes * minuteMs).toISOString();

export const laterByDays = (time: string, days: number): string =>
  new Date(Date.parse(time) + days * dayMs).toISOString();

export const ageInDays = (time: string): number => (Date.parse(asOf) - Date.parse(time)) / dayMs;
