import type { ActiveRule, Rule } from '../rules/rule.ts';
import type { Answer } from './answer.ts';
import { evaluateReference } from './compiler.ts';
import type { Context } from './context.ts';
import type { Item } from './item.ts';
import type { World } from './world/world.ts';

/** The context of a rule over one target. */
export function ruleContext(
  { rule, parameters }: ActiveRule,
  item: Item,
  world: World,
  told: Partial<Pick<Context, 'reached' | 'touched'>> = {},
): Context {
  const { reached = ignore, touched = ignore } = told;
  const context = { world, item, target: item, parameters, named: noFacts, reached, touched };
  context.named = namedFacts(rule, context);
  return context;
}

const noFacts: Context['named'] = {};

/** A rule's named facts are evaluated when first asked for, and once. */
export function namedFacts({ facts }: Rule, context: Context): Context['named'] {
  if (facts === undefined) return noFacts;
  const named: { [name: string]: () => Answer } = Object.create(null);
  for (const [name, reference] of Object.entries(facts)) {
    named[name] = once(() => evaluateReference(reference, context));
  }
  return named;
}

const ignore = (): void => {};

function once(compute: () => Answer): () => Answer {
  let answer: Answer | undefined;
  return () => {
    answer ??= compute();
    return answer;
  };
}
