import type { ActiveRule } from '../rules/rule.ts';
import type { Item } from './item.ts';
import { rulingOn } from './ruling.ts';
import { type Notes, noting } from './tally.ts';
import { verdictOn } from './verdict.ts';
import type { World } from './world/world.ts';

/** Judges the targets of a rule, and notes what it makes of each; the witness sees the world as it was judged in. */
export function judgingBy(active: ActiveRule, world: World, notes: Notes): (item: Item) => void {
  const note = noting(notes, active);
  const { witness } = notes.tally;
  if (active.overrides !== undefined) return judgingEach(active, world, notes);
  const judge = verdictOn(active, world);
  return (item) => {
    const verdict = judge(item);
    const counts = note(item, active, verdict);
    witness?.see(active, item, verdict.outcome, counts[verdict.outcome], world);
  };
}

/** By parameters of its own; json-rules-engine judges by all that are possible. */
function judgingEach(active: ActiveRule, world: World, notes: Notes): (item: Item) => void {
  const note = noting(notes, active);
  const { witness } = notes.tally;
  const rule = rulingOn(active, world, (variant) => verdictOn(variant, world));
  return (item) => {
    const { active: by, verdict, each } = rule(item);
    const counts = note(item, by, verdict);
    for (const one of each) {
      const { outcome } = one.verdict;
      witness?.see(one.active, item, outcome, counts[outcome], world);
    }
  };
}
