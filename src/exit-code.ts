import type { Result } from './result.ts';
import { type Severity, severities } from './severity.ts';

export type FailOn = Severity | 'never';
export const failOnNames: readonly FailOn[] = [...severities, 'never'];

export type Verdict = {
  readonly result: Pick<Result, 'summary'>;
  readonly incomplete: boolean;
  readonly failOn: FailOn;
  readonly allowIncomplete: boolean;
};

/** 1: something failed at or above `failOn`. 3: otherwise, something could not be judged. Not failing on anything does not hide the latter. */
export function exitCodeFor({ result, incomplete, failOn, allowIncomplete }: Verdict): 0 | 1 | 3 {
  const severeEnough = failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  if (severeEnough.some((severity) => result.summary.findings[severity] > 0)) return 1;
  return incomplete && !allowIncomplete ? 3 : 0;
}
