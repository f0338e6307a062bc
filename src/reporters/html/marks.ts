import type { Finding } from '../../result.ts';
import { html, type Markup } from './markup.ts';

/** How a finding stands: the symbol and the word say it, the colour only repeats it. */
export type Standing = 'failing' | 'unknown' | 'waived';

export const standingOf = ({ outcome, waiver }: Finding): Standing =>
  waiver !== null ? 'waived' : outcome === 'fail' ? 'failing' : 'unknown';

const symbols: { readonly [standing in Standing]: string } = { failing: '✗', unknown: '?', waived: '–' };

export const symbolOf = (standing: Standing): Markup =>
  html`<span class="symbol ${standing}" aria-hidden="true">${symbols[standing]}</span>`;

/** "✗ high", "? unknown", "– waived": of what fails it matters how bad that is. */
export const standingMark = (standing: Standing, severity: string): Markup =>
  html`<span class="mark ${standing} ${severity}">${symbolOf(standing)} ${standing === 'failing' ? severity : standing}</span>`;
