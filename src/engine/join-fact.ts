import { scopeId } from '../inventory/scope.ts';
import { type Answer, absent, known, mapAnswer, unknown } from './answer.ts';
import { type Item, whyHidden } from './item.ts';
import type { World } from './world/world.ts';

/** A fact that joins two kinds; a record's scope is one, although no field says so. */
export function joinFact(item: Item, name: string, world: World): Answer {
  if (name === 'placeId') return item.isPlaceholder ? readScopeId(item) : placeId(item, world);
  if (name.startsWith(inScope)) return nameInScope(item, name.slice(inScope.length), world);
  if (name !== 'scopeId') return world.fact(item, name);
  return item.kind === 'protectedResource' && !item.isPlaceholder ? placeId(item, world) : readScopeId(item);
}

const readScopeId = (item: Item): Answer =>
  item.scope === undefined ? unknown(whyHidden(item)) : known(scopeId(item.scope));

/** A resource or vault belongs where its ARN says, wherever it was listed. */
const placeId = (item: Item, world: World): Answer =>
  mapAnswer(world.fact(item, 'accountId'), (accountId) =>
    mapAnswer(world.fact(item, 'region'), (region) => known(`${accountId}/${region}`)),
  );

const inScope = 'inScope:';

/** A name that says something inside its scope alone. */
const nameInScope = (item: Item, field: string, world: World): Answer =>
  mapAnswer(readScopeId(item), (scope) =>
    mapAnswer(world.fact(item, field), (name) => (name === undefined ? absent : known(`${scope}/${name}`))),
  );
