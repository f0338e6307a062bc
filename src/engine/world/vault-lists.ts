import type { Unread } from '../../inventory/gap.ts';
import type { Inventory } from '../../inventory/join-shards.ts';
import type { Scope } from '../../inventory/record.ts';
import { comesBefore, vaultArnOf } from './vaults.ts';

/** Of all lists of one vault's points the one that counts, and what it leaves unread. */
export type VaultList = { readonly vaultArn: string; readonly scope: Scope; readonly unread: readonly Unread[] };

const listPoints = 'ListRecoveryPointsByBackupVault';

/**
 * One list per vault that a vault record, a coverage line or a point names: one that was read whole, else the owner's,
 * else the lowest account's.
 */
export function vaultLists(inventory: Inventory, byPoints: readonly VaultNaming[]): ReadonlyMap<string, VaultList> {
  const lists = new Map<string, VaultList>();
  for (const { vaultArn, scope } of namings(inventory, byPoints)) {
    const list = { vaultArn, scope, unread: inventory.unread(scope, listPoints, vaultArn) };
    const seen = lists.get(vaultArn);
    if (seen === undefined || isBetter(list, seen)) lists.set(vaultArn, list);
  }
  return lists;
}

function isBetter(a: VaultList, b: VaultList): boolean {
  const [wholeA, wholeB] = [a.unread.length === 0, b.unread.length === 0];
  return wholeA === wholeB ? comesBefore(a.vaultArn, a.scope, b.scope) : wholeA;
}

/** That something in a scope names a vault. */
export type VaultNaming = { readonly vaultArn: string; readonly scope: Scope };

function namings(inventory: Inventory, byPoints: readonly VaultNaming[]): readonly VaultNaming[] {
  const found = new Map<string, VaultNaming>();
  const name = (vaultArn: string, { accountId, region }: Scope): unknown =>
    found.set(`${accountId}/${region}\n${vaultArn}`, { vaultArn, scope: { accountId, region } });
  for (const { vaultArn, scope } of byPoints) name(vaultArn, scope);
  for (const record of inventory.records) {
    const arn = record.kind === 'backupVault' ? vaultArnOf(record) : undefined;
    if (arn !== undefined) name(arn, record);
  }
  for (const line of inventory.covered(listPoints)) name(line.resource, line);
  return [...found.values()];
}
