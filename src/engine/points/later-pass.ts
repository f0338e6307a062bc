import type { Kind } from '../../catalogue/kinds.ts';
import type { Item } from '../item.ts';
import { indexOf } from '../item-index.ts';
import { relationKeys } from '../relation-keys.ts';
import type { Notes } from '../tally.ts';
import type { World } from '../world/world.ts';
import type { Pass } from './passes.ts';
import { pointJudge } from './point-judge.ts';
import { type OwnerOf, type PointStates, pointStates } from './point-states.ts';

export type LaterPass = {
  readonly states: PointStates;
  /** Takes a point; without owners it is held, or mirrored, and feeds nothing. */
  readonly take: (point: Item, owners: readonly string[] | undefined) => void;
};

/** What recovery points come to as they pass once more, over a world that knows their resources. */
export function laterPass(pass: Pass, relations: readonly string[], world: World, notes: Notes): LaterPass {
  const states = pointStates(pass.aggregates, relations, world, ownerIn(world));
  const judge = pointJudge(pass.rules, world, notes);
  return {
    states,
    take: (point, owners) => {
      world.focus(point);
      if (owners !== undefined) states.add(point, owners);
      judge(point);
    },
  };
}

const ownerIn =
  (world: World): OwnerOf =>
  (relation, owner) => {
    const [kind = '', step = ''] = relation.split('/');
    const own = relationKeys[kind]?.[step]?.own ?? '';
    return indexOf(kind as Kind, own, world)
      .byKey.get(owner)
      ?.find(({ isPlaceholder }) => !isPlaceholder);
  };
