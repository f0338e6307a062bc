import type { Kind } from '../catalogue/kinds.ts';
import { type Gap, isForgotten } from '../inventory/gap.ts';
import type { ActiveRule } from '../rules/rule.ts';
import { judge } from './compiler.ts';
import type { Item } from './item.ts';
import { ruleContext } from './rule-context.ts';
import { judges } from './target-of.ts';
import { choiceFor } from './variants.ts';
import type { World } from './world/world.ts';

/**
 * Gaps that may hide a target of a rule: what stands for the unread records could be one, unless the rule's `when` is
 * false for it already.
 */
export function hidingGaps(active: ActiveRule, kind: Kind, world: World): readonly Gap[] {
  const hidden = [...world.placeholders(kind), ...doubtful(active, kind, world)].filter((item) =>
    canBeTarget(active, item, world),
  );
  // Thousands of listed resources may hang on one list of gaps.
  return [...new Set(hidden.map(({ unread }) => unread))].flat();
}

/** Things that it would judge, were it known that they are of that kind. */
const doubtful = ({ rule }: ActiveRule, kind: Kind, world: World): readonly Item[] =>
  kind === 'listedResource' ? world.items(kind).filter((item) => !judges(rule, item)) : [];

function canBeTarget(active: ActiveRule, item: Item, world: World): boolean {
  if (item.hidesCopies || item.unread.some(isForgotten)) return false;
  const { when } = active.rule;
  if (when === undefined) return true;
  const { variants } = choiceFor(active, item, world);
  return variants.some((variant) => judge(when, ruleContext(variant, item, world)).holds !== false);
}
