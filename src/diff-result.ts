import type { Result, Target } from './result.ts';
import type { Severity } from './severity.ts';

/** One group of findings: how it was and how it is. */
export type Difference = {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly severity: Severity;
  /** How it was, where that tells more than the section it stands in. */
  readonly was?: Severity | 'unknown' | 'accepted';
  readonly target: Target;
  readonly message: string;
  readonly fingerprint: string;
};

export const diffSections = [
  'new',
  'waiverExpired',
  'changed',
  'becameUnknown',
  'fixed',
  'waived',
  'notJudged',
] as const;

export type DiffSection = (typeof diffSections)[number];

type Side = Pick<Result, 'asOf' | 'summary'>;

export type Diff = { readonly schemaVersion: 1; readonly old: Side; readonly new: Side; readonly unchanged: number } & {
  readonly differences: { readonly [section in DiffSection]: readonly Difference[] };
};
