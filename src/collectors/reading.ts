import type { Operation } from '../catalogue/operations.ts';
import type { AwsRecord, Coverage, Scope } from '../inventory/record.ts';
import type { Aws, Filters } from './collector.ts';
import type { DetailState } from './details.ts';
import type { Failure } from './failure.ts';
import type { WindowSizes } from './windows.ts';

/** Where what is read goes, as soon as it is read. */
export type Sink = {
  readonly records: (records: readonly AwsRecord[]) => Promise<void>;
  readonly coverage: (line: Coverage) => Promise<void>;
};

/** What an earlier, interrupted reading has of a scope already. */
export type Kept = {
  /** The records of a list that was read whole, and whose details were; undefined where it must be read. */
  readonly list: (operation: Operation, resource: string | undefined) => readonly AwsRecord[] | undefined;
};

/** The reading of one scope. */
export type Reading = {
  readonly scope: Scope;
  readonly aws: Pick<Aws, 'backup' | 'tagging'>;
  readonly wanted: ReadonlySet<Operation>;
  readonly filters: Filters;
  readonly sink: Sink;
  readonly kept: Kept;
  /** Bounds the calls that are under way at once. */
  readonly limit: <Value>(call: () => Promise<Value>) => Promise<Value>;
  /** Stops the calls; what is under way is dropped. */
  readonly signal: AbortSignal;
  /** ms that a call may take with all its retries. */
  readonly timeLimit: number;
  /** ms since 1970. */
  readonly now: number;
  readonly windows: WindowSizes;
  /** Whether AWS says that the account has the Region turned off. */
  readonly isDisabled: () => Promise<boolean>;
  /** How the operations fare that are called for single points and resources. */
  readonly details: Map<Operation, DetailState>;
  /** The first answer to an operation, where it was needed before. */
  readonly first: ReadonlyMap<Operation, object>;
};

type Said = {
  readonly resource?: string | undefined;
  readonly items?: number;
  readonly failure?: Failure | undefined;
  readonly filters?: Filters;
};

/** The coverage line of one operation. */
export function lineOf({ scope }: Pick<Reading, 'scope'>, operation: string, said: Said): Coverage {
  const { resource, items, failure, filters = {} } = said;
  return {
    accountId: scope.accountId,
    region: scope.region,
    operation,
    ...(resource === undefined ? {} : { resource }),
    ...(failure === undefined ? { status: 'ok' } : { status: failure.status }),
    ...(items === undefined ? {} : { items }),
    ...(Object.keys(filters).length === 0 ? {} : { filters }),
    ...(failure === undefined ? {} : { error: failure.error }),
  };
}
