import type { Result } from '../result.ts';
import { severities } from '../severity.ts';
import { plural } from './pretty/page.ts';

/** `2 failing findings (1 critical, 1 high), 3 unknown, 1 waived; 40 targets, 4 rules; 2 answers not read` */
export function summaryLine({ summary, rules, gaps }: Pick<Result, 'summary' | 'rules' | 'gaps'>): string {
  const found = severities.filter((severity) => summary.findings[severity] > 0);
  const total = found.reduce((sum, severity) => sum + summary.findings[severity], 0);
  const bySeverity = found.map((severity) => `${summary.findings[severity]} ${severity}`).join(', ');
  const counts = [
    `${plural(total, 'failing finding')}${total > 0 ? ` (${bySeverity})` : ''}`,
    `${summary.outcomes.unknown} unknown`,
    ...(summary.waived === 0 ? [] : [`${summary.waived} waived`]),
  ];
  return [
    counts.join(', '),
    `${plural(summary.targets, 'target')}, ${plural(rules.length, 'rule')}`,
    ...(gaps.length === 0 ? [] : [`${plural(gaps.length, 'answer')} not read`]),
  ].join('; ');
}
