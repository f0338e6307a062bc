import { z } from 'zod';

/**
 * The forms in which AWS tools print one value: the CLI prints dates as ISO with an offset or as epoch seconds (its
 * `wire` format), SDKs give Date objects, and some tools print every scalar as a string.
 */
const offsetDate = z.regexes.datetime({ offset: true });
const decimal = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** The value as its canonical form, or untouched for the schema to refuse. */
export function canonicalDate(input: unknown): unknown {
  // Our own files hold nothing else: left to the schema, which checks it once.
  if (typeof input === 'string' && input.length === canonicalLength && input.endsWith('Z')) return input;
  const time = new Date(timeOf(input) ?? Number.NaN);
  const text = Number.isNaN(time.getTime()) ? '' : time.toISOString();
  return text.length === canonicalLength ? text : input;
}

/** Years outside 0 to 9999 (milliseconds taken for seconds) are written longer. */
const canonicalLength = '2026-01-31T08:00:00.000Z'.length;

function timeOf(input: unknown): number | undefined {
  if (input instanceof Date) return input.getTime();
  if (typeof input === 'number') return Math.round(input * 1000);
  if (typeof input !== 'string') return undefined;
  if (offsetDate.test(input)) return Date.parse(input);
  return decimal.test(input) ? Math.round(Number(input) * 1000) : undefined;
}

export const canonicalNumber = (input: unknown): unknown =>
  typeof input === 'string' && decimal.test(input) ? Number(input) : input;

export const canonicalBoolean = (input: unknown): unknown =>
  input === 'true' ? true : input === 'false' ? false : input;

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

/** AWS tools print what is absent as null or as an empty string. */
export const withoutEmptyMembers = (input: unknown): unknown => withoutMembers(input, isEmpty);

/** In data keyed by the user (tags) an empty string is a value. */
export const withoutNullMembers = (input: unknown): unknown => withoutMembers(input, (value) => value == null);

export const withoutEmptyItems = (input: unknown): unknown =>
  Array.isArray(input) && input.some(isEmpty) ? input.filter((item) => !isEmpty(item)) : input;

function withoutMembers(input: unknown, isAbsent: (value: unknown) => boolean): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  if (!Object.values(input).some(isAbsent)) return input;
  return Object.fromEntries(Object.entries(input).filter(([, value]) => !isAbsent(value)));
}
