import { parseArn } from '../arn.ts';
import { listsBefore, type Operation, operationSpec } from '../catalogue/operations.ts';
import type { RecordKind } from '../catalogue/record-kinds.ts';
import { isForgotten } from '../inventory/gap.ts';
import { idOf } from '../inventory/join-records.ts';
import type { Inventory } from '../inventory/join-shards.ts';
import type { AwsRecord, Scope } from '../inventory/record.ts';
import { scopeId } from '../inventory/scope.ts';
import { groupBy } from '../reporters/group-by.ts';

/** `isLeast`: what the inventory does not hold may take more. */
export type Count = { readonly calls: number; readonly isLeast: boolean };

export type CountCalls = (operation: Operation, scope: Scope) => Count;

/** The field by which what is listed for a record names that record. */
const parentFields: { readonly [kind in RecordKind]?: string } = {
  backupVault: 'BackupVaultArn',
  backupPlan: 'BackupPlanId',
  restoreTestingPlan: 'RestoreTestingPlanName',
};

/** RAM shares logically air-gapped vaults with other accounts; the owner alone may ask for policy and notifications. */
const isOwn = ({ accountId, fields }: AwsRecord): boolean =>
  (parseArn(String(fields.BackupVaultArn))?.accountId ?? accountId) === accountId;

/** The records that an operation is called for, where it is not all of a kind. */
const askedOf: { readonly [operation in Operation]?: (record: AwsRecord) => boolean } = {
  // What it adds is of air-gapped and restore access vaults alone.
  DescribeBackupVault: ({ fields }) => fields.VaultType !== undefined && fields.VaultType !== 'BACKUP_VAULT',
  GetBackupVaultAccessPolicy: isOwn,
  GetBackupVaultNotifications: isOwn,
};

/** The calls that it takes to read again what the inventory holds, `asOf` then. */
export function callCounter(inventory: Inventory, points: readonly AwsRecord[], asOf: string): CountCalls {
  const byPlace = groupBy([...inventory.records, ...points], placeOf);
  const held: Held = (scope, kind) => byPlace.get(placeOf({ ...scope, kind })) ?? [];
  return (operation, scope) => {
    const { adds, pageSize } = operationSpec(operation);
    const before = listsBefore(operation);
    const needed = adds || pageSize === undefined ? before : [...before, operation];
    const isLeast = needed.some((list) => isUnread({ list, scope, inventory, held }));
    return { calls: callsOf(operation, scope, { held, asOf }), isLeast };
  };
}

type Held = (scope: Scope, kind: RecordKind) => readonly AwsRecord[];

const placeOf = (record: Scope & Pick<AwsRecord, 'kind'>): string => `${scopeId(record)}/${record.kind}`;

type Question = { list: Operation; scope: Scope; inventory: Inventory; held: Held };

function isUnread({ list, scope, inventory, held }: Question): boolean {
  const unread = (resource?: string) => inventory.unread(scope, list, resource).some(({ gap }) => !isForgotten(gap));
  const { per } = operationSpec(list);
  return per === 'scope' ? unread() : held(scope, per).some((record) => unread(idOf(record)));
}

function callsOf(operation: Operation, scope: Scope, { held, asOf }: { held: Held; asOf: string }): number {
  const { adds, horizon, pageSize, per, yields } = operationSpec(operation);
  if (adds && per !== 'scope') return held(scope, per).filter(askedOf[operation] ?? (() => true)).length;
  if (pageSize === undefined) return 1;
  const listed = held(scope, yields).filter((record) => isListed(record, asOf, horizon?.days ?? Infinity));
  const groups = per === 'scope' ? groupsOfScope(operation, listed) : groupsOfParents(held(scope, per), per, listed);
  return groups.reduce((sum, items) => sum + Math.max(1, Math.ceil(items / pageSize)), 0);
}

const dayMs = 86_400_000;

/** A job that AWS no longer lists takes no page. */
const isListed = ({ fields: { CreationDate } }: AwsRecord, asOf: string, days: number): boolean =>
  typeof CreationDate !== 'string' || Date.parse(asOf) - Date.parse(CreationDate) <= days * dayMs;

/** Vaults that other accounts share through RAM come in a list of their own (ListBackupVaults, ByShared). */
function groupsOfScope(operation: Operation, listed: readonly AwsRecord[]): readonly number[] {
  if (operation !== 'ListBackupVaults') return [listed.length];
  const own = listed.filter(isOwn).length;
  return [own, listed.length - own];
}

function groupsOfParents(records: readonly AwsRecord[], kind: RecordKind, listed: readonly AwsRecord[]) {
  const field = parentFields[kind] ?? '';
  const byParent = groupBy(listed, ({ fields }) => fields[field]);
  return records.map(({ fields }) => byParent.get(fields[field])?.length ?? 0);
}
