import type { Result } from '../result.ts';
import type { ActiveRule } from '../rules/rule.ts';

/** All that a reporter may show: the result, and the rules as they were in force. */
export type Report = {
  readonly result: Result;
  readonly rules: readonly ActiveRule[];
};

export type ReportOptions = {
  /** Columns of the terminal; text wraps at it. */
  readonly width: number;
  readonly color: boolean;
  /** SARIF `automationDetails.id` begins with it. */
  readonly category: string;
  /** The nearest parent folder with `.git`, else the working directory: absolute. SARIF locations are relative to it. */
  readonly root: string;
  readonly provenance?: Provenance | undefined;
};

/** The version of the repository that a report speaks of. */
export type Provenance = {
  readonly repositoryUri: string;
  readonly revisionId?: string;
  readonly branch?: string;
};

/** A result as text, in pieces so that a large one need not be held whole. Same input, same bytes. */
export type Reporter = (report: Report, options: ReportOptions) => Iterable<string>;
