import type { Reference } from '../rules/rule.ts';
import type { Answer } from './answer.ts';
import type { Asking } from './asking.ts';
import type { Ask } from './compiled.ts';
import { compilerFor } from './compiler.ts';
import type { Context, MovingContext } from './context.ts';
import type { Item } from './item.ts';
import type { World } from './world/world.ts';

type Told = Partial<Pick<Context, 'reached' | 'touched'>>;

/** The context of a rule over one target. */
export const ruleContext = (active: Asking, item: Item, world: World, told?: Told): Context =>
  ruleContexts(active, world, told)(item);

/** The same over many, one after the other: it moves on to the next one. */
export function ruleContexts({ rule, parameters }: Asking, world: World, told: Told = {}): (item: Item) => Context {
  const { reached = ignore, touched = ignore } = told;
  const nameFacts = namedFacts(rule, compilerFor(parameters).reference);
  let context: MovingContext | undefined;
  return (item) => {
    context ??= { world, item, target: item, parameters, named: undefined, reached, touched };
    context.item = item;
    context.target = item;
    context.named = nameFacts(context);
    return context;
  };
}

/** A rule's named facts are evaluated when first asked for, and once. */
function namedFacts(
  { facts }: Asking['rule'],
  compile: (reference: Reference) => Ask,
): (context: Context) => Context['named'] {
  if (facts === undefined) return () => undefined;
  const asks = Object.entries(facts).map(([name, reference]) => [name, compile(reference)] as const);
  return (context) => {
    const named: { [name: string]: () => Answer } = Object.create(null);
    for (const [name, ask] of asks) named[name] = once(() => ask(context));
    return named;
  };
}

const ignore = (): void => {};

function once(compute: () => Answer): () => Answer {
  let answer: Answer | undefined;
  return () => {
    answer ??= compute();
    return answer;
  };
}
