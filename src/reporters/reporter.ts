import type { Result } from '../result.ts';
import type { ActiveRule, Place } from '../rules/rule.ts';
import type { CarriedResult } from './sarif/carried.ts';

/** All that a reporter may show: the result, and the rules as they were in force. */
export type Report = {
  readonly result: Result;
  readonly rules: readonly ActiveRule[];
  /** AWS operations that those rules need, sorted. */
  readonly operations: readonly string[];
  /** Where the waivers of the result stand, in its order; empty where that is not known. */
  readonly waiverPlaces: readonly Place[];
  /** A gap touches a rule: alerts of what was not read must not look fixed. */
  readonly partial: boolean;
  /** What the scan exits with. */
  readonly exitCode: number;
  /** What an earlier scan found and this one could not check; undefined where none was to be carried over. */
  readonly carried?: readonly CarriedResult[] | undefined;
  /** What the rules map to, by the key that they write. */
  readonly frameworks?: { readonly [framework: string]: FrameworkEdition };
};

/** The edition of a framework whose requirements rules name. */
export type FrameworkEdition = { readonly name: string; readonly version: string; readonly url: string };

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
