import { groupBy } from '../group-by.ts';
import { grouped, plural } from '../pretty/page.ts';
import { html, type Markup, nothing } from './markup.ts';
import { accountsOf, type MatrixCell, sumOf, typesOf } from './matrix.ts';

const shownAccounts = 20;
/** More columns than these have their heads upright. */
const roomyAccounts = 7;

export type MatrixLooks = {
  /** What the table is of, for those who cannot see it. */
  readonly label: string;
  /** What the accounts that are shown have most of. */
  readonly most: string;
  readonly textOf: (cell: MatrixCell) => Markup;
  /** What a cell of one account leads to. */
  readonly linkOf?: (cell: MatrixCell, text: Markup) => Markup;
};

/** Such a table needs the whole width. */
export const isWideMatrix = (cells: readonly MatrixCell[]): boolean =>
  accountsOf(cells, shownAccounts).shown.length > roomyAccounts;

/** Type by account, with the sums of each type. */
export function matrixTable(cells: readonly MatrixCell[], looks: MatrixLooks): Markup {
  const { shown, others } = accountsOf(cells, shownAccounts);
  const byType = groupBy(cells, ({ resourceType }) => resourceType);
  const heads = [...shown, ...(others > 0 ? [plural(others, 'other')] : [])];
  const rows = typesOf(cells).map((type) => rowOf(byType.get(type) ?? [], { type, shown, others }, looks));
  const note = `The ${shown.length} accounts with the most ${looks.most}, of ${grouped(shown.length + others)}; the ${plural(others, 'other')} are added up.`;
  return html`<div class="scroll" role="region" aria-label="${looks.label}" tabindex="0"><table class="${isWideMatrix(cells) ? 'matrix upright' : 'matrix'}">
<thead><tr><th scope="col"><span>type</span></th>${heads.map((head) => html`<th scope="col"><span>${head}</span></th>`)}<th scope="col" class="sum"><span>all</span></th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>
${others > 0 ? html`<p class="note">${note}</p>\n` : nothing}`;
}

type RowHead = { readonly type: string; readonly shown: readonly string[]; readonly others: number };

function rowOf(cells: readonly MatrixCell[], { type, shown, others }: RowHead, looks: MatrixLooks): Markup {
  const byAccount = new Map(cells.map((cell) => [cell.accountId, cell]));
  const rest = cells.filter(({ accountId }) => !shown.includes(accountId));
  const sum = (of: readonly MatrixCell[], classes: readonly string[] = []) =>
    cellOf(sumOf('', type, of), looks.textOf, classes);
  const own = (cell: MatrixCell) => looks.linkOf?.(cell, looks.textOf(cell)) ?? looks.textOf(cell);
  return html`<tr><th scope="row">${type}</th>${shown.map((accountId) => cellOf(byAccount.get(accountId), own))}${others > 0 ? sum(rest) : nothing}${sum(cells, ['sum'])}</tr>
`;
}

function cellOf(
  cell: MatrixCell | undefined,
  show: (cell: MatrixCell) => Markup,
  looks: readonly string[] = [],
): Markup {
  if (cell === undefined || (cell.bad + cell.unknown === 0 && !cell.total)) {
    return html`<td class="${['empty', ...looks].join(' ')}"><span class="unseen">none</span></td>`;
  }
  return html`<td class="${[heatOf(cell), ...looks].join(' ')}">${show(cell)}</td>`;
}

/** By the share that is bad, in four steps. */
function heatOf({ bad, unknown, total }: MatrixCell): string {
  if (bad === 0) return unknown > 0 ? 'open' : 'good';
  if (total === undefined) return 'heat-2';
  return `heat-${Math.min(4, Math.ceil((bad / Math.max(bad, total)) * 4))}`;
}

/** " ?2": so many more may be bad. */
export const doubtText = ({ unknown }: MatrixCell): Markup =>
  unknown === 0 ? nothing : html` <span class="doubt">?${grouped(unknown)}<span class="unseen"> unknown</span></span>`;
