import { plural } from '../pretty/page.ts';
import { html, type Markup } from './markup.ts';

/** A part of a bar: how many of what; `fill` names its colour. */
export type Part = { readonly fill: string; readonly word: string; readonly count: number };

export const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { count }) => sum + count, 0);

/** The same in words: "58 yes, 3 unknown, 2 no". */
export const partsText = (parts: readonly Part[]): string =>
  parts.flatMap(({ count, word }) => (count === 0 ? [] : [`${plural(count, word, word)}`])).join(', ') || 'none';

/**
 * One bar of several parts. Lengths are attributes in percent: no style attribute, which the page's policy forbids, and
 * no scaling, which would stretch the hatch of the unknown. `whole` is what the full length stands for.
 */
export function stackedBar(parts: readonly Part[], whole = sumOf(parts)): Markup {
  let from = 0;
  const rects = parts.flatMap(({ fill, count }) => {
    if (count === 0) return [];
    const [x, end] = [from, from + count].map((value) => percentOf(value, whole));
    from += count;
    const edge = x ? [html`<rect x="${x}%" width="1.5" height="100%" class="fill-ground"/>`] : [];
    return [rect(fill, x ?? 0, end ?? 0), ...edge];
  });
  return html`<svg class="bar" role="img" aria-label="${partsText(parts)}">${rects}</svg>`;
}

const percentOf = (value: number, whole: number): number => Math.round((value / Math.max(1, whole)) * 10_000) / 100;

function rect(fill: string, x: number, end: number): Markup {
  const width = Math.round((end - x) * 100) / 100;
  return fill === 'unknown'
    ? html`<rect x="${x}%" width="${width}%" height="100%" fill="url(#hatch)"/>`
    : html`<rect x="${x}%" width="${width}%" height="100%" class="fill-${fill}"/>`;
}

/** What `unknown` is drawn with, everywhere: as maps draw what nobody has surveyed. */
export const hatchPattern = html`<svg width="0" height="0" class="defs" aria-hidden="true"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" class="fill-ground"/><rect width="1.6" height="5" class="fill-hatch"/></pattern></defs></svg>
`;

/** Colour and word of each part, for the head of a table. */
export const swatch = (fill: string): Markup =>
  html`<svg class="swatch" aria-hidden="true">${rect(fill, 0, 100)}</svg>`;
