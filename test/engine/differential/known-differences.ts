import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Answer } from '../../../src/engine/answer.ts';
import { judge } from '../../../src/engine/compiler.ts';
import { leavesOf } from '../../../src/engine/verify/leaves.ts';
import type { Condition, Leaf } from '../../../src/rules/rule.ts';
import { contextOf, knownAnswers } from './own-context.ts';
import { factValues, randomCondition, randomParameters } from './random-condition.ts';
import { type LawLeaf, rulesEngine } from './rules-engine.ts';

type Facts = { readonly [fact: string]: unknown };
type Parameters = { readonly [name: string]: unknown };

/** Fact sets that each condition is judged over. */
export const setsOfFacts = 10;

/** The verdict, and of every leaf the result and what was seen on both sides, against json-rules-engine's own trace. */
export const knownDifferences = fc.asyncProperty(
  randomCondition,
  randomParameters,
  fc.array(fc.record(factValues), { minLength: setsOfFacts, maxLength: setsOfFacts }),
  async (condition, parameters, sets) => {
    const law = rulesEngine(condition);
    for (const facts of sets) {
      const { result, leaves } = await law({ ...facts, parameters });
      const difference = differenceFrom(result, leaves, condition, facts, parameters);
      if (difference !== undefined) throw new Error(difference);
    }
  },
);

function differenceFrom(
  result: boolean,
  leaves: readonly LawLeaf[],
  condition: Condition,
  facts: Facts,
  parameters: Parameters,
): string | undefined {
  const context = contextOf(knownAnswers(facts), parameters);
  const { holds } = judge(condition, context);
  if (holds !== result) return `the verdict is ${holds}, json-rules-engine's is ${result}`;
  const seen = leavesOf(condition, context);
  const texts = leafTexts(condition);
  if (seen.length !== leaves.length) return `${seen.length} leaves, json-rules-engine evaluated ${leaves.length}`;
  for (const [index, theirs] of leaves.entries()) {
    const [ours, leaf] = [seen[index], texts[index]];
    if (ours === undefined || leaf === undefined) return `no leaf ${index}`;
    const isSame =
      ours.holds === theirs.result &&
      judge(leaf, context).holds === theirs.result &&
      isValue(ours.left, theirs.fact) &&
      isValue(ours.right, theirs.value);
    if (!isSame) return `leaf ${index}: json-rules-engine saw ${JSON.stringify(theirs)}, we ${JSON.stringify(ours)}`;
  }
  return undefined;
}

const isValue = (answer: Answer, value: unknown): boolean =>
  answer.is === 'known' && isDeepStrictEqual(answer.value, value);

export function leafTexts(condition: Condition): readonly Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leafTexts);
  if ('any' in condition) return condition.any.flatMap(leafTexts);
  if ('not' in condition) return leafTexts(condition.not);
  return [condition];
}
