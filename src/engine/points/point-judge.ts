import type { Gap } from '../../inventory/gap.ts';
import type { ActiveRule } from '../../rules/rule.ts';
import type { Item } from '../item.ts';
import { noting, type Tally } from '../tally.ts';
import { verdictOn } from '../verdict.ts';
import type { World } from '../world/world.ts';

export type Notes = { readonly tally: Tally; readonly felt: Set<Gap> };

/** Rules about recovery points, as they pass. */
export function pointJudge(rules: readonly ActiveRule[], world: World, { tally, felt }: Notes): (point: Item) => void {
  const judges = rules.map((active) => ({
    judge: verdictOn(active, world),
    note: noting(tally, felt, active, world),
  }));
  return (item) => {
    for (const { judge, note } of judges) note(item, judge(item));
  };
}
