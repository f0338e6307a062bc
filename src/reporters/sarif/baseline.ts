import type { Run, Result as SarifResult } from 'sarif';
import type { Finding, Result } from '../../result.ts';
import { automationId } from './automation-id.ts';
import { guidOf } from './guid.ts';

type Findings = readonly Pick<Finding, 'baseline'>[];

export const hasBaseline = ({ findings }: { readonly findings: Findings }): boolean =>
  findings.some(({ baseline }) => baseline !== null);

/** A result does not name the one it was compared with: the newest that is known to have been in it stands for it. */
export function baselineGuid({ findings }: Pick<Result, 'findings'>, category: string): Pick<Run, 'baselineGuid'> {
  if (!hasBaseline({ findings })) return {};
  let newest = '';
  for (const { baseline } of findings) {
    if (baseline !== null && baseline.state !== 'new' && baseline.since > newest) newest = baseline.since;
  }
  return { baselineGuid: guidOf(automationId(category, newest)) };
}

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
