import type { Result } from '../result.ts';
import { severities } from '../severity.ts';
import { plural } from './pretty/page.ts';

/** `2 failing findings (1 critical, 1 high), 3 unknown; 40 targets, 4 rules` */
export function summaryLine({ summary, rules }: Pick<Result, 'summary' | 'rules'>): string {
  const found = severities.filter((severity) => summary.findings[severity] > 0);
  const total = found.reduce((sum, severity) => sum + summary.findings[severity], 0);
  const bySeverity = found.map((severity) => `${summary.findings[severity]} ${severity}`).join(', ');
  return [
    `${plural(total, 'failing finding')}${total > 0 ? ` (${bySeverity})` : ''}, ${summary.outcomes.unknown} unknown`,
    `${plural(summary.targets, 'target')}, ${plural(rules.length, 'rule')}`,
  ].join('; ');
}
