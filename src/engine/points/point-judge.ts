import type { ActiveRule } from '../../rules/rule.ts';
import type { Item } from '../item.ts';
import { judgingBy } from '../judging.ts';
import type { Notes } from '../tally.ts';
import type { World } from '../world/world.ts';

/** Rules about recovery points, as they pass. */
export function pointJudge(rules: readonly ActiveRule[], world: World, notes: Notes): (point: Item) => void {
  const judges = rules.map((active) => judgingBy(active, world, notes));
  return (item) => {
    for (const judge of judges) judge(item);
  };
}
