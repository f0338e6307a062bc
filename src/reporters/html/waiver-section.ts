import type { ResultWaiver } from '../../result.ts';
import { grouped, plural } from '../pretty/page.ts';
import { hoursBetween } from './dates.ts';
import { html, type Markup, nothing } from './markup.ts';
import { type Column, section, table } from './section.ts';

const states: { readonly [state in ResultWaiver['state']]: { readonly symbol: string; readonly tone: string } } = {
  expired: { symbol: '✗', tone: 'fail' },
  expiring: { symbol: '◐', tone: 'medium' },
  unused: { symbol: '○', tone: 'soft' },
  used: { symbol: '✓', tone: 'pass' },
};
const order = Object.keys(states);

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
  const sorted = waivers.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return section({ id: 'waivers', title: 'Waivers', lede }, [
    table(
      'Waivers',
      columns,
      sorted.map((waiver) => rowOf(waiver, asOf)),
    ),
  ]);
}

function rowOf(waiver: ResultWaiver, asOf: string): readonly (string | Markup)[] {
  const { state, rule, match, fingerprint, reason, owner, ticket, expires, findings, warnings } = waiver;
  const { symbol, tone } = states[state];
  const what = fingerprint ?? (match === undefined ? 'everything' : matchText(match));
  return [
    html`<span class="${tone}-text"><span aria-hidden="true">${symbol}</span> ${state}</span>`,
    html`<b>${rule ?? 'every rule'}</b> <code>${what}</code>`,
    html`${reason}${warnings.map((warning) => html`<br><span class="medium-text">! ${warning}</span>`)}`,
    html`${owner}${ticket === undefined ? nothing : html`<br>${ticket}`}`,
    html`${expires}<br><span class="soft-text">${lifeText(expires, asOf)}</span>`,
    grouped(findings),
  ];
}

type Match = NonNullable<ResultWaiver['match']>;

/** "accountId 1111* or 2222*, tags env prod" */
const matchText = (match: Match): string =>
  Object.entries(match)
    .map(([name, patterns]) =>
      typeof patterns === 'string' || Array.isArray(patterns)
        ? `${name} ${[patterns].flat().join(' or ')}`
        : `${name} ${matchText(patterns)}`,
    )
    .join(', ');

/** A waiver holds to the end of its day. */
function lifeText(expires: string, asOf: string): string {
  const left = hoursBetween(asOf.slice(0, 10), expires) / 24;
  if (Number.isNaN(left)) return '';
  if (left === 0) return 'its last day';
  return left > 0 ? `${plural(left, 'day')} left` : `${plural(-left, 'day')} ago`;
}
