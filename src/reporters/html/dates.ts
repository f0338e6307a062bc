const months = 'January February March April May June July August September October November December'.split(' ');
const msPerHour = 3_600_000;

/** "20 November 2026, 06:00 UTC": no locale of the machine has a say, so the bytes are the same everywhere. */
export function momentText(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : `${dayText(iso)}, ${date.toISOString().slice(11, 16)} UTC`;
}

export function dayText(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** As it sorts: for tables. */
export const shortDay = (iso: string | null): string => (iso === null ? '–' : iso.slice(0, 10));

export const hoursBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / msPerHour;

/** "31 hours" up to two days, "19.1 days", "2.3 years". */
export function ageText(hours: number): string {
  if (hours < 48) return `${rounded(hours)} hours`;
  const days = hours / 24;
  return days < 730 ? `${rounded(days)} days` : `${rounded(days / 365)} years`;
}

const rounded = (value: number): string => String(value < 100 ? Math.round(value * 10) / 10 : Math.round(value));
