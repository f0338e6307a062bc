import type { Invocation } from 'sarif';
import type { Report, ReportOptions } from '../reporter.ts';
import { eachGap, waiverNotifications } from './notifications.ts';

/**
 * Without times: a report tells of `asOf`, and the same input gives the same bytes. Where something was not read the scan
 * was no success, so that whoever asks for one boolean is not told that all is well.
 */
export function evidenceInvocation(report: Report, { root }: Pick<ReportOptions, 'root'>): Invocation {
  const { result, partial, exitCode } = report;
  return {
    executionSuccessful: !partial,
    exitCode,
    exitCodeDescription: meaningOf(exitCode),
    toolExecutionNotifications: eachGap(result.gaps, partial ? 'error' : 'warning'),
    ...waiverNotifications(report, root),
  };
}

const meanings: { readonly [exitCode: number]: string } = {
  0: 'Nothing failed at or above the gate.',
  1: 'Something failed at or above the gate.',
  3: 'Nothing failed at or above the gate, but something could not be judged.',
};

const meaningOf = (exitCode: number): string => meanings[exitCode] ?? 'The scan was interrupted.';
