import { plural } from '../pretty/page.ts';
import { html, type Markup } from './markup.ts';

/** A part of a bar: how many of what; `fill` names its colour. */
export type Part = { readonly fill: string; readonly word: string; readonly count: number };

export const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { count }) => sum + count, 0);

/** The same in words: "58 yes, 3 unknown, 2 no". */
const partsText = (parts: readonly Part[]): string =>
  parts.flatMap(({ count, word }) => (count === 0 ? [] : [`${plural(count, word, word)}`])).join(', ') || 'none';

/**
 * One bar of several parts. Lengths are attributes in percent: no style attribute, which the page's policy forbids, and
 * no scaling, which would stretch the hatch of the unknown. `whole` is what the full length stands for.
 */
export function stackedBar(parts: readonly Part[], whole = sumOf(parts)): Markup {
  const lengths = lengthsOf(parts, whole);
  const starts = lengths.map((_, at) => lengths.slice(0, at).reduce((sum, length) => sum + length, 0));
  const rects = parts.flatMap(({ fill }, at) => {
    const [start = 0, length = 0] = [starts[at], lengths[at]];
    if (length === 0) return [];
    return start === 0 ? [rect(fill, start, length)] : [rect(fill, start, length), edgeAt(start)];
  });
  return html`<svg class="bar" role="img" aria-label="${partsText(parts)}">${rects}</svg>`;
}

/** In percent. One of a thousand is still seen: what is there has a least length, and the others give way. */
const leastLength = 1.5;

function lengthsOf(parts: readonly Part[], whole: number): readonly number[] {
  const exact = parts.map(({ count }) => (count / Math.max(1, whole)) * 100);
  const seen = exact.map((length) => (length === 0 ? 0 : Math.max(leastLength, length)));
  const [all, room] = [seen, exact].map((lengths) => lengths.reduce((sum, length) => sum + length, 0));
  const scale = Math.min(1, Math.max(leastLength, room ?? 0) / Math.max(leastLength, all ?? 0));
  return seen.map((length) => length * scale);
}

const percent = (value: number): number => Math.round(value * 100) / 100;
const edgeAt = (start: number): Markup =>
  html`<rect x="${percent(start)}%" width="1" height="100%" class="fill-ground"/>`;

function rect(fill: string, start: number, length: number): Markup {
  const place = html`x="${percent(start)}%" width="${percent(length)}%" height="100%"`;
  return fill === 'unknown' ? html`<rect ${place} fill="url(#hatch)"/>` : html`<rect ${place} class="fill-${fill}"/>`;
}

/** What `unknown` is drawn with, everywhere: as maps draw what nobody has surveyed. */
export const hatchPattern = html`<svg width="0" height="0" class="defs" aria-hidden="true"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" class="fill-ground"/><rect width="1.6" height="5" class="fill-hatch"/></pattern></defs></svg>
`;

/** Colour and word of each part, for the head of a table. */
export const swatch = (fill: string): Markup =>
  html`<svg class="swatch" aria-hidden="true">${rect(fill, 0, 100)}</svg>`;
