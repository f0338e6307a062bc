import type { ActiveRule } from '../rules/rule.ts';
import { joinReasons, type Reason } from './answer.ts';
import type { Item } from './item.ts';
import { judgeTarget, type Verdict } from './judge-target.ts';
import { choiceFor, variantsOf } from './variants.ts';
import type { World } from './world/world.ts';

/** A rule with the parameters that it was judged by, and what it came to. */
type Ruled = { readonly active: ActiveRule; readonly verdict: Verdict };

/** What a rule with overrides makes of a target: `each` are the verdicts by all parameters that may be its own. */
export type Ruling = Ruled & { readonly each: readonly Ruled[] };

/**
 * Judges each target by the parameters that are its own. Where it is not known which those are, the outcome is what all
 * that are possible agree on.
 */
export function rulingOn(
  active: ActiveRule,
  world: World,
  judgeBy: (variant: ActiveRule) => (item: Item) => Verdict,
): (item: Item) => Ruling {
  const judges = new Map(variantsOf(active).map((variant) => [variant, judgeBy(variant)]));
  return (item) => {
    const { variants, reasons } = choiceFor(active, item, world);
    const each = variants.flatMap((variant) => {
      const verdict = judges.get(variant)?.(item);
      return verdict === undefined ? [] : [{ active: variant, verdict }];
    });
    return agreed(each, reasons);
  };
}

/** The same of one target. */
export const ruleTarget = (active: ActiveRule, item: Item, world: World): Ruling =>
  rulingOn(active, world, (variant) => (target) => judgeTarget(variant, target, world))(item);

function agreed(each: readonly Ruled[], open: readonly Reason[]): Ruling {
  const [first, ...others] = each;
  if (first === undefined) throw new Error('a target without parameters');
  if (others.length === 0) return { ...first, each };
  const { outcome } = first.verdict;
  const agree = others.every(({ verdict }) => verdict.outcome === outcome);
  const reasons = joinReasons([...(agree ? [] : [open]), ...each.map(({ verdict }) => verdict.reasons)]);
  const gaps = reasons.flatMap((reason) => ('gap' in reason ? [reason.gap] : []));
  const touched = new Set([...gaps, ...each.flatMap(({ verdict }) => [...verdict.touched])]);
  return { active: first.active, verdict: { outcome: agree ? outcome : 'unknown', reasons, touched }, each };
}
