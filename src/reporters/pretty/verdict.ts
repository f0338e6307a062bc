import type { Result } from '../../result.ts';
import { severities } from '../../severity.ts';
import { plural } from './page.ts';
import type { Tone } from './style.ts';

export type Verdict = { readonly text: string; readonly tone: Tone };

/** What a person wants to know first. Never "all pass" where something was not read or nothing was judged. */
export function verdicts(result: Result): Verdict[] {
  const bad = [failure(result), doubt(result)].filter((verdict) => verdict !== undefined);
  return bad.length > 0 ? bad : [success(result)];
}

function failure({ rules, summary }: Result): Verdict | undefined {
  const failing = rules.filter(({ outcomes }) => outcomes.fail > 0).length;
  if (failing === 0) return undefined;
  const counts = severities.flatMap((severity) =>
    summary.findings[severity] > 0 ? [`${summary.findings[severity]} ${severity}`] : [],
  );
  const found = counts.length === 0 ? 'no failing finding is left' : counts.join(', ');
  return { text: `✗ ${plural(failing, 'rule fails', 'rules fail')}: ${found}`, tone: 'alarm' };
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

function success({ rules, summary: { targets, outcomes } }: Result): Verdict {
  const what = `${plural(targets, 'target')}, ${plural(rules.length, 'rule')}`;
  if (outcomes.pass === 0) return { text: `? ${what}: no rule applies to anything that was read`, tone: 'yellow' };
  return { text: `✓ ${what}, ${outcomes.notApplicable === 0 ? 'all pass' : 'nothing fails'}`, tone: 'green' };
}
