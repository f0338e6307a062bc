import type { RecordKind } from '../catalogue/record-kinds.ts';

/** One account in one Region. */
export type Scope = { readonly accountId: string; readonly region: string };

/** The fields of a record, by AWS's names: dates ISO-8601 UTC with milliseconds, numbers as numbers, no nulls; absent stays absent. */
export type Fields = { readonly [name: string]: unknown };

/** One AWS object, with the scope it was read in (which an ARN need not name). */
export type AwsRecord = Scope & { readonly kind: RecordKind; readonly fields: Fields };

export const coverageStatuses = ['ok', 'denied', 'throttled', 'failed', 'notAvailable', 'cutOff'] as const;
export type CoverageStatus = (typeof coverageStatuses)[number];

export type ReadError = { readonly name: string; readonly message: string };

/** How one operation went in one scope (and vault or plan). `operation: "*"` stands for every operation of the scope. */
export type Coverage = Scope & {
  readonly operation: string;
  readonly resource?: string;
  readonly status: CoverageStatus;
  readonly items?: number;
  readonly filters?: { readonly [name: string]: string };
  readonly error?: ReadError;
};

/** One reading of some scopes. */
export type Shard = {
  /** ISO-8601 UTC; undefined for AWS CLI output, which does not say when it was read. */
  readonly asOf: string | undefined;
  readonly scopes: readonly Scope[];
  /** True where the commit marker is missing or counts other than what is there. */
  readonly cutOff: boolean;
  readonly records: readonly AwsRecord[];
  readonly coverage: readonly Coverage[];
  /** Recovery points that were read and not kept: how many, and of which scopes (by id). They are read again to be judged. */
  readonly passing?: { readonly count: number; readonly scopes: ReadonlySet<string> };
};

/** Those that passed by are records too. */
export const recordCount = ({ records, passing }: Pick<Shard, 'records' | 'passing'>): number =>
  records.length + (passing?.count ?? 0);
