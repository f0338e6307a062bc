import type { ActiveRule } from '../rules/rule.ts';
import type { Answer } from './answer.ts';
import { evaluateReference } from './compiler.ts';
import type { Context } from './context.ts';
import type { Item } from './item.ts';
import type { World } from './world/world.ts';

/** The context of a rule over one target. Its named facts are evaluated when first asked for, and once. */
export function ruleContext(
  { rule, parameters }: ActiveRule,
  item: Item,
  world: World,
  told: Partial<Pick<Context, 'reached' | 'touched'>> = {},
): Context {
  const named: { [name: string]: () => Answer } = Object.create(null);
  const { reached = ignore, touched = ignore } = told;
  const context: Context = {
    ...{ world, item, target: item, parameters, named },
    ...{ reached, touched },
  };
  for (const [name, reference] of Object.entries(rule.facts ?? {})) {
    named[name] = once(() => evaluateReference(reference, context));
  }
  return context;
}

const ignore = (): void => {};

function once(compute: () => Answer): () => Answer {
  let answer: Answer | undefined;
  return () => {
    answer ??= compute();
    return answer;
  };
}
