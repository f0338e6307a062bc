import type { Kind } from '../../catalogue/kinds.ts';
import type { Operation } from '../../catalogue/operations.ts';
import { type RecordKind, recordKinds } from '../../catalogue/record-kinds.ts';
import { type Gap, gapKey, isForgotten } from '../../inventory/gap.ts';
import { type Inventory, joinShards } from '../../inventory/join-shards.ts';
import type { AwsRecord, Scope } from '../../inventory/record.ts';
import { compareText, scopeId } from '../../inventory/scope.ts';
import { type Answer, reasonsOf } from '../answer.ts';
import type { EvaluationInput } from '../evaluation.ts';
import { factOf } from '../fact-of.ts';
import type { Item } from '../item.ts';
import { members } from '../relation.ts';
import { unreadCopies } from './copies.ts';
import { type Intern, standIn, unreadInScopes, unreadPoints } from './placeholders.ts';
import { unreadInPlans } from './plan-lists.ts';
import { pointItems, recordItem } from './points.ts';
import { createdByTests, resourceItems } from './resources.ts';
import { vaultLists } from './vault-lists.ts';
import { vaultItems } from './vaults.ts';
import type { World } from './world.ts';

type Things = ReadonlyMap<Kind, readonly Item[]>;
/** A world before its things are known. */
type OpenWorld = Omit<World, 'items' | 'placeholders' | 'fact' | 'members'>;

/** Everything that rules may ask of an inventory. Facts and joins are made when asked for. */
export function buildWorld(input: EvaluationInput, felt: ReadonlySet<Gap>): World {
  const inventory = joinShards(input.shards, input.asOf);
  const intern = internGaps();
  const base = openWorld(input, inventory, intern, felt);
  const byKind = recordsByKind(inventory.records);
  const lists = vaultLists(inventory);
  const points = pointItems(byKind('recoveryPoint'), lists);
  const scopes = inventory.scopes.map(scopeItem);
  const vaults = vaultItems(byKind('backupVault'), (scope) => base.gapsOf(scope, 'ListBackupVaults'));
  const unlisted = unreadPoints(inventory, lists, intern);
  const perhaps = new Map<Kind, readonly Item[]>([
    ...recordKinds.map((kind) => [kind, unreadRecords(kind, inventory, intern)] as const),
    ['recoveryPoint', [...unlisted, ...unreadCopies({ inventory, lists, points, intern })]],
  ]);
  const read = new Map<Kind, readonly Item[]>([
    ...recordKinds
      .filter((kind) => !joinedKinds.has(kind))
      .map((kind) => [kind, sorted(byKind(kind).map(recordItem))] as const),
    ['recoveryPoint', sorted(points)],
    ['backupVault', sorted(vaults)],
    ['scope', scopes],
  ]);
  const withoutResources = worldOf(base, read, perhaps);
  const own = points.filter((point) => !isPerhapsMirrored(point, withoutResources));
  const listingGaps = inventory.scopes.flatMap((scope) => base.gapsOf(scope, 'ListProtectedResources'));
  const artefacts = createdByTests(byKind('restoreJob'));
  const resources = sorted(resourceItems(byKind('protectedResource'), own, artefacts, listingGaps));
  const hidden = unlisted.filter((point) => !isMirrored(withoutResources.fact(point, 'mirrored'))).map(hiddenResource);
  const unlistedResources = [...(perhaps.get('protectedResource') ?? []), ...hidden];
  return worldOf(
    { ...base, indexes: new Map() },
    new Map(read).set('protectedResource', resources),
    new Map(perhaps).set('protectedResource', unlistedResources),
  );
}

/** Kinds whose things are joined from several records. Of all others each record is one. */
const joinedKinds: ReadonlySet<RecordKind> = new Set(['recoveryPoint', 'backupVault', 'protectedResource']);

function unreadRecords(kind: RecordKind, inventory: Inventory, intern: Intern): readonly Item[] {
  if (kind === 'recoveryPoint') return [];
  return [...unreadInScopes(kind, inventory, intern), ...unreadInPlans(kind, inventory, intern)];
}

function worldOf(base: OpenWorld, read: Things, perhaps: Things): World {
  const world: World = {
    ...base,
    fact: (item, name) => factOf(item, name, world),
    members: (owner, relation) => members(owner, relation, world),
    items: (kind) => read.get(kind) ?? [],
    placeholders: (kind) => perhaps.get(kind) ?? [],
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

function openWorld(input: EvaluationInput, inventory: Inventory, intern: Intern, felt: ReadonlySet<Gap>): OpenWorld {
  const settings = new Map<string, Item>();
  for (const record of inventory.records)
    if (record.kind === 'regionSettings') settings.set(scopeId(record), recordItem(record));
  const ids = new Set(inventory.scopes.map(scopeId));
  return {
    inventory,
    asOf: Date.parse(input.asOf),
    asOfText: input.asOf,
    resourceTypes: input.resourceTypes,
    copyAccounts: input.copyAccounts === undefined ? undefined : new Set(input.copyAccounts),
    isInWorld: (scope) => ids.has(scopeId(scope)),
    gapsOf: rememberGaps(inventory, intern),
    regionSettings: (scope) => settings.get(scopeId(scope)),
    // What AWS itself has forgotten is no answer that was missed.
    felt: (scope) => [...felt].filter((gap) => !isForgotten(gap) && scopeId(gap) === scopeId(scope)),
    indexes: new Map(),
  };
}

function internGaps(): Intern {
  const known = new Map<string, Gap>();
  return (gap) => {
    const key = gapKey(gap);
    const found = known.get(key) ?? gap;
    known.set(key, found);
    return found;
  };
}

function rememberGaps(inventory: Inventory, intern: Intern): World['gapsOf'] {
  const known = new Map<string, readonly Gap[]>();
  return (scope: Scope, operation: Operation, resource?: string) => {
    const key = `${scopeId(scope)}\n${operation}\n${resource ?? ''}`;
    const gaps = known.get(key) ?? inventory.unread(scope, operation, resource).map(({ gap }) => intern(gap));
    known.set(key, gaps);
    return gaps;
  };
}

function recordsByKind(records: readonly AwsRecord[]): (kind: RecordKind) => readonly AwsRecord[] {
  const byKind = new Map<string, AwsRecord[]>();
  for (const record of records) {
    const found = byKind.get(record.kind);
    if (found === undefined) byKind.set(record.kind, [record]);
    else found.push(record);
  }
  return (kind) => byKind.get(kind) ?? [];
}

const scopeItem = (scope: Scope): Item => ({
  kind: 'scope',
  id: scopeId(scope),
  scope,
  fields: {},
  unread: [],
  isPlaceholder: false,
});

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

const sorted = (items: readonly Item[]): readonly Item[] =>
  [...items].sort((a, b) => compareText(a.id, b.id) || compareText(vaultOf(a), vaultOf(b)));
const vaultOf = ({ fields }: Item): string => String(fields.BackupVaultArn ?? '');
