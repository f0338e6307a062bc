import type { Standing } from '../standing.ts';
import { html, type Markup } from './markup.ts';

type Mark = { readonly symbol: string; readonly word: string };

/** How a finding stands: the symbol and the word say it, the colour only repeats it. */
export const standingMarks: { readonly [standing in Standing]: Mark } = {
  failing: { symbol: '✗', word: 'failing' },
  unknown: { symbol: '?', word: 'unknown' },
  inBaseline: { symbol: '=', word: 'in baseline' },
  waived: { symbol: '–', word: 'waived' },
};

export const symbolOf = (standing: Standing): Markup =>
  html`<span class="symbol ${standing}" aria-hidden="true">${standingMarks[standing].symbol}</span>`;

/** "✗ high", "? unknown", "– waived": of what fails it matters how bad that is. */
export const standingMark = (standing: Standing, severity: string): Markup =>
  html`<span class="mark ${standing} ${severity}">${symbolOf(standing)} ${standing === 'failing' ? severity : standingMarks[standing].word}</span>`;
