import type { Fields } from '../../src/inventory/record.ts';

/** Sundays: 15 November is five days ago. */
const sundays = [5, 12, 19, 26, 33];
const nights = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** When a plan's rule has run (in days ago), how long it keeps a point, and which runs it also copied. */
export type Schedule = {
  readonly plan: string;
  readonly rule: string;
  readonly hour: number;
  readonly runs: readonly number[];
  readonly copied: readonly number[];
  /** Days; undefined: for ever. */
  readonly keep: number | undefined;
};

const weekly: Schedule = { plan: 'standard', rule: 'weekly', hour: 2, runs: sundays, copied: [5, 12], keep: 35 };

export const schedules = {
  nightly: { plan: 'critical', rule: 'nightly', hour: 1, runs: nights(35), copied: [5, 12], keep: 35 },
  twoWeeks: { plan: 'legacy-databases', rule: 'nightly', hour: 1, runs: nights(14), copied: [], keep: 14 },
  weekly,
  forEver: { ...weekly, plan: 'archive', rule: 'weekly-for-ever', keep: undefined },
  monthly: { plan: 'archive', rule: 'monthly', hour: 3, runs: [19, 50, 80], copied: [19], keep: 365 },
  staging: { plan: 'staging', rule: 'weekly', hour: 4, runs: [5], copied: [], keep: 7 },
  /** The plan that AWS makes for EFS; this file system is six days old. */
  automatic: { plan: 'aws/efs/automatic-backup-plan', rule: 'daily', hour: 5, runs: nights(6), copied: [], keep: 35 },
  retired: { plan: 'critical', rule: 'nightly', hour: 1, runs: [90], copied: [], keep: 365 },
} as const satisfies { readonly [name: string]: Schedule };

export type ScheduleName = keyof typeof schedules;

export const createdBy = ({ plan, rule }: Schedule): Fields => ({ BackupPlanName: plan, BackupRuleName: rule });
