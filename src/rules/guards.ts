import type { Resolved } from './check-view.ts';
import { referenceKey, stepKey } from './reference-key.ts';
import type { Condition, Leaf } from './rule.ts';

/**
 * What a group proves for everything in it: beside `exists` true in an `all` the rest counts only where the fact is
 * there; beside `exists` false in an `any` the case that it is not there is decided.
 */
export const guardsOf = (conditions: readonly Condition[], exists: boolean): readonly string[] =>
  conditions.filter((condition) => isExists(condition, exists)).map(referenceKey);

const isExists = (condition: Condition, value: boolean): condition is Leaf =>
  'fact' in condition && condition.operator === 'exists' && condition.value === value;

/** True where nothing around it shows that the value is there. What has a member is there itself. */
export const mayBeAbsent = ({ absentAt }: Resolved, guards: readonly string[]): boolean =>
  absentAt.some((keys) => !guards.some((guard) => keys.some((key) => guard.startsWith(key))));

/** The target stays the same in a `where` within a `where`. */
export const guardsOfTarget = (guards: readonly string[]): readonly string[] =>
  guards.filter((guard) => guard.startsWith(stepKey('target', '')));

export const guardAdvice =
  'guard it with "exists" true on the same reference in the same "all", or "exists" false beside it in an "any"';
