import type { Kind } from '../../catalogue/kinds.ts';
import type { Operation } from '../../catalogue/operations.ts';
import { type RecordKind, recordKinds } from '../../catalogue/record-kinds.ts';
import { type Gap, gapKey, isForgotten } from '../../inventory/gap.ts';
import { type Inventory, joinShards } from '../../inventory/join-shards.ts';
import type { AwsRecord, Scope } from '../../inventory/record.ts';
import { compareText, scopeId } from '../../inventory/scope.ts';
import type { EvaluationInput } from '../evaluation.ts';
import type { Item } from '../item.ts';
import { type Intern, unreadInScopes } from './placeholders.ts';
import { unreadInPlans } from './plan-lists.ts';
import { recordItem } from './points.ts';
import { vaultItems } from './vaults.ts';
import type { World } from './world.ts';

export type Things = ReadonlyMap<Kind, readonly Item[]>;
/** A world before its things are known. */
export type OpenWorld = Omit<
  World,
  | 'items'
  | 'indexed'
  | 'placeholders'
  | 'fact'
  | 'focus'
  | 'row'
  | 'held'
  | 'members'
  | 'parts'
  | 'fed'
  | 'placeholderCandidates'
>;

/** An inventory without its recovery points, and without what only they tell. */
export type Outline = {
  readonly inventory: Inventory;
  readonly intern: Intern;
  readonly base: OpenWorld;
  readonly byKind: (kind: RecordKind) => readonly AwsRecord[];
  /** Of all kinds but recovery points and protected resources. */
  readonly read: Things;
  /** What stands for unread records, of all kinds but recovery points. */
  readonly perhaps: Things;
};

/** Kinds whose things are joined from several records. Of all others each record is one. */
const joinedKinds: ReadonlySet<RecordKind> = new Set(['recoveryPoint', 'backupVault', 'protectedResource']);

export function outlineOf(input: EvaluationInput, felt: ReadonlySet<Gap>): Outline {
  const inventory = joinShards(input.shards, input.asOf);
  const intern = internGaps();
  const base = openWorld(input, inventory, intern, felt);
  const byKind = recordsByKind(inventory.records);
  const vaults = vaultItems(byKind('backupVault'), (scope) => base.gapsOf(scope, 'ListBackupVaults'));
  const read = new Map<Kind, readonly Item[]>([
    ...recordKinds
      .filter((kind) => !joinedKinds.has(kind))
      .map((kind) => [kind, sorted(byKind(kind).map(recordItem))] as const),
    ['backupVault', sorted(vaults)],
    ['scope', inventory.scopes.map(scopeItem)],
  ]);
  const perhaps = new Map<Kind, readonly Item[]>(
    recordKinds
      .filter((kind) => kind !== 'recoveryPoint')
      .map((kind) => [kind, unreadRecords(kind, inventory, intern)] as const),
  );
  return { inventory, intern, base, byKind, read, perhaps };
}

const unreadRecords = (kind: RecordKind, inventory: Inventory, intern: Intern): readonly Item[] => [
  ...unreadInScopes(kind, inventory, intern),
  ...unreadInPlans(kind, inventory, intern),
];

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
    iamNames: input.iamNames,
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

export const sorted = (items: readonly Item[]): readonly Item[] =>
  [...items].sort((a, b) => compareText(a.id, b.id) || compareText(vaultOf(a), vaultOf(b)));
const vaultOf = ({ fields }: Item): string => String(fields.BackupVaultArn ?? '');
