import type { Finding, Result } from './result.ts';
import { severities } from './severity.ts';

/** A fail that nobody accepted; with `isNewOnly` only one that the baseline does not have. */
export const isFailing = (
  { outcome, waiver, baseline }: Pick<Finding, 'outcome' | 'waiver' | 'baseline'>,
  isNewOnly: boolean,
): boolean => outcome === 'fail' && waiver === null && (!isNewOnly || baseline?.state === 'new');

/** The result with its counts of findings as waivers and baseline leave them. */
export function recounted(result: Result, isNewOnly: boolean): Result {
  const failing = result.findings.filter((finding) => isFailing(finding, isNewOnly));
  const counts = severities.map((name) => [name, failing.filter(({ severity }) => severity === name).length]);
  const findings = { ...result.summary.findings, ...Object.fromEntries(counts) };
  const waived = result.findings.filter(({ waiver }) => waiver !== null).length;
  return { ...result, summary: { ...result.summary, findings, waived } };
}

/** Whether something that the rules ask was left open, and nobody accepted that. */
export const isUndecided = (findings: readonly Finding[]): boolean =>
  findings.some(({ outcome, waiver }) => outcome === 'unknown' && waiver === null);
