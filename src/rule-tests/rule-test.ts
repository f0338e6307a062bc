import type { ResourceTypes } from '../engine/evaluation.ts';
import type { Shard } from '../inventory/record.ts';
import type { Outcome } from '../result.ts';
import type { ActiveRule, LoadedRule, Place } from '../rules/rule.ts';
import type { CaseText, FieldsText } from './test-schema.ts';

export type Expectation = Outcome | 'noTarget' | { readonly [targetId: string]: Outcome };

/** One case, ready to be judged. */
export type TestCase = {
  readonly name: string;
  readonly place: Place;
  readonly shard: Shard;
  /** The rule with the parameters of the case. */
  readonly active: ActiveRule;
  /** Other rules in force, with their defaults. */
  readonly beside: readonly ActiveRule[];
  readonly resourceTypes: ResourceTypes;
  readonly copyAccounts: readonly string[] | undefined;
  readonly expect: Expectation;
  /** A part of the message of the one finding. */
  readonly message: string | undefined;
  /** As written. */
  readonly text: CaseText;
};

/** A test file that was read and checked. */
export type RuleTest = {
  readonly file: string;
  readonly loaded: LoadedRule;
  /** ISO-8601 UTC with milliseconds. */
  readonly asOf: string;
  readonly records: { readonly [name: string]: FieldsText };
  readonly cases: readonly TestCase[];
};
