import type { Overview } from '../../overview.ts';
import { gapAdvice } from '../pretty/gap-advice.ts';
import { grouped } from '../pretty/page.ts';
import { words } from '../why/leaf-text.ts';
import { html, type Markup, nothing } from './markup.ts';
import { type Column, longTable } from './section.ts';
import { placeCell } from './thing.ts';

type Unread = Overview['unread'][number];

const shownPlaces = 3;

const columns: readonly Column[] = [
  { head: 'operation', looks: 'thing' },
  { head: 'places', number: true },
  { head: 'where', looks: 'thing' },
  { head: 'to do', looks: 'prose' },
];

/** What leaves the numbers about the estate unknown, or may hide a part of it: also what no rule in force asks for. */
export function unreadTable(unread: readonly Unread[]): Markup {
  if (unread.length === 0) return nothing;
  const rows = unread.map((each) => [
    html`${each.operation} <span class="kind unknown-text">${words(each.status)}</span>`,
    grouped(each.total),
    placesOf(each),
    adviceOf(each),
  ]);
  return html`<h3>What these numbers were not told</h3>
${longTable('What was not read of the estate', columns, rows, 6)}`;
}

function placesOf({ listed, total }: Unread): Markup {
  const shown = listed.slice(0, shownPlaces);
  const more = total - shown.length;
  const items = shown.map(
    ({ accountId, region, resource }) =>
      html`<li>${placeCell({ accountId, region })}${resource === undefined ? nothing : html` <code>${resource}</code>`}</li>`,
  );
  return html`<ul>${items}${more > 0 ? html`<li>and ${grouped(more)} more</li>` : nothing}</ul>`;
}

function adviceOf({ operation, status, listed }: Unread): string {
  const [first] = listed;
  return first === undefined ? '' : gapAdvice({ ...first, operation, status });
}
