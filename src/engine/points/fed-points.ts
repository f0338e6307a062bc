import { kindSpec } from '../../catalogue/kinds.ts';
import type { Gap } from '../../inventory/gap.ts';
import { known } from '../answer.ts';
import type { Aggregate } from '../compiled.ts';
import type { Item } from '../item.ts';
import { joinFact } from '../join-fact.ts';
import { dayMs } from '../moment.ts';
import { relatedMembers } from '../related.ts';
import { leadsToPoints } from '../relation.ts';
import { relationKeys } from '../relation-keys.ts';
import type { Member, World } from '../world/world.ts';
import { needPoints } from './needs-points.ts';

/** Something that recovery points belong to, by a relation. */
export type Owner = { readonly item: Item; readonly relation: string };

/**
 * Where recovery points passed and are not held: the things whose points a path of relations ends at. Undefined where it
 * does not end at points, or they are held: then it is walked record by record.
 */
export function ownersOfPoints(start: Item, path: readonly string[], world: World): readonly Owner[] | undefined {
  const relation = path.at(-1);
  if (world.fed === undefined || relation === undefined) return undefined;
  if (path.length === 1) return leadsToPoints(start.kind, relation) ? [{ item: start, relation }] : undefined;
  const reached = relatedMembers(start, path.slice(0, -1), world);
  if (!reached.some(({ item }) => leadsToPoints(item.kind, relation) && isToMany(item.kind, relation)))
    return undefined;
  return reached.map(({ item, reasons }) =>
    reasons.is === 'known' ? { item, relation } : needPoints(`${path.join('.')}, perhaps`),
  );
}

/** One point that something names is held. */
const isToMany = (kind: string, relation: string): boolean => kindSpec(kind)?.toMany[relation] !== undefined;

type PointsOf = {
  /** The state of those that passed. */
  readonly passed: object | undefined;
  readonly touched: ReadonlySet<Gap> | undefined;
  /** Those that could not be taken into account as they passed, and what stands for unread ones. */
  readonly held: readonly Member[];
};

export function pointsOf({ item, relation }: Owner, aggregate: Aggregate, world: World): PointsOf {
  const own = joinFact(item, relationKeys[item.kind]?.[relation]?.own ?? '', world);
  if (own.is !== 'known') return needPoints(`${relation} of a ${item.kind} without a name`);
  const asked = [aggregate, `${item.kind}/${relation}`, String(own.value)] as const;
  const open = (world.fed?.openOf(...asked) ?? []).map((point) => ({ item: point, reasons: known(true) }));
  return {
    passed: world.fed?.stateOf(...asked),
    touched: world.fed?.touchedOf(...asked),
    held: open.length === 0 ? world.held(item, relation) : [...world.held(item, relation), ...open],
  };
}

/** A resource's points for its last backup's date: of those that passed the newest, in days before asOf, and the others. */
export function backupsOf(
  resource: Item,
  world: World,
): { readonly days: readonly number[]; readonly held: readonly Member[] } {
  const newest = world.fed?.newestOf(resource.id);
  return {
    days: newest === undefined ? [] : [(world.asOf - newest) / dayMs],
    held: world.held(resource, 'backups'),
  };
}
