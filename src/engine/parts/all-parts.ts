import { type Kind, kindSpec } from '../../catalogue/kinds.ts';
import { isPartKind, type PartKind, partKinds } from '../../catalogue/part-kinds.ts';
import { compareText } from '../../inventory/scope.ts';
import type { Item } from '../item.ts';
import type { World } from '../world/world.ts';
import { splitParts } from './parts-of.ts';

type PartsOf = World['parts'];
type Things = (kind: Kind) => readonly Item[];

/** What a world tells of parts, and of all kinds of things with parts among them. */
export function partsIn(worldOf: () => World) {
  const all = rememberAllParts(worldOf);
  return {
    parts: rememberParts((parent, kind) => splitParts(parent, kind, worldOf())),
    items:
      (things: Things): Things =>
      (kind) =>
        isPartKind(kind) ? all(kind).items : things(kind),
    placeholders:
      (things: Things): Things =>
      (kind) =>
        isPartKind(kind) ? all(kind).placeholders : things(kind),
  };
}

/** Things of a kind that is read out of others, and what stands for those that were not read. */
type AllParts = { readonly items: readonly Item[]; readonly placeholders: readonly Item[] };

/** Of the parts of a kind, by way of all that may hold them; worked out when first asked for. */
function rememberAllParts(worldOf: () => World): (kind: PartKind) => AllParts {
  const known = new Map<PartKind, AllParts>();
  return (kind) => {
    const found = known.get(kind) ?? allParts(kind, worldOf());
    known.set(kind, found);
    return found;
  };
}

function allParts(kind: PartKind, world: World): AllParts {
  const { kind: parentKind } = partKinds[kind].from;
  if (!isKind(parentKind)) return { items: [], placeholders: [] };
  const parents = [...world.items(parentKind), ...world.placeholders(parentKind)];
  const all = parents.flatMap((parent) => world.parts(parent, kind));
  const items = all.filter(({ isPlaceholder }) => !isPlaceholder).sort((a, b) => compareText(a.id, b.id));
  return { items, placeholders: all.filter(({ isPlaceholder }) => isPlaceholder) };
}

const isKind = (name: string): name is Kind => kindSpec(name) !== undefined;

/** The parts of a thing are the same things whoever asks. */
function rememberParts(partsOf: PartsOf): PartsOf {
  const known = new WeakMap<Item, Map<PartKind, readonly Item[]>>();
  return (parent, kind) => {
    const kinds = known.get(parent) ?? new Map<PartKind, readonly Item[]>();
    known.set(parent, kinds);
    const found = kinds.get(kind) ?? partsOf(parent, kind);
    kinds.set(kind, found);
    return found;
  };
}
