import {
  Engine,
  Fact,
  type NestedCondition,
  type NestedConditionResult,
  type TopLevelConditionResult,
} from 'json-rules-engine';
import { pathSteps } from '../../../src/rules/path.ts';
import type { Condition } from '../../../src/rules/rule.ts';

/** A leaf as json-rules-engine annotated it. */
export type LawLeaf = { readonly fact: unknown; readonly value: unknown; readonly result: boolean };
export type LawResult = { readonly result: boolean; readonly leaves: readonly LawLeaf[] };
export type RulesEngine = (facts: { readonly [fact: string]: unknown }) => Promise<LawResult>;

/** json-rules-engine with nothing of ours in it: the rule's own text, facts as plain values. */
export function rulesEngine(condition: Condition): RulesEngine {
  const nested = textOf(condition);
  const conditions = 'operator' in nested ? { all: [nested] } : nested;
  const rule = { conditions, event: { type: 'judged' } };
  const engine = new Engine([rule], { allowUndefinedFacts: true, pathResolver: ownMembers });
  engine.addOperator('exists', (fact: unknown, value: unknown) => (fact !== undefined) === value);
  engine.addOperator('matches', (fact: unknown, value: unknown) => matchesPattern(fact, value));
  return async (facts) => {
    const given = Object.entries(facts).map(([id, value]) => [id, new Fact(id, value, { cache: false })] as const);
    const { results, failureResults } = await engine.run(Object.fromEntries(given));
    const [ruleResult] = [...results, ...failureResults];
    if (ruleResult === undefined) throw new Error('json-rules-engine gave no result');
    return { result: ruleResult.result === true, leaves: leavesIn(ruleResult.conditions) };
  };
}

/** The same text, of which json-rules-engine may change what it likes. */
function textOf(condition: Condition): NestedCondition {
  if ('all' in condition) return { all: condition.all.map(textOf) };
  if ('any' in condition) return { any: condition.any.map(textOf) };
  if ('not' in condition) return { not: textOf(condition.not) };
  const { fact, path, operator, value } = condition;
  return { fact, operator, value, ...(path === undefined ? {} : { path }) };
}

/** Members that an object has itself, elements of a list and its length: nothing of a prototype, nothing of a text. */
function ownMembers(value: unknown, path: string): unknown {
  return pathSteps(path).reduce<unknown>((from, step) => {
    if (typeof from !== 'object' || from === null) return undefined;
    return Object.getOwnPropertyDescriptor(from, step)?.value;
  }, value);
}

function matchesPattern(fact: unknown, value: unknown): boolean {
  if (typeof fact !== 'string' || typeof value !== 'string') return false;
  const source = value
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(fact);
}

function leavesIn(condition: NestedConditionResult | TopLevelConditionResult): readonly LawLeaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesIn);
  if ('any' in condition) return condition.any.flatMap(leavesIn);
  if ('not' in condition) return leavesIn(condition.not);
  if (!('factResult' in condition)) throw new Error('a leaf was not evaluated');
  return [{ fact: condition.factResult, value: condition.valueResult, result: condition.result === true }];
}
