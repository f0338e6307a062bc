import type { ResultWaiver } from '../../result.ts';
import { grouped, plural } from '../pretty/page.ts';
import { waivedText, worstFirst } from '../waiver-text.ts';
import { hoursBetween } from './dates.ts';
import { html, type Markup, nothing } from './markup.ts';
import { type Column, section, table } from './section.ts';

const states: { readonly [state in ResultWaiver['state']]: { readonly symbol: string; readonly tone: string } } = {
  expired: { symbol: '✗', tone: 'fail' },
  expiring: { symbol: '◐', tone: 'medium' },
  unused: { symbol: '○', tone: 'soft' },
  used: { symbol: '✓', tone: 'pass' },
};

const columns: readonly Column[] = [
  { head: 'state' },
  { head: 'accepts', looks: 'thing' },
  { head: 'why', looks: 'prose' },
  { head: 'owner' },
  { head: 'until', number: true },
  { head: 'findings', number: true },
];

/** What somebody has accepted, and how long that still holds: first what needs somebody. */
export function waiverSection(waivers: readonly ResultWaiver[], asOf: string): Markup {
  const lede =
    'Findings that somebody has accepted: they do not fail. After its day a waiver no longer applies, and what it accepted is open again.';
  return section({ id: 'waivers', title: 'Waivers', lede }, [
    table(
      'Waivers',
      columns,
      worstFirst(waivers).map((waiver) => rowOf(waiver, asOf)),
    ),
  ]);
}

function rowOf(waiver: ResultWaiver, asOf: string): readonly (string | Markup)[] {
  const { state, reason, owner, ticket, expires, findings, warnings } = waiver;
  const { symbol, tone } = states[state];
  return [
    html`<span class="${tone}-text"><span aria-hidden="true">${symbol}</span> ${state}</span>`,
    waivedText(waiver),
    html`${reason}${warnings.map((warning) => html`<br><span class="medium-text">! ${warning}</span>`)}`,
    html`${owner}${ticket === undefined ? nothing : html`<br>${ticket}`}`,
    html`${expires}<br><span class="soft-text">${lifeText(expires, asOf)}</span>`,
    grouped(findings),
  ];
}

/** A waiver holds to the end of its day. */
function lifeText(expires: string, asOf: string): string {
  const left = hoursBetween(asOf.slice(0, 10), expires) / 24;
  if (Number.isNaN(left)) return '';
  if (left === 0) return 'its last day';
  return left > 0 ? `${plural(left, 'day')} left` : `${plural(-left, 'day')} ago`;
}
