import type { OutcomeCounts, Result, ResultRule } from '../../result.ts';
import { severities } from '../../severity.ts';
import { standingsIn } from '../standing.ts';
import { stateCounts } from '../waiver-text.ts';
import { type Page, plural } from './page.ts';
import { verdicts } from './verdict.ts';
import { wrap } from './wrap.ts';

const shownScopes = 5;

/** The last lines, which stay on the screen: the verdict and what it rests on. */
export function summarySection(result: Result, page: Page): string[] {
  const label = (name: string) => `  ${name.padEnd(11)}`;
  const rows = facts(result).flatMap(([name, text]) =>
    text === '' ? [] : wrap(text, page.measure, label(name), label('')),
  );
  const verdict = verdicts(result).flatMap(({ text, tone }) =>
    wrap(text, page.measure, '', '  ').map((line) => page.paint(line, tone)),
  );
  return [page.paint('─'.repeat(page.measure), 'dim'), ...verdict, '', ...rows];
}

function facts(result: Result): (readonly [string, string])[] {
  const { summary, rules, scopes, asOf } = result;
  const passed = rules.filter(({ outcomes }) => outcomes.pass > 0 && outcomes.fail + outcomes.unknown === 0);
  const idle = rules.filter(({ outcomes }) => outcomes.pass + outcomes.fail + outcomes.unknown === 0);
  return [
    ['Findings', severities.map((severity) => `${summary.findings[severity]} ${severity}`).join(', ')],
    ['Baseline', baselineText(result)],
    ['Waived', waivedCountText(result)],
    ['Outcomes', outcomeText(summary.outcomes)],
    ['Judged', `${plural(summary.targets, 'target')} by ${plural(rules.length, 'rule')}, as of ${asOf}`],
    ['Scopes', scopeText(scopes)],
    ['Passed', passed.map(passedText).join(', ')],
    ['No target', idle.map(idleText).join(', ')],
  ];
}

/** How the failing findings stand to an earlier result; nothing where they were compared with none. */
export function baselineText(result: Result): string {
  const standingOf = standingsIn(result);
  const open = result.findings.filter((finding) => ['failing', 'inBaseline'].includes(standingOf(finding)));
  const states = open.flatMap(({ baseline }) => baseline?.state ?? []);
  if (states.length === 0) return '';
  const counts = (['new', 'updated', 'unchanged'] as const).map(
    (state) => `${states.filter((each) => each === state).length} ${state}`,
  );
  const newOnly = open.some((finding) => standingOf(finding) === 'inBaseline');
  return `${counts.join(', ')}${newOnly ? '; only the new ones count' : ''}`;
}

export function waivedCountText({ summary, waivers = [] }: Result): string {
  if (waivers.length === 0) return summary.waived === 0 ? '' : plural(summary.waived, 'finding');
  return `${plural(summary.waived, 'finding')}; ${plural(waivers.length, 'waiver')}: ${stateCounts(waivers)}`;
}

export const outcomeText = ({ pass, fail, unknown, notApplicable }: OutcomeCounts): string =>
  `${pass} pass, ${fail} fail, ${unknown} unknown, ${notApplicable} not applicable`;

const passedText = ({ id, name, outcomes }: ResultRule): string => `${id} ${name} (${outcomes.pass})`;

const idleText = ({ id, name, outcomes: { notApplicable } }: ResultRule): string =>
  `${id} ${name}${notApplicable === 0 ? '' : ` (${notApplicable} not applicable)`}`;

export function scopeText(scopes: Result['scopes']): string {
  const incomplete = scopes.filter(({ complete }) => !complete);
  const read = `${scopes.length - incomplete.length} of ${plural(scopes.length, 'scope')} read completely`;
  if (incomplete.length === 0) return read;
  const names = incomplete.slice(0, shownScopes).map(({ accountId, region }) => `${accountId}/${region}`);
  const more = incomplete.length - names.length;
  return `${read}; incomplete: ${names.join(', ')}${more > 0 ? `, … and ${more} more` : ''}`;
}
