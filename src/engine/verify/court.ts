import { Engine, Fact, type RuleResult, type TopLevelCondition } from 'json-rules-engine';
import { addOwnOperators } from '../operators.ts';
import { isOpen } from './open-leaf.ts';

/** The values of a condition's facts, by id. */
export type FactValues = ReadonlyMap<string, unknown>;

/** One condition before json-rules-engine. Not to be asked again before it has answered: runs of one engine disturb each other. */
export type Court = (facts: FactValues) => Promise<RuleResult>;

/**
 * One engine with one rule, since one rule that throws takes the results of all others with it. After a run that was
 * rejected, the engine's next run may end without any result: it is not used again.
 */
export function courtOf(conditions: TopLevelCondition): Court {
  let engine: Engine | undefined;
  return async (values) => {
    engine ??= newEngine(conditions);
    // Its cache takes different values for one where their 32-bit hashes are equal.
    const facts = [...values].map(([id, value]) => [id, new Fact(id, value, { cache: false })] as const);
    try {
      return onlyResult(await engine.run(Object.fromEntries(facts)));
    } catch (error) {
      engine = undefined;
      throw error;
    }
  };
}

type Results = { readonly results: readonly RuleResult[]; readonly failureResults: readonly RuleResult[] };

export function onlyResult({ results, failureResults }: Results): RuleResult {
  const [result, ...more] = [...results, ...failureResults];
  if (result === undefined || more.length > 0) {
    throw new Error(`json-rules-engine gave ${results.length + failureResults.length} results for one rule`);
  }
  return result;
}

function newEngine(conditions: TopLevelCondition): Engine {
  const engine = new Engine([{ conditions, event: { type: 'judged' } }], {
    allowUndefinedFacts: true,
    pathResolver: refusePath,
  });
  addOwnOperators(engine);
  engine.addOperatorDecorator('surely', takenAs(false));
  engine.addOperatorDecorator('maybe', takenAs(true));
  return engine;
}

/** No condition here has a path; its own resolver would run a path's scripts. */
const refusePath = (_: object, path: string): never => {
  throw new Error(`a path reached json-rules-engine: ${path}`);
};

type Next = (fact: unknown, value: unknown) => boolean;

/** An open leaf is what our engine says, if the operator says the same of each of its cases. */
const takenAs =
  (undecided: boolean) =>
  (fact: unknown, value: unknown, next: Next): boolean => {
    if (!isOpen(fact)) return next(fact, value);
    const { holds, cases } = fact;
    if (holds === null) return undecided;
    return cases.every(([left, right]) => next(left, right) === holds) ? holds : !holds;
  };
