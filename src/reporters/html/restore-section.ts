import type { Overview, OverviewCell } from '../../overview.ts';
import { groupBy } from '../group-by.ts';
import { grouped } from '../pretty/page.ts';
import { partsOf, testBands } from './bands.ts';
import { ageText, hoursBetween, shortDay } from './dates.ts';
import { html, type Markup, nothing } from './markup.ts';
import { type Column, longTable, section, table } from './section.ts';
import { type Part, stackedBar, sumOf, swatch } from './stacked-bar.ts';
import { placeCell, placeText, thingCell } from './thing.ts';

/** What has been proven by restoring it, and how long that took. */
export function restoreSection({ cells, restoreTests, targets }: Overview, asOf: string): Markup {
  const lede = `A backup is proven by a restore that completed and was validated: recently is within ${targets.testDays} days. The minutes are from the start of the restore job to its end.`;
  return section({ id: 'restores', title: 'Restore tests', lede }, [
    typeTable(cells),
    neverList(restoreTests.filter(({ lastSuccess }) => lastSuccess === null)),
    testTable(
      restoreTests.filter(({ lastSuccess }) => lastSuccess !== null),
      asOf,
    ),
  ]);
}

function typeTable(cells: readonly OverviewCell[]): Markup {
  const rows = [...groupBy(cells, ({ resourceType }) => resourceType)]
    .map(([type, own]) => ({
      type,
      parts: partsOf(
        testBands,
        own.map(({ restoreTested }) => restoreTested),
      ),
    }))
    .sort((a, b) => unproven(b.parts) - unproven(a.parts) || (a.type < b.type ? -1 : 1));
  const columns: readonly Column[] = [
    { head: 'type' },
    { head: 'share', looks: 'measure' },
    ...testBands.map(({ fill, word }) => ({ head: html`${swatch(fill)} ${word}`, number: true as const })),
  ];
  const cellsOf = ({ type, parts }: (typeof rows)[number]) => [
    type,
    stackedBar(parts),
    ...parts.map(({ count }) => (count === 0 ? html`<span class="zero">0</span>` : grouped(count))),
  ];
  return table('Restore tests by type', columns, rows.map(cellsOf));
}

const unproven = (parts: readonly Part[]): number => sumOf(parts) - (parts[0]?.count ?? 0);

function neverList(tests: Overview['restoreTests']): Markup {
  if (tests.length === 0) return nothing;
  const items = tests.map(
    ({ name, resourceType, accountId, region }) =>
      html`<li><span class="fail-text" aria-hidden="true">✗</span> <b>${name}</b> <span class="soft-text">${resourceType} ${placeText({ accountId, region })}</span></li>\n`,
  );
  return html`<h3>Never restored with success</h3>
<ul class="columns">
${items}</ul>
`;
}

function testTable(tests: Overview['restoreTests'], asOf: string): Markup {
  if (tests.length === 0) return nothing;
  const longest = Math.max(1, ...tests.map(({ minutes }) => minutes ?? 0));
  const columns: readonly Column[] = [
    { head: 'resource', looks: 'thing' },
    { head: 'last success', number: true },
    { head: 'age', number: true },
    { head: 'minutes', number: true },
    { head: '', looks: 'measure short' },
    { head: 'type', looks: 'short-text' },
    { head: 'account/Region', looks: 'place' },
  ];
  const rows = tests.map((each) => [
    thingCell(each),
    shortDay(each.lastSuccess),
    ageText(hoursBetween(each.lastSuccess ?? asOf, asOf)),
    each.minutes === null ? '–' : grouped(Math.round(each.minutes)),
    each.minutes === null
      ? ''
      : stackedBar([{ fill: 'minutes', word: 'minutes', count: Math.round(each.minutes) }], longest),
    each.resourceType,
    placeCell(each),
  ]);
  return html`<h3>Last success, and how long it took</h3>
${longTable('Restore tests', columns, rows, 10)}`;
}
