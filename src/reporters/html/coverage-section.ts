import type { Overview } from '../../overview.ts';
import { grouped } from '../pretty/page.ts';
import { html, type Markup } from './markup.ts';
import type { MatrixCell } from './matrix.ts';
import { doubtText, isWideMatrix, matrixTable } from './matrix-table.ts';
import { section } from './section.ts';

/** How much of each type in each account could be brought back as it was not long ago. */
export function coverageSection({ cells, targets }: Overview): Markup {
  const lede = `Protected resources with a usable recovery point of the last ${targets.ageHours} hours, of all there are, by type and account.`;
  const matrix = cells.map(
    ({ accountId, resourceType, resources, age }): MatrixCell => ({
      accountId,
      resourceType,
      bad: age.late + age.veryLate + age.lost + age.none,
      unknown: age.unknown,
      total: resources,
    }),
  );
  const label = 'Resources backed up on time, by type and account';
  return section({ id: 'coverage', title: 'Coverage', lede, wide: isWideMatrix(matrix) }, [
    matrix.length === 0
      ? html`<p class="note">No protected resource was read.</p>\n`
      : html`${matrixTable(matrix, { label, most: 'resources that are late', textOf })}${legend}`,
  ]);
}

/** "✗ 9/12 ?2": nine are on time, one is not, of two it is not known. */
function textOf(cell: MatrixCell): Markup {
  const { bad, unknown, total = 0 } = cell;
  if (bad + unknown === 0) return html`<span class="unseen">all on time: </span>✓&nbsp;<b>${grouped(total)}</b>`;
  const onTime = html`<b>${grouped(total - bad - unknown)}</b>/${grouped(total)}`;
  if (bad === 0)
    return html`<span class="unseen">on time </span>?&nbsp;${onTime}<span class="unseen">, ${grouped(unknown)} unknown</span>`;
  return html`<span class="unseen">on time </span>✗&nbsp;${onTime}${doubtText(cell)}`;
}

const legend = html`<p class="legend"><span class="key good">✓ 12</span> all 12 on time <span class="key heat-1">✗ 11/12</span><span class="key heat-2">✗ 7/12</span><span class="key heat-3">✗ 4/12</span><span class="key heat-4">✗ 1/12</span> some are not <span class="key open">? 10/12</span> not known of 2, the others are</p>
`;
