import { isForgotten } from '../inventory/gap.ts';
import type { ActiveRule } from '../rules/rule.ts';
import type { Item } from './item.ts';
import { judgeTarget, targetJudge, type Verdict } from './judge-target.ts';
import { keepGaps } from './world/keep-gaps.ts';
import type { World } from './world/world.ts';

/** A rule's verdict on a target, as a function. */
export function verdictOn(active: ActiveRule, world: World): (item: Item) => Verdict {
  const judge = targetJudge(active, world);
  let horizons: World | undefined;
  const amongHorizons = (item: Item): Verdict => {
    horizons ??= keepGaps(world, isForgotten);
    return judgeTarget(active, item, horizons);
  };
  return (item) => {
    const verdict = judge(item);
    return verdict.reasons.length === 0 ? verdict : withoutIdleHorizons(verdict, () => amongHorizons(item));
  };
}

/** That AWS forgets old jobs is no reason where it would not matter if everything else had been read. */
function withoutIdleHorizons(verdict: Verdict, amongHorizons: () => Verdict): Verdict {
  const others = verdict.reasons.filter((reason) => !('gap' in reason) || !isForgotten(reason.gap));
  if (others.length === 0 || others.length === verdict.reasons.length) return verdict;
  if (amongHorizons().outcome === 'unknown') return verdict;
  return { ...verdict, reasons: others, touched: new Set([...verdict.touched].filter((gap) => !isForgotten(gap))) };
}
