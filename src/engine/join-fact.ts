import { scopeId } from '../inventory/scope.ts';
import { type Answer, gapReasons, known, mapAnswer, unknown } from './answer.ts';
import type { Item } from './item.ts';
import type { World } from './world/world.ts';

/** Kinds whose things belong where their ARN says, wherever they were seen. */
const resourceKinds: ReadonlySet<string> = new Set(['protectedResource', 'listedResource']);

/**
 * A fact that joins two kinds; a record's scope is one, although no field says so. `homeId` is the scope that a thing
 * belongs to, `anywhere` the same for all.
 */
export function joinFact(item: Item, name: string, world: World): Answer {
  if (name === 'anywhere') return anywhere;
  if (name === 'homeId' && resourceKinds.has(item.kind) && !item.isPlaceholder) return ownScopeId(item, world);
  if (name !== 'scopeId' && name !== 'homeId') return world.fact(item, name);
  if (item.kind === 'protectedResource' && !item.isPlaceholder) return ownScopeId(item, world);
  return item.scope === undefined ? unknown(gapReasons(item.unread)) : known(scopeId(item.scope));
}

const anywhere = known('anywhere');

/** A resource belongs where its ARN says, wherever a point of it lies. */
const ownScopeId = (item: Item, world: World): Answer =>
  mapAnswer(world.fact(item, 'accountId'), (accountId) =>
    mapAnswer(world.fact(item, 'region'), (region) => known(`${accountId}/${region}`)),
  );
