import type { Overview } from '../../overview.ts';
import type { Result } from '../../result.ts';
import type { Report } from '../reporter.ts';
import { momentText } from './dates.ts';
import { html, type Markup } from './markup.ts';

/** What the words of the report mean, so that two people read the same in it. */
export function methodText({ result, exitCode }: Report): Markup {
  const { tool, asOf, overview } = result;
  const terms: readonly (readonly [string, string])[] = [
    ['As of', `${momentText(asOf)}. Every age is counted to that moment, which is when the inventory was read.`],
    ['Made by', `${tool.name} ${tool.version}, exit code ${exitCode}: ${exitText(exitCode)}.`],
    [
      'Unknown',
      'What could not be read, or what AWS does not tell, makes an outcome unknown: never a pass, never a fail. It is hatched here, and counted apart.',
    ],
    ['Failing finding', 'A rule that does not hold for a target, and that nobody has waived.'],
    ['Scope', 'One account in one Region. Nothing is said about what lies outside of the scopes read.'],
    ...overviewTerms(overview),
    ...overrideTerms(result),
  ];
  return html`<dl class="terms">
${terms.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>\n`)}</dl>
`;
}

function overviewTerms(overview: Overview | undefined): readonly (readonly [string, string])[] {
  if (overview === undefined) return [];
  const { ageHours, testDays } = overview.targets;
  return [
    [
      'Usable',
      'A recovery point whose status is COMPLETED or AVAILABLE. One that expired, is partial or is being made does not count.',
    ],
    [
      'On time',
      `The newest usable recovery point is at most ${ageHours} hours old. Late: up to ${ageHours * 2} hours. Very late: up to ${ageHours * 4}. Lost: older. A point’s age counts from the start of its backup job, and a copy has the age of what it copies.`,
    ],
    [
      'Out of reach',
      'A usable point in another account, in another Region, in a logically air-gapped vault, or in a vault with a lock, each counted for itself.',
    ],
    [
      'Restore-tested',
      `A restore test completed and was validated as successful: recently within ${testDays} days, else earlier. AWS lists restore jobs for about 30 days, so earlier tests are known only from older inventories.`,
    ],
  ];
}

/** Of these two rules the overview takes its measures. */
const measuring = ['BKP002', 'BKP401'];

function overrideTerms({ overview, rules }: Result): readonly (readonly [string, string])[] {
  const overridden = rules.filter(({ id, overrides = [] }) => measuring.includes(id) && overrides.length > 0);
  if (overview === undefined || overridden.length === 0) return [];
  const names = overridden.map(({ id }) => id).join(' and ');
  return [
    [
      'Overrides',
      `The config has overrides of ${names}. The findings follow them; ages and restore tests are drawn by one measure for all.`,
    ],
  ];
}

const exitText = (code: number): string =>
  ({
    0: 'nothing fails at or above the severity asked for',
    1: 'something fails at or above the severity asked for',
    3: 'nothing is seen to fail at or above the severity asked for, but not all could be judged',
  })[code] ?? 'the scan was interrupted';
