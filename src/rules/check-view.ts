import type { KindSpec } from '../catalogue/kinds.ts';
import type { Operation } from '../catalogue/operations.ts';
import type { Condition, Parameter, Reference } from './rule.ts';
import type { ValueType } from './value-type.ts';

/** What a reference yields. */
export type Resolved = {
  readonly type: ValueType;
  /** As people read it: `vault.lockState`. */
  readonly name: string;
  /** The same for every spelling of one reference; that of a prefix is a prefix of it. */
  readonly key: string;
  /** Where on the way the value may be absent. Any one of a place's keys, shown to exist, says that it is not. */
  readonly absentAt: readonly (readonly string[])[];
  /** A list that is there in every case, maybe empty: json-rules-engine throws on an absent list at the right. */
  readonly totalList?: boolean;
  /** A fact of ours, not a field of AWS. */
  readonly ours?: boolean;
};

/** What a walk over a rule finds. Pointers are into the rule file. */
export type Notes = {
  readonly fault: (pointer: string, message: string) => void;
  /** A value of an enum that AWS does not have, as far as this version knows. */
  readonly strangeValue: (pointer: string, message: string) => void;
  readonly usesFact: (kind: string, fact: string) => void;
  readonly needs: (operations: readonly Operation[]) => void;
};

/** What stands before a reference's eyes: whose facts it sees, and what is proven around it. */
export type View = {
  readonly kind: string;
  readonly spec: KindSpec;
  readonly targetKind: string;
  /** In a `where`, or in the `fact` of an aggregate: a related record is seen, not the target. */
  readonly related: boolean;
  readonly parameters: { readonly [name: string]: Parameter };
  readonly named: ReadonlyMap<string, Resolved | undefined>;
  /** Named facts that are defined further down. */
  readonly later: readonly string[];
  /** Keys of the references that `exists` guards here. */
  readonly guards: readonly string[];
  /** Below a `not`. */
  readonly negated: boolean;
  readonly notes: Notes;
  /** References hold conditions, which hold references: each part of the checker reaches the other through here. */
  readonly check: {
    readonly reference: (reference: Reference, pointer: string, view: View) => Resolved | undefined;
    readonly condition: (condition: Condition, pointer: string, view: View) => void;
  };
};
