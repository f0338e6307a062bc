import type { Coverage, CoverageStatus, ReadError, Scope } from './record.ts';

/** Why something was not read: AWS's answer, or that nobody asked, a filter left it out, or AWS no longer lists it. */
export type GapStatus = Exclude<CoverageStatus, 'ok' | 'notAvailable'> | 'notRead' | 'filtered' | 'horizon';

/** Something that a rule may need and that was not read. */
export type Gap = Scope & {
  readonly operation: string;
  readonly resource?: string;
  readonly status: GapStatus;
  readonly error?: ReadError;
};

/** What a gap still tells of the records it hides: a value they cannot have, or the dates they lie between (ms since 1970). */
export type Constraint =
  | { readonly not: readonly string[] }
  | { readonly from: number; readonly to: number; readonly toExcluded: boolean };

export type Constraints = { readonly [field: string]: Constraint };

/** The records of one operation that were not read. */
export type Unread = { readonly gap: Gap; readonly constraints: Constraints };

export const wholly = (gap: Gap): Unread => ({ gap, constraints: {} });

/** AWS lists no jobs that old: what it hides was not missed by who read, and matters only to rules that look so far back. */
export const isForgotten = ({ status }: Gap): boolean => status === 'horizon';

export const gapKey = (gap: Gap): string =>
  JSON.stringify([gap.accountId, gap.region, gap.operation, gap.resource, gap.status, gap.error]);

/** The gap that a coverage line of another status than `ok` leaves. */
export function gapOfLine(line: Coverage, operation: string, resource: string | undefined): Gap | undefined {
  if (line.status === 'ok' || line.status === 'notAvailable') return undefined;
  const where = { accountId: line.accountId, region: line.region, operation };
  return {
    ...where,
    ...(resource === undefined ? {} : { resource }),
    status: line.status,
    ...(line.error === undefined ? {} : { error: line.error }),
  };
}
