import type { Kind } from '../catalogue/kinds.ts';
import type { Item } from './item.ts';
import { joinFact } from './join-fact.ts';
import type { Index, World } from './world/world.ts';

/** Made when a relation is first asked for: what no rule asks is not joined. */
export function indexOf(kind: Kind, fact: string, world: World): Index {
  const found = world.indexes.get(kind)?.get(fact);
  if (found !== undefined) return found;
  const made = makeIndex(kind, fact, world);
  world.indexes.set(kind, new Map(world.indexes.get(kind)).set(fact, made));
  return made;
}

function makeIndex(kind: Kind, fact: string, world: World): Index {
  const byKey = new Map<unknown, Item[]>();
  const loose: Item[] = [];
  const all = world.indexed(kind, fact);
  for (const item of [...all, ...world.placeholders(kind)]) {
    const key = joinFact(item, fact, world);
    if (key.is !== 'known') loose.push(item);
    else if (key.value !== undefined) addTo(byKey, key.value, item);
  }
  return { all, byKey, loose };
}

function addTo(map: Map<unknown, Item[]>, key: unknown, item: Item): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [item]);
  else found.push(item);
}
