import { groupBy } from '../group-by.ts';
import { grouped, plural } from '../pretty/page.ts';
import type { Report } from '../reporter.ts';
import { html, type Markup, nothing } from './markup.ts';
import { type MatrixCell, matrixOf, sumOf } from './matrix.ts';
import { pick } from './pick.ts';
import { section } from './section.ts';

const lede =
  'Protected resources that fail at least one rule, of all there are, by type and account. ? counts those that fail none but are unknown to one.';
const shownAccounts = 30;
/** More columns than these have their heads upright. */
const roomyAccounts = 7;

/** Where the resources that fail are: type by account. */
export function matrixSection({ result, rules }: Report): Markup {
  const head = { id: 'coverage', title: 'Where it fails', lede };
  const judges = rules.length === 0 || rules.some(({ rule }) => [rule.target].flat().includes('protectedResource'));
  if (!judges) return section(head, [html`<p class="note">No rule in force judges protected resources.</p>\n`]);
  const { types, accounts, cells } = matrixOf(result);
  const shown = accounts.slice(0, shownAccounts);
  const byType = groupBy(cells, ({ resourceType }) => resourceType);
  const rows = types.map((type) => rowOf(type, byType.get(type) ?? [], shown, accounts.length > shown.length));
  return section({ ...head, wide: shown.length > roomyAccounts }, [
    result.overview === undefined
      ? html`<p class="note">Without the overview the totals are not known: a cell without a number may be good, or empty.</p>\n`
      : nothing,
    types.length === 0 ? html`<p class="note">No rule found anything about a protected resource.</p>\n` : nothing,
    types.length === 0 ? nothing : matrixTable(shown, accounts.length, rows),
    legendOf(result.overview !== undefined),
  ]);
}

function matrixTable(shown: readonly string[], all: number, rows: readonly Markup[]): Markup {
  const rest = all - shown.length;
  const heads = shown.map((accountId) => html`<th scope="col"><span>${accountId}</span></th>`);
  const looks = shown.length > roomyAccounts ? 'matrix upright' : 'matrix';
  return html`<div class="scroll" role="region" aria-label="Failing resources by type and account" tabindex="0"><table class="${looks}">
<thead><tr><th scope="col"><span>type</span></th>${heads}${rest > 0 ? html`<th scope="col"><span>${plural(rest, 'other')}</span></th>` : nothing}<th scope="col" class="sum"><span>all</span></th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>
${rest > 0 ? html`<p class="note">The ${shown.length} accounts with the most failing resources, of ${grouped(all)}; the ${plural(rest, 'other')} are added up.</p>\n` : nothing}`;
}

function rowOf(type: string, cells: readonly MatrixCell[], shown: readonly string[], hasRest: boolean): Markup {
  const byAccount = new Map(cells.map((cell) => [cell.accountId, cell]));
  const others = cells.filter(({ accountId }) => !shown.includes(accountId));
  return html`<tr><th scope="row">${type}</th>${shown.map((accountId) => cellOf(byAccount.get(accountId), true))}${hasRest ? cellOf(sumOf('', type, others), false) : nothing}${cellOf(sumOf('', type, cells), false, 'sum')}</tr>
`;
}

/** "✗ 3/12 ?2": the words for those who cannot see the table stand beside. */
function cellOf(cell: MatrixCell | undefined, leads: boolean, looks = ''): Markup {
  if (cell === undefined || (cell.failing + cell.unknown === 0 && !cell.total)) {
    return html`<td class="empty ${looks}"><span class="unseen">none</span></td>`;
  }
  const text = cellText(cell);
  const link = html`<a href="#findings" data-pick="${pick({ type: cell.resourceType, account: cell.accountId })}">${text}</a>`;
  return html`<td class="${heatOf(cell)} ${looks}">${leads && cell.failing + cell.unknown > 0 ? link : text}</td>`;
}

function cellText({ failing, unknown, total }: MatrixCell): Markup {
  const of = total === undefined ? '' : `/${grouped(total)}`;
  const doubt =
    unknown === 0
      ? nothing
      : html` <span class="doubt">?${grouped(unknown)}<span class="unseen"> unknown</span></span>`;
  if (failing > 0) return html`<span class="unseen">failing </span>✗&nbsp;<b>${grouped(failing)}</b>${of}${doubt}`;
  if (unknown > 0) return html`<span class="unseen">unknown </span>?&nbsp;<b>${grouped(unknown)}</b>${of}`;
  return html`<span class="unseen">none failing of </span>✓&nbsp;${grouped(total ?? 0)}`;
}

function heatOf({ failing, unknown, total }: MatrixCell): string {
  if (failing === 0) return unknown > 0 ? 'open' : 'good';
  if (total === undefined) return 'heat-2';
  return `heat-${Math.min(4, Math.ceil((failing / Math.max(failing, total)) * 4))}`;
}

const legendOf = (hasTotals: boolean): Markup =>
  hasTotals
    ? html`<p class="legend"><span class="key good">✓ 12</span> none of 12 fails <span class="key heat-1">✗ 1/12</span><span class="key heat-2">✗ 5/12</span><span class="key heat-3">✗ 8/12</span><span class="key heat-4">✗ 11/12</span> some fail <span class="key open">? 2/12</span> not known of 2, none seen to fail</p>
`
    : html`<p class="legend"><span class="key heat-2">✗ 3</span> 3 fail <span class="key open">? 2</span> not known of 2, none seen to fail</p>
`;
