import { accumulatorOf, candidateOf } from '../aggregate.ts';
import type { Accumulator } from '../aggregates/accumulator.ts';
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
  /** The fact of a point that names its owner. */
  readonly key: string;
  readonly aggregates: readonly FedAggregate[];
  /** Which of them feeds an aggregate of a rule; one of a rule for several kinds is fed by each kind's relation. */
  readonly places: ReadonlyMap<object, number>;
  readonly owners: Map<string, (object | undefined)[]>;
};

type FedAggregate = {
  readonly aggregate: Aggregate;
  readonly accumulator: Accumulator<object>;
  /** Its item is the point that passes. */
  readonly context: MovingContext;
};

export type PointStates = {
  /** The facts that name the owners of a point, by which it is fed. */
  readonly keys: readonly string[];
  /** Feeds a point; `owners` are the values of `keys`. */
  readonly add: (point: Item, owners: readonly string[]) => void;
  /** Takes in what other points came to, by the same rules. */
  readonly merge: (other: PointStates) => void;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly stateOf: Fed['stateOf'];
};

/** What recovery points come to as they pass: the state of every aggregate, by its owner. */
export function pointStates(all: readonly PointAggregate[], world: World): PointStates {
  const relations = new Map<string, Relation>();
  for (const relation of new Set(all.map((each) => each.relation))) {
    const members = all.filter((each) => each.relation === relation);
    relations.set(relation, relationOf(relation, members, world));
  }
  const list = [...relations.values()];
  return {
    keys: list.map(({ key }) => key),
    add: (point, owners) => {
      for (let index = 0; index < list.length; index += 1) {
        const relation = list[index];
        if (relation !== undefined) feed(relation, point, owners[index] ?? '');
      }
    },
    merge: (other) => {
      for (const [name, relation] of relations) mergeOwners(relation, other.relations.get(name)?.owners ?? new Map());
    },
    relations,
    stateOf: (aggregate, relation, owner) => {
      const fed = relations.get(relation);
      const place = fed?.places.get(aggregate) ?? needPoints('an aggregate that was not fed');
      return fed?.owners.get(owner)?.[place];
    },
  };
}

function relationOf(name: string, members: readonly PointAggregate[], world: World): Relation {
  const texts = [...new Set(members.map(({ text }) => text))];
  const places = new Map(members.map(({ aggregate, text }) => [aggregate, texts.indexOf(text)]));
  const [kind = '', step = ''] = name.split('/');
  const aggregates = texts.flatMap((text) => {
    const found = members.find((each) => each.text === text);
    return found === undefined ? [] : [fedAggregate(found, world)];
  });
  return { key: relationKeys[kind]?.[step]?.theirs ?? '', aggregates, places, owners: new Map() };
}

const ignore = (): void => {};
const nothing: Item = { kind: 'recoveryPoint', id: '', scope: undefined, fields: {}, unread: [], isPlaceholder: false };

function fedAggregate({ aggregate, parameters }: PointAggregate, world: World): FedAggregate {
  const context: FedAggregate['context'] = {
    ...{ world, parameters, named: undefined, item: nothing, reached: ignore },
    touched: (gaps) => void (gaps.length > 0 && needPoints('what was not read of its jobs')),
    get target() {
      return needPoints('the target of the rule');
    },
  };
  return { aggregate, accumulator: accumulatorOf(aggregate, world, keeping(aggregate, world)), context };
}

/** Of the newest point nothing is held but what will be asked of it, where that can be told by now: a record takes a kilobyte. */
function keeping({ factOfNewest: fact }: Aggregate, world: World): (point: Item) => Item {
  if (fact === undefined || asksResource.includes(fact)) return (point) => point;
  return (point) => ({ ...point, fields: noFields, given: { [fact]: world.fact(point, fact) } });
}

const asksResource = ['resource', 'placement'];
const noFields: Item['fields'] = {};

const noReasons: readonly Reason[] = [];

function feed({ aggregates, owners }: Relation, point: Item, owner: string): void {
  let states = owners.get(owner);
  for (let place = 0; place < aggregates.length; place += 1) {
    const fed = aggregates[place];
    if (fed === undefined) continue;
    fed.context.item = point;
    const candidate = candidateOf(fed.aggregate, noReasons, fed.context);
    if (candidate === undefined) continue;
    if (states === undefined) {
      states = [];
      owners.set(owner, states);
    }
    const state = states[place] ?? fed.accumulator.start();
    states[place] = state;
    fed.accumulator.add(state, candidate);
  }
}

function mergeOwners({ aggregates, owners }: Relation, others: Relation['owners']): void {
  for (const [owner, theirs] of others) {
    const ours = owners.get(owner) ?? [];
    owners.set(owner, ours);
    for (const [place, { accumulator }] of aggregates.entries()) {
      const state = theirs[place];
      if (state === undefined) continue;
      const own = ours[place];
      if (own === undefined) ours[place] = state;
      else accumulator.merge(own, state);
    }
  }
}
