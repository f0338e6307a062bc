const dayMs = 86_400_000;
/** Days before each month of a year that is no leap year. */
const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/**
 * ms since 1970 of a time in the one form of an inventory, `2026-01-31T08:00:00.000Z`; NaN for any other text. What it
 * accepts `Date.parse` reads to the same moment, five times slower.
 */
export function isoTime(text: string): number {
  if (text.length !== 24 || !hasMarks(text)) return Number.NaN;
  const [year, month, day] = [number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)];
  const [hour, minute, second] = [number(text, 11, 13), number(text, 14, 16), number(text, 17, 19)];
  const ms = number(text, 20, 23);
  if (hour > 23 || minute > 59 || second > 59 || month < 1 || month > 12) return Number.NaN;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const start = (before[month - 1] ?? 0) + (isLeap && month > 2 ? 1 : 0);
  const length = (before[month] ?? 0) - (before[month - 1] ?? 0) + (isLeap && month === 2 ? 1 : 0);
  if (day < 1 || day > length) return Number.NaN;
  const past = year - 1;
  const years = 365 * past + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return (years - 719_162 + start + day - 1) * dayMs + hour * 3_600_000 + minute * 60_000 + second * 1000 + ms;
}

const hasMarks = (text: string): boolean =>
  text.charCodeAt(4) === 45 &&
  text.charCodeAt(7) === 45 &&
  text.charCodeAt(10) === 84 &&
  text.charCodeAt(13) === 58 &&
  text.charCodeAt(16) === 58 &&
  text.charCodeAt(19) === 46 &&
  text.charCodeAt(23) === 90;

/** NaN where one is no digit. */
function number(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = 10 * value + digit;
  }
  return value;
}
