import type { Gap } from '../../inventory/gap.ts';
import { pointsOf } from '../../inventory/join-shards.ts';
import type { AwsRecord } from '../../inventory/record.ts';
import { type Answer, reasonsOf } from '../answer.ts';
import type { EvaluationInput } from '../evaluation.ts';
import { factOf } from '../fact-of.ts';
import type { Item } from '../item.ts';
import { partsIn } from '../parts/all-parts.ts';
import { needPoints } from '../points/needs-points.ts';
import { leadsToPoints, members } from '../relation.ts';
import { unreadCopies } from './copies.ts';
import { neverBackedUp } from './listed.ts';
import { type OpenWorld, type Outline, outlineOf, sorted, type Things } from './outline.ts';
import { standIn, unreadPoints } from './placeholders.ts';
import { isListed, recordItem } from './points.ts';
import { rememberFacts, rememberMembers } from './remembered.ts';
import { createdByTests, nameResource, type ResourceNames, resourceItems } from './resources.ts';
import { type VaultList, type VaultNaming, vaultLists } from './vault-lists.ts';
import type { Fed, World } from './world.ts';

/** What is known of the recovery points. */
export type PointsFound = {
  /** Held as things: all of them, or those alone that could not be taken into account as they passed. */
  readonly held: readonly Item[];
  /** Those that a job names, also where they are not held. */
  readonly named: readonly Item[];
  /** Of points that passed: their resources. */
  readonly resources: ReadonlyMap<string, ResourceNames>;
  readonly vaults: readonly VaultNaming[];
  /** Of points that passed: what they came to. */
  readonly fed: Fed | undefined;
};

/** Everything that rules may ask of an inventory whose recovery points are all held. Facts and joins are made when asked for. */
export function buildWorld(input: EvaluationInput, felt: ReadonlySet<Gap>): World {
  const outline = outlineOf(input, felt);
  return worldOfAll(outline, pointsOf(outline.inventory, input.shards));
}

/** Of recovery points that are all held, each once. */
export function worldOfAll(outline: Outline, records: readonly AwsRecord[]): World {
  const vaults = records.flatMap(namingOf);
  const lists = vaultLists(outline.inventory, vaults);
  const held = sorted(records.filter((record) => isListed(record, lists)).map(recordItem));
  return completeWorld(outline, { held, named: held, resources: new Map(), vaults, fed: undefined }, lists);
}

export function namingOf({ fields, accountId, region }: AwsRecord): readonly VaultNaming[] {
  const vaultArn = fields.BackupVaultArn;
  return typeof vaultArn === 'string' ? [{ vaultArn, scope: { accountId, region } }] : [];
}

/** The outline and what is known of the recovery points, together. */
export function completeWorld(
  outline: Outline,
  points: PointsFound,
  lists: ReadonlyMap<string, VaultList> = vaultLists(outline.inventory, points.vaults),
): World {
  const { inventory, intern, base, byKind } = outline;
  const unlisted = unreadPoints(inventory, lists, intern);
  const copies = unreadCopies({ inventory, lists, points: points.named, intern });
  const perhaps = new Map(outline.perhaps).set('recoveryPoint', [...unlisted, ...copies]);
  const read = new Map(outline.read).set('recoveryPoint', points.held);
  const withoutResources = worldOf(base, read, perhaps, points);
  const resources = new Map(points.resources);
  for (const point of points.held) if (!isPerhapsMirrored(point, withoutResources)) nameResource(resources, point);
  const listingGaps = inventory.scopes.flatMap((scope) => base.gapsOf(scope, 'ListProtectedResources'));
  const artefacts = createdByTests(byKind('restoreJob'));
  const items = sorted(resourceItems(byKind('protectedResource'), resources, artefacts, listingGaps));
  const hidden = unlisted.filter((point) => !isMirrored(withoutResources.fact(point, 'mirrored'))).map(hiddenResource);
  const unlistedResources = [...(perhaps.get('protectedResource') ?? []), ...hidden];
  const protectedArns = [...byKind('protectedResource').map(({ fields }) => fields.ResourceArn), ...resources.keys()];
  const listed = neverBackedUp(read.get('listedResource') ?? [], {
    types: base.resourceTypes,
    scopes: inventory.scopes,
    gapsOf: (scope) => base.gapsOf(scope, 'GetResources'),
    others: new Set([...protectedArns, ...artefacts]),
    unread: unlistedResources,
  });
  return worldOf(
    { ...base, indexes: new Map() },
    new Map(read).set('protectedResource', items),
    new Map(perhaps).set('protectedResource', unlistedResources),
    { ...points, judged: new Map([['listedResource', sorted(listed)]]) },
  );
}

type Known = Pick<PointsFound, 'fed' | 'named'> & {
  /** Of a kind those that rules judge, where that is not all that was read. */
  readonly judged?: Things;
};

function worldOf(base: OpenWorld, read: Things, perhaps: Things, { fed, named, judged }: Known): World {
  const remembered = rememberFacts((item, name) => factOf(item, name, world));
  const told = partsIn(() => world);
  const held = rememberMembers((owner, relation) => members(owner, relation, world));
  const world: World = {
    ...base,
    ...remembered,
    fed,
    placeholderCandidates: new WeakMap(),
    held,
    members: (owner, relation) =>
      fed !== undefined && leadsToPoints(owner.kind, relation)
        ? needPoints(`${relation} of ${owner.kind}`)
        : held(owner, relation),
    parts: told.parts,
    items: told.items((kind) =>
      fed !== undefined && kind === 'recoveryPoint'
        ? needPoints('every recovery point')
        : (judged?.get(kind) ?? read.get(kind) ?? []),
    ),
    indexed: (kind, fact) =>
      (kind === 'recoveryPoint' && fact === 'RecoveryPointArn' ? named : undefined) ??
      told.items((each) => read.get(each) ?? [])(kind),
    placeholders: told.placeholders((kind) => perhaps.get(kind) ?? []),
  };
  return world;
}

/**
 * Mirrored points name no resource: theirs is named by the vault that they mirror. Nor do those that may be mirrored for
 * all that was read; the gap that hides their vault says that targets may be missing.
 */
function isPerhapsMirrored(point: Item, world: World): boolean {
  const mirrored = world.fact(point, 'mirrored');
  return mirrored.is === 'known' ? isMirrored(mirrored) : reasonsOf(mirrored).some((reason) => 'gap' in reason);
}

const isMirrored = (mirrored: Answer): boolean => mirrored.is === 'known' && mirrored.value === true;

/** An unread point may be the only one of a resource that AWS lists nowhere. */
const hiddenResource = (point: Item): Item => {
  const [gap] = point.unread;
  if (gap === undefined) throw new Error('a placeholder without a gap');
  const { ResourceArn, ResourceType } = point.constraints ?? {};
  return standIn({
    kind: 'protectedResource',
    gap,
    constraints: { ...(ResourceArn && { ResourceArn }), ...(ResourceType && { ResourceType }) },
  });
};
