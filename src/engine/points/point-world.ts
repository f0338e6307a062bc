import type { Answer } from '../answer.ts';
import { factOf } from '../fact-of.ts';
import type { Item } from '../item.ts';
import { members } from '../relation.ts';
import type { Outline } from '../world/outline.ts';
import type { World } from '../world/world.ts';
import { needPoints } from './needs-points.ts';

/** What can be asked while recovery points pass: everything but what other points, and so resources, tell. */
export type PointWorld = World & {
  /** The point that passes now: each of its facts is worked out once, however many rules ask for it. */
  readonly pass: (item: Item) => void;
};

export function pointWorld({ base, read, perhaps }: Outline): PointWorld {
  let passing: Item | undefined;
  const facts = new Map<string, Answer>();
  const remembered = (item: Item, name: string): Answer => {
    const known = facts.get(name);
    if (known !== undefined) return known;
    const answer = factOf(item, name, world);
    facts.set(name, answer);
    return answer;
  };
  const things =
    (from: Outline['read']): World['items'] =>
    (kind) =>
      kind === 'recoveryPoint' || kind === 'protectedResource' ? needPoints(`a ${kind}`) : (from.get(kind) ?? []);
  const world: PointWorld = {
    ...base,
    indexes: new Map(),
    fed: undefined,
    fact: (item, name) => (item === passing ? remembered(item, name) : factOf(item, name, world)),
    members: (owner, relation) => members(owner, relation, world),
    items: things(read),
    indexed: things(read),
    placeholders: things(perhaps),
    pass: (item) => {
      passing = item;
      facts.clear();
    },
  };
  return world;
}
