import { createHash } from 'node:crypto';
import { canonical } from '../../inventory/canonical.ts';
import { idOf } from '../../inventory/join-records.ts';
import type { AwsRecord } from '../../inventory/record.ts';
import { scopeId } from '../../inventory/scope.ts';
import type { Item } from '../item.ts';
import type { VaultList } from './vault-lists.ts';

/** A record as it stands. Without an id of AWS's its content is its id. */
export function recordItem(record: AwsRecord): Item {
  const { kind, accountId, region, fields } = record;
  const id = idOf(record) ?? `${scopeId(record)}/${kind}/${digest(record)}`;
  return { kind, id, scope: { accountId, region }, fields, unread: [], isPlaceholder: false };
}

const digest = (record: AwsRecord): string =>
  createHash('sha256').update(canonical(record.fields)).digest('hex').slice(0, 16);

/** Whether the point stands in the list that counts: a vault shared with ten accounts is listed ten times. */
export function isListed({ fields, accountId, region }: AwsRecord, lists: ReadonlyMap<string, VaultList>): boolean {
  const arn = fields.BackupVaultArn;
  const scope = typeof arn === 'string' ? lists.get(arn)?.scope : undefined;
  return scope === undefined || (scope.accountId === accountId && scope.region === region);
}
