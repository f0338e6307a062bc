import type { Result } from '../../result.ts';
import { severities } from '../../severity.ts';
import { plural } from '../pretty/page.ts';
import { baselineText, outcomeText, scopeText, waivedCountText } from '../pretty/summary.ts';
import { markdownTable, markdownText } from './text.ts';

/** What it came to, in numbers. */
export function numberSection(result: Result): string[][] {
  const { summary, rules, scopes, asOf, overview } = result;
  const facts = [
    ['Outcomes', outcomeText(summary.outcomes)],
    ['Judged', `${plural(summary.targets, 'target')} by ${plural(rules.length, 'rule')}, as of ${asOf}`],
    ['Scopes', scopeText(scopes)],
    ['Baseline', baselineText(result)],
    ['Waived', waivedCountText(result)],
  ];
  return [
    markdownTable(severities, [severities.map((severity) => String(summary.findings[severity]))]),
    facts.flatMap(([name = '', text = '']) => (text === '' ? [] : [`- ${name}: ${markdownText(text)}`])),
    ...(overview === undefined ? [] : [estateTable(overview)]),
  ];
}

type Overview = NonNullable<Result['overview']>;
type Tri = Overview['cells'][number]['backedUp'];

/** Of how many resources it holds; of those of which it cannot be told, nothing is claimed. */
function estateTable({ cells, targets }: Overview): string[] {
  const all = (triOf: (cell: Overview['cells'][number]) => Tri): string => {
    const sum = (member: keyof Tri) => cells.reduce((total, cell) => total + triOf(cell)[member], 0);
    const unknown = sum('unknown');
    return `${sum('yes')} of ${sum('yes') + sum('no') + unknown}${unknown === 0 ? '' : ` (${unknown} unknown)`}`;
  };
  const rows = [
    ['have a usable recovery point', all(({ backedUp }) => backedUp)],
    [
      `have one at most ${targets.ageHours} hours old`,
      all(({ age: { onTime, late, veryLate, lost, none, unknown } }) => ({
        yes: onTime,
        no: late + veryLate + lost + none,
        unknown,
      })),
    ],
    ['have one in another Region', all(({ crossRegion }) => crossRegion)],
    ['have one in another account', all(({ crossAccount }) => crossAccount)],
    ['have one in a logically air-gapped vault', all(({ airGapped }) => airGapped)],
    ['have one in a vault with a lock', all(({ locked }) => locked)],
    [
      `had a validated restore test in the last ${targets.testDays} days`,
      all(({ restoreTested: { recently, earlier, never, unknown } }) => ({
        yes: recently,
        no: earlier + never,
        unknown,
      })),
    ],
  ];
  return markdownTable(['Protected resources that', ''], rows);
}
