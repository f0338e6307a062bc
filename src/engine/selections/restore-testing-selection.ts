import { parseArn } from '../../arn.ts';
import type { Inventory } from '../../inventory/join-shards.ts';
import type { Scope } from '../../inventory/record.ts';
import { scopeId, scopeOfArn } from '../../inventory/scope.ts';
import { type Answer, gapReasons, mapAnswer, noted, reasonsOf, type Truth } from '../answer.ts';
import { isBackupArn, tagsOfArn } from '../facts/tags.ts';
import type { Item } from '../item.ts';
import { joinFact } from '../join-fact.ts';
import type { World } from '../world/world.ts';
import { allOf, clauseOf, decided, type Membership, silent, truthOver, undecided, undecidedBy } from './membership.ts';
import { tagTests } from './tag-test.ts';

/** Whether a restore testing selection covers a resource: one with points in its account and Region, of its type, by its ARN and tags. */
export function coveredByTest(resource: Item, selection: Item, world: World): Membership {
  const place = hasPointsThere(resource, selection.scope, world);
  const there = selection.scope === undefined ? '' : scopeId(selection.scope);
  if (place.holds === false) return clauseOf('scope', `it has no recovery points in ${there}`, place);
  return allOf([
    place.holds === true ? silent(place) : clauseOf('scope', `whether it has recovery points in ${there}`, place),
    ofType(resource, selection, world),
    named(resource, selection, world),
    ...tagsAllow(resource, selection, world),
  ]);
}

/** Where it lies, or where AWS lists it as protected because copies of its points lie there. */
function hasPointsThere(resource: Item, scope: Scope | undefined, world: World): Truth {
  if (scope === undefined) return undecidedBy('the selection names no Region');
  const home = truthOver(joinFact(resource, 'homeId', world), (id) => decided(id === scopeId(scope)));
  if (home.holds === true || listedIn(world.inventory).has(`${scopeId(scope)} ${resource.id}`)) return decided(true);
  if (home.holds === null) return home;
  const gaps = world.gapsOf(scope, 'ListProtectedResources');
  return gaps.length === 0 ? decided(false) : undecided(gapReasons(gaps));
}

const listed = new WeakMap<Inventory, ReadonlySet<string>>();

function listedIn(inventory: Inventory): ReadonlySet<string> {
  const found = listed.get(inventory);
  if (found !== undefined) return found;
  const resources = inventory.records.filter(({ kind }) => kind === 'protectedResource');
  const made = new Set(resources.map((record) => `${scopeId(record)} ${String(record.fields.ResourceArn)}`));
  listed.set(inventory, made);
  return made;
}

function ofType(resource: Item, selection: Item, world: World): Membership {
  const wanted = world.fact(selection, 'ProtectedResourceType');
  const truth = truthOver(wanted, (type) =>
    truthOver(world.fact(resource, 'ResourceType'), (own) => decided(own === type)),
  );
  const text = wanted.is === 'known' ? String(wanted.value) : 'not known';
  return truth.holds === true ? silent(truth) : clauseOf('ProtectedResourceType', text, truth);
}

/** `*` is all of the type, and so is no list: then its conditions choose. */
function named(resource: Item, selection: Item, world: World): Membership {
  const arns = world.fact(selection, 'ProtectedResourceArns');
  const truth = truthOver(arns, (list) =>
    decided(!Array.isArray(list) || list.length === 0 || list.includes('*') || list.includes(resource.id)),
  );
  return clauseOf('ProtectedResourceArns', arnsText(arns, resource), truth);
}

function arnsText(arns: Answer, { id }: Item): string {
  if (arns.is !== 'known') return 'not read';
  const list = Array.isArray(arns.value) ? arns.value : [];
  if (list.length === 0 || list.includes('*')) return '*';
  return list.includes(id) ? id : `${String(list[0])}${list.length === 1 ? '' : ` and ${list.length - 1} more`}`;
}

const conditionNames = { key: 'Key', value: 'Value' };

function tagsAllow(resource: Item, selection: Item, world: World): readonly Membership[] {
  const conditions = world.fact(selection, 'ProtectedResourceConditions');
  if (conditions.is !== 'known')
    return [clauseOf('ProtectedResourceConditions', 'not read', undecided(reasonsOf(conditions)))];
  if (conditions.value === undefined) return [];
  return tagTests('ProtectedResourceConditions', conditions.value, latestTags(resource, world), conditionNames);
}

/** Trap R4: the tags of the latest recovery point count, not those of the resource. */
const latestTags = (resource: Item, world: World): Answer =>
  mapAnswer(world.fact(resource, 'LastRecoveryPointArn'), (point) =>
    mapAnswer(world.fact(resource, 'LastBackupVaultArn'), (vault) => {
      const scope = scopeOfArn(String(vault)) ?? scopeOfArn(String(point));
      if (typeof point !== 'string' || parseArn(point) === undefined || scope === undefined)
        return noted(`the tags of the latest recovery point of ${resource.id} are not known: its ARN is missing`);
      if (!isBackupArn(point)) return noted(`the tags of ${point} are not known: it is another service's`);
      return tagsOfArn(point, scope, true, world);
    }),
  );
