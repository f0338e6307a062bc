import type { Gap } from '../../inventory/gap.ts';
import type { ActiveRule } from '../../rules/rule.ts';
import type { Item } from '../item.ts';
import { note, type Tally } from '../tally.ts';
import { verdictOn } from '../verdict.ts';
import type { World } from '../world/world.ts';

export type Notes = { readonly tally: Tally; readonly felt: Set<Gap> };

/** Rules about recovery points, as they pass. */
export function pointJudge(rules: readonly ActiveRule[], world: World, { tally, felt }: Notes): (point: Item) => void {
  const judges = rules.map((active) => ({ active, judge: verdictOn(active, world) }));
  return (item) => {
    for (const { active, judge } of judges) note(tally, felt, { active, item, verdict: judge(item) }, world);
  };
}
