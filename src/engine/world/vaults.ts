import type { Gap } from '../../inventory/gap.ts';
import type { AwsRecord, Scope } from '../../inventory/record.ts';
import { compareScopes, partitionOf, scopeId, scopeOfArn } from '../../inventory/scope.ts';
import type { Item } from '../item.ts';

/** The ARN of a vault record; AWS always gives it, and a name in its own scope says as much. */
export function vaultArnOf({ kind, fields, accountId, region }: AwsRecord): string | undefined {
  const { BackupVaultArn: arn, BackupVaultName: name } = fields;
  if (typeof arn === 'string') return arn;
  if (kind !== 'backupVault' || typeof name !== 'string') return undefined;
  return `arn:${partitionOf(region)}:backup:${region}:${accountId}:backup-vault:${name}`;
}

/**
 * One item per vault. Vaults shared by RAM are listed in several accounts: the owner's record counts, else the lowest
 * scope's; what a reader's record lacks was not read.
 */
export function vaultItems(records: readonly AwsRecord[], listGaps: (scope: Scope) => readonly Gap[]): readonly Item[] {
  const byId = new Map<string, AwsRecord>();
  for (const record of records) {
    const id = vaultArnOf(record) ?? `${scopeId(record)}/unnamed-vault`;
    const seen = byId.get(id);
    if (seen === undefined || comesBefore(id, record, seen)) byId.set(id, record);
  }
  return [...byId].map(([id, record]) => vaultItem(id, record, listGaps));
}

function vaultItem(id: string, record: AwsRecord, listGaps: (scope: Scope) => readonly Gap[]): Item {
  const { accountId, region, fields } = record;
  const owner = scopeOfArn(id);
  const isForeign = owner !== undefined && scopeId(owner) !== scopeId(record);
  return {
    kind: 'backupVault',
    id,
    scope: { accountId, region },
    fields: id.startsWith('arn:') ? { ...fields, BackupVaultArn: id } : fields,
    unread: isForeign ? listGaps(owner) : [],
    isPlaceholder: false,
  };
}

/** The scope whose word on a vault counts: its owner's, else the lowest. */
export const comesBefore = (vaultArn: string, a: Scope, b: Scope): boolean => {
  const owner = scopeOfArn(vaultArn);
  const rank = (scope: Scope): number => (owner !== undefined && scopeId(scope) === scopeId(owner) ? 0 : 1);
  return rank(a) < rank(b) || (rank(a) === rank(b) && compareScopes(a, b) < 0);
};
