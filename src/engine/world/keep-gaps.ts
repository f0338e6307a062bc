import type { Gap } from '../../inventory/gap.ts';
import { factOf } from '../fact-of.ts';
import { members } from '../relation.ts';
import { emptyRow } from './remembered.ts';
import type { World } from './world.ts';

/** The same world as if all but some gaps were read and nothing was there: tells whether those alone make a difference. */
export function keepGaps(world: World, keep: (gap: Gap) => boolean): World {
  const kept: World = {
    ...world,
    indexes: new Map(),
    placeholderCandidates: new WeakMap(),
    gapsOf: (...question) => world.gapsOf(...question).filter(keep),
    placeholders: (kind) => world.placeholders(kind).filter(({ unread }) => unread.every(keep)),
    parts: (parent, kind) => world.parts(parent, kind).filter(({ unread }) => unread.every(keep)),
    fact: (item, name) => factOf(item, name, kept),
    focus: () => {},
    row: emptyRow(),
    held: (owner, relation) => members(owner, relation, kept),
    members: (owner, relation) => members(owner, relation, kept),
  };
  return kept;
}
