import type { Finding, FindingBaseline, Result } from '../result.ts';
import { type Baseline, groupKey, type Known } from './baseline.ts';

/** The result with each finding marked by how it stands to the baseline. */
export const compared = (result: Result, baseline: Baseline): Result => ({
  ...result,
  findings: result.findings.map((finding) => ({
    ...finding,
    baseline: standing(finding, baseline.get(groupKey(finding)), result.asOf),
  })),
});

/** A fail of what was unknown is new: nobody knew of it. So is one that was accepted for a time that is over. */
export function standing(
  { outcome, severity, waiver }: Pick<Finding, 'outcome' | 'severity' | 'waiver'>,
  known: Known | undefined,
  asOf: string,
): FindingBaseline {
  if (known === undefined) return { state: 'new', since: asOf };
  const { since } = known;
  const wasOpen = known.outcome === 'unknown' || (known.isWaived && waiver === null);
  if (outcome === 'fail' && wasOpen) return { state: 'new', since };
  return { state: outcome === known.outcome && severity === known.severity ? 'unchanged' : 'updated', since };
}
