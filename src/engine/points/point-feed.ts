import type { AwsRecord, Shard } from '../../inventory/record.ts';
import type { ActiveRule } from '../../rules/rule.ts';
import type { Asking } from '../asking.ts';
import type { Item } from '../item.ts';
import { joinFact } from '../join-fact.ts';
import { momentOf } from '../moment.ts';
import type { Notes } from '../tally.ts';
import type { PointsFound } from '../world/build-world.ts';
import type { Outline } from '../world/outline.ts';
import { isListed } from '../world/points.ts';
import { vaultLists } from '../world/vault-lists.ts';
import type { World } from '../world/world.ts';
import { laterPass } from './later-pass.ts';
import { namedPoints } from './named-points.ts';
import { needPoints } from './needs-points.ts';
import { type Pass, passesOf } from './passes.ts';
import { pointJudge } from './point-judge.ts';
import { ownerKey, type PointStates, pointStates } from './point-states.ts';
import { pointWorld } from './point-world.ts';
import { resourcesOfPoints } from './resources-of-points.ts';
import { seenTexts } from './seen-points.ts';
import { vaultsOfPoints } from './vaults-of-points.ts';

type Take = (record: AwsRecord, shard: Shard) => void;

export type PointFeed = {
  /** Takes a point into account; it is not held unless that cannot be told yet. */
  readonly take: Take;
  /** Over what the passes before came to, takes points once more; undefined after the last pass. */
  readonly takeAgain: (world: World) => Take | undefined;
  /** Takes in what other points came to, by the same rules over the same outline. */
  readonly merge: (other: PointFeed) => void;
  readonly found: () => PointsFound;
  readonly parts: Parts;
};

type Parts = {
  readonly held: Item[];
  readonly named: Item[];
  readonly states: PointStates;
  readonly resources: ReturnType<typeof resourcesOfPoints>;
  readonly vaults: ReturnType<typeof vaultsOfPoints>;
};

/** What recovery points come to as they pass: outcomes of rules about them, states of aggregates over them, resources. */
export function pointFeed(
  outline: Outline,
  rules: readonly ActiveRule[],
  beside: readonly Asking[],
  notes: Notes,
): PointFeed {
  const { inventory } = outline;
  const world = pointWorld(outline);
  const lists = vaultLists(inventory, []);
  const vaults = vaultsOfPoints(lists);
  const [first = noPass, ...later] = passesOf(rules, beside);
  const relations = [
    ...new Set([first, ...later].flatMap(({ aggregates }) => aggregates.map((each) => each.relation))),
  ];
  const keys = relations.map(ownerKey);
  const states = pointStates(first.aggregates, relations, world);
  const fed = new Map<object, PointStates>(first.aggregates.map(({ aggregate }) => [aggregate, states]));
  const judge = pointJudge(first.rules, world, notes);
  const areTargets = [first, ...later].some((pass) => pass.rules.length > 0);
  const statesOf = (aggregate: object): PointStates => fed.get(aggregate) ?? needPoints('an aggregate fed later');
  const namedArns = namedPoints(outline, rules, lists);
  const resources = resourcesOfPoints();
  const [held, named]: [Item[], Item[]] = [[], []];
  const seen = seenTexts();
  return {
    take: (record, shard) => {
      if (!inventory.isState(shard, record) || !isListed(record, lists)) return;
      vaults.note(record);
      const item = passingItem(record);
      if (seen.again(record.accountId, record.region, vaultOf(record), arnOf(record)))
        needPoints('a point that stands twice');
      world.focus(item);
      if (namedArns.has(item.id)) named.push(item);
      const owners = ownersOf(item, keys, world);
      if (owners === undefined) held.push(item);
      else if (owners !== 'mirrored') {
        states.add(item, owners);
        resources.note(item);
      }
      if (areTargets) notes.tally.targets += 1;
      judge(item);
    },
    takeAgain: (joined) => {
      const pass = later.shift();
      if (pass === undefined) return undefined;
      const again = laterPass(pass, relations, joined, notes);
      for (const { aggregate } of pass.aggregates) fed.set(aggregate, again.states);
      return (record, shard) => {
        if (!inventory.isState(shard, record) || !isListed(record, lists)) return;
        const item = passingItem(record);
        world.focus(item);
        const owners = ownersOf(item, keys, world);
        again.take(item, owners === 'mirrored' ? undefined : owners);
      };
    },
    merge: ({ parts }) => {
      held.push(...parts.held);
      named.push(...parts.named);
      states.merge(parts.states);
      resources.merge(parts.resources.all);
      vaults.merge(parts.vaults.list());
    },
    parts: { held, named, states, resources, vaults },
    found: () => ({
      held,
      named: [...named, ...held.filter(({ id }) => !namedArns.has(id))],
      resources: resources.all,
      vaults: vaults.list(),
      fed: {
        stateOf: (aggregate, ...owner) => statesOf(aggregate).stateOf(aggregate, ...owner),
        openOf: (aggregate, ...owner) => statesOf(aggregate).openOf(aggregate, ...owner),
        touchedOf: (aggregate, ...owner) => statesOf(aggregate).touchedOf(aggregate, ...owner),
        isNamed: (arn) => namedArns.has(arn),
        newestOf: resources.newestOf,
      },
    }),
  };
}

const noPass: Pass = { aggregates: [], rules: [] };
const noGaps: Item['unread'] = [];

/**
 * Like `recordItem`, in a place of its own: where V8 sees that most objects made in one place live long, it makes all of
 * them among the old ones, and then every point that passes outlives many collections.
 */
function passingItem({ accountId, region, fields }: AwsRecord): Item {
  const id = String(fields.RecoveryPointArn);
  return { kind: 'recoveryPoint', id, scope: { accountId, region }, fields, unread: noGaps, isPlaceholder: false };
}

/**
 * A point is told by its vault and scope too: a restore access vault repeats ARNs. The ends of names tell them apart; where
 * two look alike all the same, all points are held and compared whole.
 */
const vaultOf = ({ fields: { BackupVaultArn: vault } }: AwsRecord): string => (typeof vault === 'string' ? vault : '');

const arnOf = ({ fields: { RecoveryPointArn: arn } }: AwsRecord): string =>
  typeof arn === 'string' ? arn : needPoints('a point without an ARN');

/** Undefined where what it counts for is not certain: it is held then. */
function ownersOf(item: Item, keys: readonly string[], world: World): readonly string[] | 'mirrored' | undefined {
  const mirrored = world.fact(item, 'mirrored');
  if (mirrored.is !== 'known') return undefined;
  if (mirrored.value === true) return 'mirrored';
  if (momentOf(world.fact(item, 'date')).is !== 'known' || item.fields.ResourceArn === undefined) return undefined;
  const owners: string[] = [];
  for (const key of keys) {
    const owner = joinFact(item, key, world);
    if (owner.is !== 'known' || owner.value === undefined) return undefined;
    owners.push(String(owner.value));
  }
  return owners;
}
