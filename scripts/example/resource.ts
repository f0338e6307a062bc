import type { Scope } from '../../src/inventory/record.ts';
import type { ScheduleName } from './schedules.ts';

/** How a restore job went; `manual` is no restore test. */
export type RestoreOutcome =
  | 'validated'
  | 'validationFailed'
  | 'timedOut'
  | 'notValidated'
  | 'validating'
  | 'failed'
  | 'aborted'
  | 'manual';

export type Restore = { readonly outcome: RestoreOutcome; readonly days: number };

/**
 * Where the copies of a resource's points are: in the air-gapped vault of its Region, there until the last copy job
 * failed, in a vault of an account that nobody reads, nowhere but in the air-gapped vault (the local point is
 * temporary), or the same with a last copy that failed.
 */
type Copies = 'copied' | 'failing' | 'outside' | 'only' | 'onlyFailing';

export type Resource = {
  readonly scope: Scope;
  readonly type: string;
  readonly name: string;
  readonly gib: number;
  readonly vault: string;
  readonly schedule: ScheduleName;
  readonly copies?: Copies;
  /** Absent: one validated test this week, where the type can be tested. */
  readonly restores?: readonly Restore[];
  /** The points are parents of a composite. */
  readonly composite?: 'whole' | 'partial';
  /** The name of the composite that its points are nested in. */
  readonly partOf?: string;
};

const testable = new Set(['Aurora', 'DocumentDB', 'DynamoDB', 'EBS', 'EC2', 'EFS', 'FSx', 'Neptune', 'RDS', 'S3']);

export const restoresOf = ({ type, restores, schedule }: Resource): readonly Restore[] =>
  restores ?? (testable.has(type) && schedule !== 'retired' ? [{ outcome: 'validated', days: 3 }] : []);
