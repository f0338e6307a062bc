import type { ReportingConfiguration } from 'sarif';
import type { Severity } from '../../severity.ts';

type Level = NonNullable<ReportingConfiguration['level']>;
type Rank = {
  readonly level: Level;
  readonly problem: 'error' | 'warning' | 'recommendation';
  readonly security?: string;
};

/** GitHub calls above 9.0 critical, from 7.0 high, from 4.0 medium, from 0.1 low; it takes strings only. */
export const ranks = {
  critical: { level: 'error', problem: 'error', security: '9.5' },
  high: { level: 'error', problem: 'error', security: '8.0' },
  medium: { level: 'warning', problem: 'warning', security: '5.5' },
  low: { level: 'note', problem: 'recommendation', security: '3.0' },
  info: { level: 'note', problem: 'recommendation' },
} as const satisfies { readonly [severity in Severity]: Rank };

export function securitySeverity(severity: Severity): { 'security-severity'?: string } {
  const rank: Rank = ranks[severity];
  return rank.security === undefined ? {} : { 'security-severity': rank.security };
}
