import { factOf } from '../fact-of.ts';
import { partsIn } from '../parts/all-parts.ts';
import { members } from '../relation.ts';
import type { Outline } from '../world/outline.ts';
import { rememberFacts } from '../world/remembered.ts';
import type { World } from '../world/world.ts';
import { needPoints } from './needs-points.ts';

/** What can be asked while recovery points pass: everything but what other points, and so resources, tell. */
export function pointWorld({ base, read, perhaps }: Outline): World {
  const things =
    (from: Outline['read']): World['items'] =>
    (kind) =>
      kind === 'recoveryPoint' || kind === 'protectedResource' ? needPoints(`a ${kind}`) : (from.get(kind) ?? []);
  const remembered = rememberFacts((item, name) => factOf(item, name, world));
  const told = partsIn(() => world);
  const world: World = {
    ...base,
    ...remembered,
    indexes: new Map(),
    placeholderCandidates: new WeakMap(),
    fed: undefined,
    held: (owner, relation) => members(owner, relation, world),
    members: (owner, relation) => members(owner, relation, world),
    parts: told.parts,
    items: told.items(things(read)),
    indexed: told.items(things(read)),
    placeholders: told.placeholders(things(perhaps)),
  };
  return world;
}
