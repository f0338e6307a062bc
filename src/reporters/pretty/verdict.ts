import type { Finding, Result } from '../../result.ts';
import { severities } from '../../severity.ts';
import { groupBy } from '../group-by.ts';
import { isNew, type Standing, standingsIn } from '../standing.ts';
import { plural } from './page.ts';
import type { Tone } from './style.ts';

export type Verdict = { readonly text: string; readonly tone: Tone };

/** What a person wants to know first. Never "all pass" where something was not read or nothing was judged. */
export function verdicts(result: Result): Verdict[] {
  const byStanding = groupBy(result.findings, standingsIn(result));
  const countOf = (standing: Standing) => byStanding.get(standing)?.length ?? 0;
  const bad = [failure(result, byStanding.get('failing') ?? []), doubt(result)];
  const said = bad.filter((verdict) => verdict !== undefined);
  return said.length > 0 ? said : [success(result, countOf('waived'), countOf('inBaseline'))];
}

function failure({ summary }: Result, failing: readonly Finding[]): Verdict | undefined {
  if (failing.length === 0) return undefined;
  const rules = new Set(failing.map(({ ruleId }) => ruleId)).size;
  const counts = severities.flatMap((severity) =>
    summary.findings[severity] > 0 ? [`${summary.findings[severity]} ${severity}`] : [],
  );
  const added = failing.filter(isNew).length;
  const news = failing.every(({ baseline }) => baseline === null) ? '' : `; ${added === 0 ? 'none' : added} new`;
  return { text: `✗ ${plural(rules, 'rule fails', 'rules fail')}: ${counts.join(', ')}${news}`, tone: 'alarm' };
}

function doubt({ rules, summary, gaps }: Result): Verdict | undefined {
  const undecided = rules.filter(({ outcomes }) => outcomes.unknown > 0).length;
  const missing = gaps.length === 0 ? '' : plural(gaps.length, 'answer was not read', 'answers were not read');
  if (undecided === 0 && missing === '') return undefined;
  const hidden = `? cannot tell all: ${missing}; what that hides was not judged`;
  if (undecided === 0) return { text: hidden, tone: 'yellow' };
  const unknown = `${plural(summary.outcomes.unknown, 'outcome')} of ${plural(undecided, 'rule')} unknown`;
  return { text: `? cannot tell: ${unknown}${missing === '' ? '' : `; ${missing}`}`, tone: 'yellow' };
}

function success({ rules, summary: { targets, outcomes } }: Result, waived: number, inBaseline: number): Verdict {
  const what = `${plural(targets, 'target')}, ${plural(rules.length, 'rule')}`;
  const but = [
    ...(waived === 0 ? [] : [plural(waived, 'waived finding')]),
    ...(inBaseline === 0 ? [] : [plural(inBaseline, 'finding of the baseline', 'findings of the baseline')]),
  ];
  if (but.length > 0) return { text: `✓ ${what}, nothing fails but ${but.join(' and ')}`, tone: 'green' };
  if (outcomes.pass === 0) return { text: `? ${what}: no rule applies to anything that was read`, tone: 'yellow' };
  return { text: `✓ ${what}, ${outcomes.notApplicable === 0 ? 'all pass' : 'nothing fails'}`, tone: 'green' };
}
