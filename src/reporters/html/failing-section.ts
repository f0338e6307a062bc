import type { Finding, Result } from '../../result.ts';
import { groupBy } from '../group-by.ts';
import { grouped } from '../pretty/page.ts';
import type { Report } from '../reporter.ts';
import { standingsIn } from '../standing.ts';
import { html, type Markup, nothing } from './markup.ts';
import type { MatrixCell } from './matrix.ts';
import { doubtText, isWideMatrix, matrixTable } from './matrix-table.ts';
import { pick } from './pick.ts';
import { section } from './section.ts';

const lede =
  'Protected resources that fail at least one rule, of all there are, by type and account. ? counts those that fail none but are unknown to one. A cell leads to its findings.';

/** Where the resources that fail are. */
export function failingSection({ result, rules }: Report): Markup {
  const head = { id: 'failing', title: 'Where it fails', lede };
  const judges = rules.length === 0 || rules.some(({ rule }) => [rule.target].flat().includes('protectedResource'));
  if (!judges) return section(head, [html`<p class="note">No rule in force judges protected resources.</p>\n`]);
  const cells = failingCells(result);
  return section({ ...head, wide: isWideMatrix(cells) }, [
    result.overview === undefined
      ? html`<p class="note">Without the overview the totals are not known: a cell without a number may be good, or empty.</p>\n`
      : nothing,
    cells.length === 0
      ? html`<p class="note">No rule found anything about a protected resource.</p>\n`
      : matrixTable(cells, {
          label: 'Failing resources by type and account',
          most: 'failing resources',
          textOf,
          linkOf,
        }),
    legendOf(result.overview !== undefined),
  ]);
}

const unnamed = 'unknown';
const keyOf = (accountId = unnamed, resourceType = unnamed): string => `${accountId}\n${resourceType}`;

/** What is waived, or in the baseline where only new ones count, does not fail. */
function failingCells(result: Result): readonly MatrixCell[] {
  const standingOf = standingsIn(result);
  const isOpen = (finding: Finding) => ['failing', 'unknown'].includes(standingOf(finding));
  const open = result.findings.filter((each) => each.target.kind === 'protectedResource' && isOpen(each));
  const places = groupBy(open, ({ target }) => keyOf(target.accountId, target.resourceType));
  const cells = result.overview?.cells ?? [];
  const totals = new Map(cells.map((cell) => [keyOf(cell.accountId, cell.resourceType), cell.resources]));
  return [...new Set([...totals.keys(), ...places.keys()])].map((key): MatrixCell => {
    const [accountId = '', ...type] = key.split('\n');
    const found = places.get(key) ?? [];
    const failing = new Set(found.filter((each) => standingOf(each) === 'failing').map(({ target }) => target.id));
    const unknown = new Set(found.map(({ target }) => target.id).filter((id) => !failing.has(id)));
    const place = { accountId, resourceType: type.join('\n') };
    return { ...place, bad: failing.size, unknown: unknown.size, total: totals.get(key) };
  });
}

/** "✗ 3/12 ?2" */
function textOf(cell: MatrixCell): Markup {
  const { bad, unknown, total } = cell;
  const of = total === undefined ? '' : `/${grouped(total)}`;
  if (bad > 0) return html`<span class="unseen">failing </span>✗&nbsp;<b>${grouped(bad)}</b>${of}${doubtText(cell)}`;
  if (unknown > 0) return html`<span class="unseen">unknown </span>?&nbsp;<b>${grouped(unknown)}</b>${of}`;
  return html`<span class="unseen">none failing of </span>✓&nbsp;${grouped(total ?? 0)}`;
}

const linkOf = ({ accountId, resourceType, bad, unknown }: MatrixCell, text: Markup): Markup =>
  bad + unknown === 0
    ? text
    : html`<a href="#findings" data-pick="${pick({ type: resourceType, account: accountId })}">${text}</a>`;

const legendOf = (hasTotals: boolean): Markup =>
  hasTotals
    ? html`<p class="legend"><span class="key good">✓ 12</span> none of 12 fails <span class="key heat-1">✗ 1/12</span><span class="key heat-2">✗ 5/12</span><span class="key heat-3">✗ 8/12</span><span class="key heat-4">✗ 11/12</span> some fail <span class="key open">? 2/12</span> not known of 2, none seen to fail</p>
`
    : html`<p class="legend"><span class="key heat-2">✗ 3</span> 3 fail <span class="key open">? 2</span> not known of 2, none seen to fail</p>
`;
