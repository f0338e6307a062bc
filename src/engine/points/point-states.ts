import { type Gap, isForgotten } from '../../inventory/gap.ts';
import { accumulatorOf, candidateOf } from '../aggregate.ts';
import type { Accumulator, Candidate } from '../aggregates/accumulator.ts';
import type { Reason } from '../answer.ts';
import type { Aggregate } from '../compiled.ts';
import type { MovingContext } from '../context.ts';
import type { Item } from '../item.ts';
import { relationKeys } from '../relation-keys.ts';
import type { Fed, World } from '../world/world.ts';
import { needPoints } from './needs-points.ts';
import type { PointAggregate } from './point-aggregates.ts';

/** Aggregates over the points of a relation's owners: each owner has one state for each of them that counted something. */
type Relation = {
  readonly aggregates: readonly FedAggregate[];
  /** Where the state of an aggregate lies; several of one text share one. */
  readonly places: ReadonlyMap<object, number>;
  readonly owners: Map<string, Owned>;
  readonly ownerOf: (owner: string) => Item | undefined;
};

/** By the place of an aggregate. What a gap leaves open of a point may be asked again without the gap: it is held. */
type Owned = {
  readonly states: (object | undefined)[];
  readonly open: (Item[] | undefined)[];
  readonly touched: (Set<Gap> | undefined)[];
};

type FedAggregate = {
  readonly aggregate: Aggregate;
  readonly accumulator: Accumulator<object>;
  /** Its item is the point that passes, its target the owner where that is asked for. */
  readonly context: MovingContext;
  /** Gaps that were met over one point. */
  readonly touched: Gap[];
};

/** The thing that points belong to by a relation such as `backupVault/recoveryPoints`; undefined where there is none. */
export type OwnerOf = (relation: string, owner: string) => Item | undefined;

export type PointStates = {
  /** Feeds a point; `owners` has one for each of the relations. */
  readonly add: (point: Item, owners: readonly string[]) => void;
  /** Takes in what other points came to, by the same rules. */
  readonly merge: (other: PointStates) => void;
  readonly list: readonly Relation[];
  readonly stateOf: Fed['stateOf'];
  readonly touchedOf: Fed['touchedOf'];
  readonly openOf: Fed['openOf'];
};

/** The fact of a point that names its owner in a relation. */
export const ownerKey = (relation: string): string => {
  const [kind = '', step = ''] = relation.split('/');
  return relationKeys[kind]?.[step]?.theirs ?? '';
};

/** What recovery points come to as they pass: the state of every aggregate, by its owner. */
export function pointStates(
  all: readonly PointAggregate[],
  names: readonly string[],
  world: World,
  ownerOf: OwnerOf = () => undefined,
): PointStates {
  const list = names.map((name) =>
    relationOf(
      all.filter(({ relation }) => relation === name),
      world,
      (owner) => ownerOf(name, owner),
    ),
  );
  const relations = new Map(names.map((name, index) => [name, list[index]]));
  const ownedBy = (relation: string, owner: string) => relations.get(relation)?.owners.get(owner);
  const placeOf = (aggregate: object, relation: string): number =>
    relations.get(relation)?.places.get(aggregate) ?? needPoints('an aggregate that was not fed');
  return {
    add: (point, owners) => {
      for (let index = 0; index < list.length; index += 1) {
        const relation = list[index];
        if (relation !== undefined) feed(relation, point, owners[index] ?? '');
      }
    },
    merge: (other) => {
      for (const [index, relation] of list.entries()) {
        mergeOwners(relation, other.list[index]?.owners ?? new Map());
      }
    },
    list,
    stateOf: (aggregate, relation, owner) => ownedBy(relation, owner)?.states[placeOf(aggregate, relation)],
    touchedOf: (aggregate, relation, owner) => ownedBy(relation, owner)?.touched[placeOf(aggregate, relation)],
    openOf: (aggregate, relation, owner) => ownedBy(relation, owner)?.open[placeOf(aggregate, relation)] ?? [],
  };
}

function relationOf(members: readonly PointAggregate[], world: World, ownerOf: Relation['ownerOf']): Relation {
  const texts = [...new Set(members.map(({ text }) => text))];
  const places = new Map(members.map(({ aggregate, text }) => [aggregate, texts.indexOf(text)]));
  const aggregates = texts.flatMap((text) => {
    const found = members.find((each) => each.text === text);
    return found === undefined ? [] : [fedAggregate(found, world)];
  });
  return { aggregates, places, owners: new Map(), ownerOf };
}

const ignore = (): void => {};
const nothing: Item = { kind: 'recoveryPoint', id: '', scope: undefined, fields: {}, unread: [], isPlaceholder: false };

function fedAggregate({ aggregate, parameters }: PointAggregate, world: World): FedAggregate {
  const touched: Gap[] = [];
  const context: FedAggregate['context'] = {
    ...{ world, parameters, named: undefined, item: nothing, target: nothing, reached: ignore },
    touched: (gaps) => void touched.push(...gaps),
  };
  return { aggregate, accumulator: accumulatorOf(aggregate, world, keeping(aggregate, world)), context, touched };
}

/** Of the newest point nothing is held but what will be asked of it, where that can be told by now: a record takes a kilobyte. */
function keeping({ factOfNewest: fact }: Aggregate, world: World): (point: Item) => Item {
  if (fact === undefined || asksResource.includes(fact)) return (point) => point;
  return (point) => ({ ...point, fields: noFields, given: { [fact]: world.fact(point, fact) } });
}

const asksResource = ['resource', 'placement'];
const noFields: Item['fields'] = {};

const noReasons: readonly Reason[] = [];

function feed({ aggregates, owners, ownerOf }: Relation, point: Item, owner: string): void {
  let owned = owners.get(owner);
  for (let place = 0; place < aggregates.length; place += 1) {
    const fed = aggregates[place];
    if (fed === undefined || (fed.aggregate.asksTarget && !isAbout(fed.context, ownerOf(owner)))) continue;
    fed.context.item = point;
    const candidate = candidateOf(fed.aggregate, noReasons, fed.context);
    if (candidate === undefined && fed.touched.length === 0) continue;
    if (owned === undefined) {
      owned = { states: [], open: [], touched: [] };
      owners.set(owner, owned);
    }
    if (fed.touched.length > 0) addTouched(owned, place, fed.touched.splice(0));
    if (candidate === undefined) continue;
    if (isOpen(candidate)) {
      addOpen(owned, place, [point]);
      continue;
    }
    const state = owned.states[place] ?? fed.accumulator.start();
    owned.states[place] = state;
    fed.accumulator.add(state, candidate);
  }
}

/** Whether there is such a target, which then is asked about. */
function isAbout(context: FedAggregate['context'], target: Item | undefined): boolean {
  if (target !== undefined) context.target = target;
  return target !== undefined;
}

const isOpen = ({ isCertain, reasons, answers }: Candidate): boolean =>
  (!isCertain && reasons.some(isGap)) || answers.some((answer) => answer.is !== 'known' && answer.reasons.some(isGap));

const isGap = (reason: Reason): boolean => 'gap' in reason && !isForgotten(reason.gap);

function addOpen({ open }: Owned, place: number, points: readonly Item[]): void {
  const all = open[place] ?? [];
  open[place] = all;
  all.push(...points);
}

function addTouched({ touched }: Owned, place: number, gaps: Iterable<Gap>): void {
  const all = touched[place] ?? new Set();
  touched[place] = all;
  for (const gap of gaps) all.add(gap);
}

function mergeOwners({ aggregates, owners }: Relation, others: Relation['owners']): void {
  for (const [owner, theirs] of others) {
    const ours = owners.get(owner) ?? { states: [], open: [], touched: [] };
    owners.set(owner, ours);
    for (const [place, { accumulator }] of aggregates.entries()) {
      addTouched(ours, place, theirs.touched[place] ?? []);
      addOpen(ours, place, theirs.open[place] ?? []);
      const state = theirs.states[place];
      if (state === undefined) continue;
      const own = ours.states[place];
      if (own === undefined) ours.states[place] = state;
      else accumulator.merge(own, state);
    }
  }
}
