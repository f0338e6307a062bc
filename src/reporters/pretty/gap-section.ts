import type { Finding, Result, ResultGap } from '../../result.ts';
import { type GapGroup, groupGaps } from '../gap-groups.ts';
import { groupBy } from '../group-by.ts';
import { gapAdvice } from './gap-advice.ts';
import { type Page, plural } from './page.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** Places shown of one operation that was not read for one reason. */
const shownPlaces = 10;

export function gapSection({ gaps, findings }: Result, page: Page): string[] {
  if (gaps.length === 0) return [];
  const unknown = findings.filter(({ outcome }) => outcome === 'unknown');
  const heading = page.paint('NOT READ', 'bold');
  return [heading, ...groupGaps(gaps).flatMap((group) => gapLines(group, gaps, unknown, page))];
}

function gapLines(
  { gap, at }: GapGroup,
  gaps: readonly ResultGap[],
  unknown: readonly Finding[],
  page: Page,
): string[] {
  const because = gap.error === undefined ? '' : ` (${gap.error.name}: ${gap.error.message})`;
  const places = [...at].slice(0, shownPlaces).flatMap((index) => gaps[index] ?? []);
  const rows = places.map(({ accountId, region, resource }) => [`${accountId}/${region}`, resource ?? '']);
  const more = at.size - rows.length;
  const say = (text: string) => wrap(text, page.measure, '    ', '      ');
  return [
    '',
    ...wrap(`? ${gap.operation}: ${gap.status}${because}`, page.measure, '  ', '    ').map((line) =>
      page.paint(line, 'yellow'),
    ),
    ...table(rows, page.width, '    '),
    ...(more > 0 ? [page.paint(`    … and ${more} more (all in --format json)`, 'dim')] : []),
    ...say(effect(at, unknown)),
    ...say(`To do: ${gapAdvice(gap)}`),
  ];
}

function effect(at: ReadonlySet<number>, unknown: readonly Finding[]): string {
  const touched = unknown.filter(({ gaps }) => gaps.some((index) => at.has(index)));
  const rules = groupBy(touched, ({ ruleId }) => ruleId);
  if (rules.size === 0) return 'Makes unknown: no target that was seen; it may hide others';
  const counts = [...rules].map(([ruleId, findings]) => `${ruleId} (${plural(findings.length, 'finding')})`);
  return `Makes unknown: ${counts.join(', ')}`;
}
