import type { Overview, OverviewCell } from '../../overview.ts';
import { groupBy } from '../group-by.ts';
import { grouped } from '../pretty/page.ts';
import { ageBands, partsOf } from './bands.ts';
import { ageText } from './dates.ts';
import { html, type Markup, nothing } from './markup.ts';
import { type Column, longTable, section, table } from './section.ts';
import { type Part, stackedBar, sumOf, swatch } from './stacked-bar.ts';
import { placeCell, thingCell } from './thing.ts';

/** How old the newest usable recovery points are, against what is allowed. */
export function ageSection({ cells, oldest, doubtful, targets }: Overview): Markup {
  const lede = `The age of the newest usable recovery point against the ${targets.ageHours} hours that are allowed: late is up to twice that, very late up to four times, lost more. A continuous backup that runs is on time.`;
  const aged = oldest.filter(({ ageHours }) => ageHours !== 0);
  return section({ id: 'age', title: 'Age of recovery points', lede }, [
    typeTable(cells),
    aged.length === 0 ? nothing : html`<h3>The oldest</h3>\n${oldestTable(aged, targets.ageHours)}`,
    doubtful.length === 0
      ? nothing
      : html`<h3>Of unknown age</h3>
${doubtfulTable(doubtful, targets.ageHours)}`,
  ]);
}

function typeTable(cells: readonly OverviewCell[]): Markup {
  const rows = [...groupBy(cells, ({ resourceType }) => resourceType)]
    .map(([type, own]) => ({
      type,
      parts: partsOf(
        ageBands,
        own.map(({ age }) => age),
      ),
    }))
    .sort((a, b) => lateness(b.parts) - lateness(a.parts) || (a.type < b.type ? -1 : 1));
  const columns: readonly Column[] = [
    { head: 'type' },
    { head: 'share', looks: 'measure' },
    ...ageBands.map(({ fill, word }) => ({ head: html`${swatch(fill)} ${word}`, number: true as const })),
  ];
  const cellsOf = ({ type, parts }: (typeof rows)[number]) => [
    type,
    stackedBar(parts),
    ...parts.map(({ count }) => (count === 0 ? html`<span class="zero">0</span>` : grouped(count))),
  ];
  return table('Age of the newest usable recovery point by type', columns, rows.map(cellsOf));
}

/** Resources that are not known to be on time. */
const lateness = (parts: readonly Part[]): number => sumOf(parts) - (parts[0]?.count ?? 0);

function oldestTable(oldest: Overview['oldest'], allowed: number): Markup {
  const columns: readonly Column[] = [
    { head: 'resource', looks: 'thing' },
    { head: 'newest point', number: true },
    { head: 'of what is allowed', looks: 'short-text' },
    { head: 'type', looks: 'short-text' },
    { head: 'account/Region', looks: 'place' },
  ];
  const rows = oldest.map((each) => [
    thingCell(each),
    each.ageHours === null ? html`<span class="fail-text">✗ no point</span>` : ageText(each.ageHours),
    each.ageHours === null ? '' : ratioText(each.ageHours / allowed),
    each.resourceType,
    placeCell(each),
  ]);
  return longTable('The oldest recovery points', columns, rows, 10);
}

/** A newer point may lie where nobody looked, so what was seen is the most that the age can be. */
function doubtfulTable(doubtful: Overview['doubtful'], allowed: number): Markup {
  const columns: readonly Column[] = [
    { head: 'resource', looks: 'thing' },
    { head: 'newest point seen', number: true },
    { head: 'if there is no newer one', looks: 'short-text' },
    { head: 'type', looks: 'short-text' },
    { head: 'account/Region', looks: 'place' },
  ];
  const rows = doubtful.map((each) => [
    thingCell(each),
    each.seenHours === null ? html`<span class="unknown-text">? none seen</span>` : ageText(each.seenHours),
    each.seenHours === null ? '' : ratioText(each.seenHours / allowed),
    each.resourceType,
    placeCell(each),
  ]);
  return html`<p class="note">A newer point may lie where nobody looked.</p>
${longTable('Resources of unknown age', columns, rows, 10)}`;
}

/** By the bands of the table above: up to once, twice, four times, more. */
function ratioText(ratio: number): Markup {
  const [fill, word] =
    ratio <= 1
      ? ['on-time', 'on time']
      : ratio <= 2
        ? ['late', 'late']
        : ratio <= 4
          ? ['very-late', 'very late']
          : ['lost', 'lost'];
  return html`${swatch(fill)} × ${String(ratio < 10 ? Math.round(ratio * 10) / 10 : Math.round(ratio))}, ${word}`;
}
