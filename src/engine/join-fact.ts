import { scopeId } from '../inventory/scope.ts';
import { type Answer, absent, known, mapAnswer, unknown } from './answer.ts';
import { type Item, whyHidden } from './item.ts';
import type { World } from './world/world.ts';

/** Kinds whose things belong where their ARN says, wherever they were seen. */
const resourceKinds: ReadonlySet<string> = new Set(['protectedResource', 'listedResource']);

/**
 * A fact that joins two kinds; a record's scope is one, although no field says so. `homeId` is the scope that a thing
 * belongs to, `placeId` the scope that its ARN names, `anywhere` the same for all, `inScope:<field>` a name inside its scope.
 */
export function joinFact(item: Item, name: string, world: World): Answer {
  if (name === 'anywhere') return anywhere;
  if (name === 'placeId') return item.isPlaceholder ? readScopeId(item) : placeId(item, world);
  if (name.startsWith(inScope)) return nameInScope(item, name.slice(inScope.length), world);
  if (name === 'homeId' && resourceKinds.has(item.kind) && !item.isPlaceholder) return placeId(item, world);
  if (name !== 'scopeId' && name !== 'homeId') return world.fact(item, name);
  // A point lies where its vault is, whoever the vault is shared with.
  if (item.kind === 'recoveryPoint' && item.fields.BackupVaultArn !== undefined) return placeId(item, world);
  if (item.kind !== 'protectedResource') return readScopeId(item);
  // AWS lists a resource wherever a point of it lies: an unread list may hold those of any scope.
  return item.isPlaceholder ? unknown(whyHidden(item)) : placeId(item, world);
}

const anywhere = known('anywhere');

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
