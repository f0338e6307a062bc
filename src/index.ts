/** The public API: what `backuplint scan` is made of. */
export { type Frameworks, loadFrameworks } from './data.ts';
export { evaluate, evaluateParts, evaluatePassing, type PointOfShard } from './engine/evaluate.ts';
export type { Evaluation, EvaluationInput, ResourceTypes } from './engine/evaluation.ts';
export { verify } from './engine/verify/verify.ts';
export type { SeenVerdict, VerifyMode } from './engine/verify/witness.ts';
export type { Fault } from './errors.ts';
export { DisagreementError, UsageError } from './errors.ts';
export { type OpenInventory, openInventory } from './inventory/open-inventory.ts';
export { type ReadOptions, readInventory } from './inventory/read-inventory.ts';
export type { AwsRecord, Coverage, Scope, Shard } from './inventory/record.ts';
export { type Evidence, type Finding, type Outcome, Result, type ResultGap, type Target } from './result.ts';
export { loadRules, type RuleSources } from './rules/load-rules.ts';
export type { ActiveRule, LoadedRule, Rule } from './rules/rule.ts';
export type { Severity } from './severity.ts';
