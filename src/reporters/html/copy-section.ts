import type { Overview, OverviewCell } from '../../overview.ts';
import { groupBy } from '../group-by.ts';
import { grouped } from '../pretty/page.ts';
import { partsOf, triBands } from './bands.ts';
import { html, type Markup } from './markup.ts';
import { type Column, section, table } from './section.ts';
import { type Part, stackedBar, sumOf, swatch } from './stacked-bar.ts';

const kinds: readonly { readonly head: string; readonly read: (cell: OverviewCell) => OverviewCell['airGapped'] }[] = [
  { head: 'another account', read: ({ crossAccount }) => crossAccount },
  { head: 'another Region', read: ({ crossRegion }) => crossRegion },
  { head: 'air-gapped vault', read: ({ airGapped }) => airGapped },
  { head: 'locked vault', read: ({ locked }) => locked },
];

/** What would survive the loss of its account, of its Region, or of an administrator's credentials. */
export function copySection({ cells }: Overview): Markup {
  const lede =
    'Resources with a usable recovery point where the loss of the account, of the Region, or of an administrator’s credentials would not reach it.';
  const columns: readonly Column[] = [{ head: 'type' }, ...kinds.map(({ head }) => ({ head, looks: 'share-cell' }))];
  const rows = [...groupBy(cells, ({ resourceType }) => resourceType)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, own]) => [type, ...kinds.map(({ read }) => shareCell(partsOf(triBands, own.map(read))))]);
  return section({ id: 'copies', title: 'Copies out of reach', lede }, [
    table('Copies by type', columns, rows),
    html`<p class="legend">${triBands.map(({ fill, word }) => html`<span class="key">${swatch(fill)} ${word}</span> `)}</p>\n`,
  ]);
}

function shareCell(parts: readonly Part[]): Markup {
  const whole = sumOf(parts);
  if (whole === 0) return html`<span class="zero">–</span>`;
  const [yes, unknown] = parts;
  const doubt = unknown === undefined || unknown.count === 0 ? '' : `, ${grouped(unknown.count)} unknown`;
  return html`${stackedBar(parts)} <span class="share"><b>${grouped(yes?.count ?? 0)}</b> of ${grouped(whole)}${doubt}</span>`;
}
