import type { FieldType } from './field.ts';
import type { Operation } from './operations.ts';

/** What a rule may know of a fact of ours before it runs. How it is computed is the engine's. */
export type FactSpec = {
  readonly type: FieldType;
  /** True where the fact always has a value, although it may be unknown: a rule needs no guard. */
  readonly total: boolean;
  readonly description: string;
  readonly unit?: 'days' | 'hours';
  /** The operations it needs beyond those that read the record itself. */
  readonly operations?: readonly Operation[];
  /** The same for single members of an object. */
  readonly memberOperations?: { readonly [member: string]: readonly Operation[] };
};

export type FactTable = { readonly [name: string]: FactSpec };

/** A way from one kind to another. To-one relations are facts; to-many relations stand in `of`. */
export type RelationSpec = {
  readonly to: string;
  readonly description: string;
  readonly operations: readonly Operation[];
};

export type RelationTable = { readonly [name: string]: RelationSpec };
