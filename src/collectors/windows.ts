import type { JsonObject } from '../inventory/parse-json.ts';

/** A stretch of creation dates, in ms: from `from` on and before `to`. */
export type Window = { readonly from: number; readonly to: number };

export const always: Window = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** When a vault is read in windows side by side, and how many points each is to hold. */
export type WindowSizes = { readonly largeCount: number; readonly pointsPerWindow: number };

/** Below the large count a vault is read as fast in one chain of pages. */
export const windowSizes: WindowSizes = { largeCount: 50_000, pointsPerWindow: 25_000 };

/**
 * Cuts a large list into windows of about equal size. AWS does not say in which order it lists: where the dates of the
 * first page lie close together they are one end of the list, and tell how dense it is; where they spread they are a
 * sample of all. Whatever the guess, the windows cover all of time: a bad one costs time, never a point.
 */
export function windowsFor(
  dates: readonly number[],
  count: number,
  created: number,
  now: number,
  { pointsPerWindow } = windowSizes,
): readonly Window[] {
  const sorted = [...dates].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  const parts = Math.ceil(count / pointsPerWindow);
  if (first === undefined || last === undefined || parts < 2) return [always];
  const lifetime = Math.max(1, now - created);
  const spread = (last - first) / lifetime;
  const cuts = spread > 0.5 ? quantiles(sorted, parts) : evenCuts(first, last, count / sorted.length, parts, now);
  return between([...new Set(cuts.map(askable))]);
}

const quantiles = (sorted: readonly number[], parts: number): readonly number[] =>
  range(parts - 1).map((index) => sorted[Math.floor(((index + 1) * sorted.length) / parts)] ?? 0);

/** A guess may lie beyond the dates that can be written; nothing was backed up before 1970. */
const askable = (cut: number): number => Math.min(Math.max(cut, 0), latestDate - margin);

/** ECMAScript, "Time Values and Time Range". */
const latestDate = 8.64e15;

/** The page is the old or the new end of the list, whichever end of time it is nearer to. */
function evenCuts(first: number, last: number, pages: number, parts: number, now: number): readonly number[] {
  const length = Math.max(1, last - first) * pages;
  const isNewEnd = now - last < length / 2;
  const start = isNewEnd ? last - length : first;
  return range(parts - 1).map((index) => Math.round(start + ((index + 1) * length) / parts));
}

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

function between(cuts: readonly number[]): readonly Window[] {
  const edges = [Number.NEGATIVE_INFINITY, ...[...cuts].sort((a, b) => a - b), Number.POSITIVE_INFINITY];
  return edges.slice(1).map((to, index) => ({ from: edges[index] ?? Number.NEGATIVE_INFINITY, to }));
}

/** AWS does not say whether its bounds are part of a window, so that a second more is asked for on each side. */
const margin = 1000;

export function askedFilters({ from, to }: Window): { readonly [name: string]: string } {
  return {
    ...(Number.isFinite(from) ? { ByCreatedAfter: new Date(from - margin).toISOString() } : {}),
    ...(Number.isFinite(to) ? { ByCreatedBefore: new Date(to + margin).toISOString() } : {}),
  };
}

/** Whether an item is of this window; one without a date, which AWS never gives, is of the first. */
export function isWithin({ from, to }: Window, { CreationDate: date }: JsonObject): boolean {
  const time = date instanceof Date ? date.getTime() : Number.NaN;
  return Number.isNaN(time) ? from === Number.NEGATIVE_INFINITY : from <= time && time < to;
}
