import type { OverviewVault } from '../../overview.ts';
import { html, type Markup, nothing } from './markup.ts';

/** Where on the strip a number of days stands, in percent: by its logarithm, since a week matters as much as ten years. */
const lastDay = 3650;
const placeOf = (days: number): number =>
  Math.round((Math.log(Math.min(lastDay, Math.max(1, days))) / Math.log(lastDay)) * 9600) / 100 + 2;

const ticks = [
  { days: 1, word: 'day' },
  { days: 7, word: 'week' },
  { days: 30, word: 'month' },
  { days: 365, word: 'year' },
  { days: 2557, word: '7 y.' },
];

type Kept = Pick<OverviewVault, 'lockState' | 'lockMinDays' | 'lockMaxDays' | 'shortestRetention'>;

/** What the lock allows, in days; a shortest of none, or of less than a day, allows any. Undefined: there are no limits. */
export function limitsOf({ lockState, lockMinDays, lockMaxDays }: Kept) {
  const min = Math.max(1, lockMinDays ?? 1);
  return lockState === 'none' || (min === 1 && lockMaxDays === null) ? undefined : { min, max: lockMaxDays };
}

/** The words above the ticks: the head of the column. */
export const retentionScale: Markup = html`<span class="unseen">from a day to ten years</span><svg class="strip scale" aria-hidden="true">${ticks.map(({ days, word }) => html`<text x="${placeOf(days)}%" y="13">${word}</text>`)}</svg>`;

/** What the lock allows as a band, and the shortest retention of a point as a mark on it. */
export function retentionStrip(vault: Kept): Markup {
  const lines = ticks.map(({ days }) => html`<line x1="${placeOf(days)}%" x2="${placeOf(days)}%" y1="0" y2="100%"/>`);
  return html`<svg class="strip" role="img" aria-label="${stripText(vault)}"><g class="ticks">${lines}</g>${band(vault)}${mark(vault)}</svg>`;
}

function band(vault: Kept): Markup {
  if (vault.lockState === 'unknown') return html`<rect x="0" width="100%" y="5" height="8" fill="url(#hatch)"/>`;
  const limits = limitsOf(vault);
  if (limits === undefined) return nothing;
  const from = placeOf(limits.min);
  const width = Math.round(((limits.max === null ? 100 : placeOf(limits.max)) - from) * 100) / 100;
  return html`<rect class="fill-band" x="${from}%" width="${Math.max(1, width)}%" y="5" height="8"/>`;
}

function mark({ shortestRetention }: Kept): Markup {
  if (shortestRetention === null) return nothing;
  const x = shortestRetention === 'never' ? 99 : placeOf(shortestRetention);
  return html`<circle class="fill-ink" cx="${x}%" cy="9" r="3.5"/>`;
}

const stripText = (vault: Kept): string =>
  `${lockText(vault)}; the shortest retention is ${retentionText(vault.shortestRetention)}`;

function lockText(vault: Kept): string {
  if (vault.lockState === 'unknown') return 'the lock is not known';
  const limits = limitsOf(vault);
  if (limits === undefined) return 'no limits by a lock';
  return `the lock allows ${limits.min} days to ${limits.max === null ? 'any time' : `${limits.max} days`}`;
}

export const retentionText = (days: OverviewVault['shortestRetention']): string =>
  days === null ? 'not known' : days === 'never' ? 'for ever' : `${days} days`;
