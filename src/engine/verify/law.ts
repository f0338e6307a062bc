import type { Condition } from '../../rules/rule.ts';
import { courtOf } from './court.ts';
import { type Doubt, type LeafPlace, lawCondition, leafPlaces, rightOf } from './law-condition.ts';
import { leafResults } from './leaf-results.ts';
import type { SeenLeaf } from './leaves.ts';
import { sidesOf } from './open-leaf.ts';

/** A leaf that json-rules-engine judges otherwise than our engine did. */
export type Contested = LeafPlace & { readonly ours: boolean; readonly theirs: boolean };

export type Ruling = { readonly holds: boolean | null; readonly contested: Contested | undefined };

/** A condition, judged by json-rules-engine over what our engine saw. */
export type Law = (leaves: readonly SeenLeaf[]) => Promise<Ruling>;

/**
 * Judged twice, with doubt against the condition and for it: true twice is true, false twice is false, and else it is
 * unknown, which is exactly Kleene's answer. Without an undecided leaf both are one.
 */
export function lawOf(condition: Condition, at: string): Law {
  const places = leafPlaces(condition, at);
  const [strict, lenient] = [judgeOf(condition, at, 'surely'), judgeOf(condition, at, 'maybe')];
  return async (leaves) => {
    if (leaves.length !== places.length)
      throw new Error(`${at}: ${leaves.length} of ${places.length} leaves were seen`);
    const facts = new Map(places.flatMap(({ at: place }, index) => sides(place, leaves[index])));
    const first = await strict(facts);
    const isDecided = leaves.every(({ holds }) => holds !== null);
    const second = isDecided ? first : await lenient(facts);
    const holds = first.holds === second.holds ? first.holds : null;
    return { holds, contested: contestedLeaf(places, leaves, first.leaves) };
  };
}

function judgeOf(condition: Condition, at: string, doubt: Doubt) {
  const court = courtOf(lawCondition(condition, at, doubt));
  return async (facts: ReadonlyMap<string, unknown>) => {
    const { result, conditions } = await court(facts);
    return { holds: result === true, leaves: leafResults(conditions) };
  };
}

function sides(at: string, leaf: SeenLeaf | undefined): readonly (readonly [string, unknown])[] {
  if (leaf === undefined) return [];
  const [left, right] = sidesOf(leaf);
  return [
    [at, left],
    [rightOf(at), right],
  ];
}

/** The first one. What our engine left undecided is nobody's verdict. */
function contestedLeaf(
  places: readonly LeafPlace[],
  leaves: readonly SeenLeaf[],
  results: readonly boolean[],
): Contested | undefined {
  const index = leaves.findIndex(({ holds }, each) => holds !== null && holds !== results[each]);
  const [place, ours, theirs] = [places[index], leaves[index]?.holds, results[index]];
  if (place === undefined || typeof ours !== 'boolean' || theirs === undefined) return undefined;
  return { ...place, ours, theirs };
}
