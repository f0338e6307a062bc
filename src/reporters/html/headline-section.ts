import type { Overview, OverviewCell } from '../../overview.ts';
import { grouped, plural } from '../pretty/page.ts';
import { partsOf, testBands, triBands } from './bands.ts';
import { html, type Markup, nothing } from './markup.ts';
import { percentText } from './percent.ts';
import { section } from './section.ts';
import { type Part, stackedBar, sumOf } from './stacked-bar.ts';
import { unreadTable } from './unread-table.ts';

type Headline = { readonly title: string; readonly note: string; readonly parts: readonly Part[] };

export function headlineSection({ cells, targets, unread }: Overview): Markup {
  const resources = cells.reduce((sum, cell) => sum + cell.resources, 0);
  const lede = `Of ${plural(resources, 'protected resource')}, how many could be brought back. What is unknown is drawn hatched and counts neither as yes nor as no: there the number is the least that it can be (≥).`;
  return section({ id: 'headline', title: 'Headline numbers', lede }, [
    html`<ol class="headlines">
${headlinesOf(cells, targets).map(headlineItem)}</ol>
`,
    unreadTable(unread),
  ]);
}

function headlinesOf(cells: readonly OverviewCell[], { ageHours, testDays }: Overview['targets']): Headline[] {
  const tri = (title: string, note: string, read: (cell: OverviewCell) => OverviewCell['backedUp']) => ({
    title,
    note,
    parts: partsOf(triBands, cells.map(read)),
  });
  return [
    tri('can be restored at all', 'a usable recovery point', ({ backedUp }) => backedUp),
    tri('are backed up on time', `the newest usable point at most ${ageHours} hours old`, onTime),
    tri('have a copy in another account', 'a usable point there', ({ crossAccount }) => crossAccount),
    tri('have a copy in another Region', 'a usable point there', ({ crossRegion }) => crossRegion),
    tri('have an air-gapped copy', 'in a logically air-gapped vault', ({ airGapped }) => airGapped),
    tri('lie in a locked vault', 'a usable point under a vault lock', ({ locked }) => locked),
    {
      title: 'are proven by a restore test',
      note: `completed and validated in the last ${testDays} days`,
      parts: partsOf(
        testBands,
        cells.map(({ restoreTested }) => restoreTested),
      ),
    },
  ];
}

const onTime = ({ age }: OverviewCell): OverviewCell['backedUp'] => ({
  yes: age.onTime,
  no: age.late + age.veryLate + age.lost + age.none,
  unknown: age.unknown,
});

function headlineItem({ title, note, parts }: Headline): Markup {
  const whole = sumOf(parts);
  const [yes] = parts;
  const unknown = parts.find(({ fill }) => fill === 'unknown')?.count ?? 0;
  const least =
    unknown === 0
      ? nothing
      : html`<span class="least"><span class="unseen">at least </span><span aria-hidden="true">≥</span></span>`;
  const counts = parts.map(({ word, count }) =>
    count > 0
      ? html`<span class="${word === 'unknown' ? 'unknown' : 'count'}"><b>${grouped(count)}</b> ${word}</span> `
      : html`<span class="zero">0 ${word}</span> `,
  );
  return html`<li><p class="percent">${least}${percentText(yes?.count ?? 0, whole)}</p>
<div class="what"><h3>${title}</h3><p>${note}</p></div>
<div class="measure">${stackedBar(parts)}<p class="tally">${counts}</p></div></li>
`;
}
