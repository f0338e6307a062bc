import type { Fields } from '../../src/inventory/record.ts';
import { resourceArn } from './arns.ts';
import { laterByDays, laterByMinutes } from './clock.ts';
import type { Resource } from './resource.ts';
import { arnIn } from './scopes.ts';
import { seededBelow, seededUuid } from './seeded.ts';
import { type Vault, vaultArn, vaultKey } from './vaults.ts';

export type Point = {
  readonly resource: Resource;
  readonly vault: Vault;
  readonly arn: string;
  readonly created: string;
  /** Days; undefined: for ever. */
  readonly keep: number | undefined;
  readonly status: 'COMPLETED' | 'AVAILABLE' | 'STOPPED' | 'PARTIAL' | 'CREATING' | 'DELETING' | 'EXPIRED';
  /** The point it was copied from. */
  readonly source?: Point;
  /** Fields that the rest does not give, or gives otherwise. */
  readonly more?: Fields;
};

/** Types whose backups are no more encrypted than their source. */
const sourceEncrypted = new Set(['EC2', 'EBS', 'RDS', 'Aurora', 'DocumentDB', 'Neptune', 'FSx', 'Redshift']);
const unencrypted = new Set(['staging-web', 'spark-scratch']);

const bytes = ({ name, gib }: Resource, created: string): number =>
  gib * 1_073_741_824 + seededBelow(`${name}/${created}`, 1_000_000) * 512;

export const completionOf = ({ created, resource, source }: Point): string =>
  laterByMinutes(created, (source === undefined ? 4 : 70) + seededBelow(`${resource.name}/${created}`, 25));

function lifecycleOf({ created, keep }: Point): Fields {
  if (keep === undefined) return { Lifecycle: {} };
  return {
    CalculatedLifecycle: { DeleteAt: laterByDays(created, keep) },
    Lifecycle: { DeleteAfterDays: keep },
  };
}

export function pointFields(point: Point): Fields {
  const { resource, vault, created, status, source } = point;
  return {
    RecoveryPointArn: point.arn,
    BackupVaultName: vault.name,
    BackupVaultArn: vaultArn(vault),
    ...(source === undefined ? {} : { SourceBackupVaultArn: vaultArn(source.vault) }),
    ResourceArn: resourceArn(resource),
    ResourceType: resource.type,
    ResourceName: resource.name,
    Status: status,
    CreationDate: created,
    ...(status === 'CREATING' ? {} : { CompletionDate: completionOf(point) }),
    ...(status === 'CREATING' ? {} : { BackupSizeInBytes: bytes(resource, created) }),
    ...lifecycleOf(point),
    ...encryptionOf(point),
    VaultType: vault.type,
    ...point.more,
  };
}

/** The other types take the key of the vault. */
function encryptionOf({ resource, vault }: Point): Fields {
  if (unencrypted.has(resource.name)) return { IsEncrypted: false };
  if (vault.type !== 'BACKUP_VAULT' || !sourceEncrypted.has(resource.type)) {
    return { IsEncrypted: true, ...vaultKey(vault) };
  }
  const { accountId, region } = resource.scope;
  const key = seededUuid(`data-key/${accountId}/${region}`);
  return { IsEncrypted: true, EncryptionKeyArn: arnIn(resource.scope, 'kms', `key/${key}`) };
}
