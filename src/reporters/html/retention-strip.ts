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

/** The words above the ticks: the head of the column. */
export const retentionScale: Markup = html`<span class="unseen">from a day to ten years</span><svg class="strip scale" aria-hidden="true">${ticks.map(({ days, word }) => html`<text x="${placeOf(days)}%" y="13">${word}</text>`)}</svg>`;

/** What the lock allows as a band, and the shortest retention of a point as a mark on it. */
export function retentionStrip(vault: Kept): Markup {
  const lines = ticks.map(({ days }) => html`<line x1="${placeOf(days)}%" x2="${placeOf(days)}%" y1="0" y2="100%"/>`);
  return html`<svg class="strip" role="img" aria-label="${stripText(vault)}"><g class="ticks">${lines}</g>${band(vault)}${mark(vault)}</svg>`;
}

function band({ lockState, lockMinDays, lockMaxDays }: Kept): Markup {
  if (lockState === 'unknown') return html`<rect x="0" width="100%" y="5" height="8" fill="url(#hatch)"/>`;
  if (lockMinDays === null && lockMaxDays === null) return nothing;
  const from = placeOf(lockMinDays ?? 1);
  const width = Math.round(((lockMaxDays === null ? 100 : placeOf(lockMaxDays)) - from) * 100) / 100;
  return html`<rect class="fill-band" x="${from}%" width="${Math.max(1, width)}%" y="5" height="8"/>`;
}

function mark({ shortestRetention }: Kept): Markup {
  if (shortestRetention === null) return nothing;
  const x = shortestRetention === 'never' ? 99 : placeOf(shortestRetention);
  return html`<circle class="fill-ink" cx="${x}%" cy="9" r="3.5"/>`;
}

function stripText({ lockState, lockMinDays, lockMaxDays, shortestRetention }: Kept): string {
  const lock =
    lockState === 'unknown'
      ? 'the lock is not known'
      : lockMinDays === null && lockMaxDays === null
        ? 'no limits by a lock'
        : `the lock allows ${lockMinDays ?? 1} days to ${lockMaxDays === null ? 'any time' : `${lockMaxDays} days`}`;
  return `${lock}; the shortest retention is ${retentionText(shortestRetention)}`;
}

export const retentionText = (days: OverviewVault['shortestRetention']): string =>
  days === null ? 'not known' : days === 'never' ? 'for ever' : `${days} days`;
