import type { Result as SarifResult } from 'sarif';
import type { Finding } from '../../result.ts';

/** Whether there was a baseline: then every finding says how it stands to it. */
export const isCompared = (findings: readonly Pick<Finding, 'baseline'>[]): boolean =>
  findings.some(({ baseline }) => baseline !== null);

/** How a result stands to the baseline, and when it was first and last seen; what was not compared counts as unchanged. */
export function standingOf(
  findings: Iterable<Pick<Finding, 'baseline'>>,
  asOf: string,
): Required<Pick<SarifResult, 'baselineState' | 'provenance'>> {
  const states = new Set<NonNullable<Finding['baseline']>['state']>();
  let first: string | undefined;
  for (const { baseline } of findings) {
    if (baseline === null) continue;
    states.add(baseline.state);
    if (first === undefined || baseline.since < first) first = baseline.since;
  }
  const [state = 'unchanged', ...others] = states;
  return {
    baselineState: others.length === 0 ? state : 'updated',
    provenance: { ...(first === undefined ? {} : { firstDetectionTimeUtc: first }), lastDetectionTimeUtc: asOf },
  };
}
