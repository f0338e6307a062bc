import type { Fields, Scope } from '../../src/inventory/record.ts';
import { daysAgo } from './clock.ts';
import {
  arnIn,
  dataFrankfurt,
  dataIreland,
  prodFrankfurt,
  prodIreland,
  vaultFrankfurt,
  vaultIreland,
} from './scopes.ts';
import { seededUuid } from './seeded.ts';

type VaultType = 'BACKUP_VAULT' | 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' | 'RESTORE_ACCESS_BACKUP_VAULT';

export type Vault = {
  readonly scope: Scope;
  readonly name: string;
  readonly type: VaultType;
  readonly created: string;
  /** Locked, MinRetentionDays, MaxRetentionDays, LockDate: as AWS lists them. */
  readonly lock: Fields;
};

const unlocked: Fields = { Locked: false };
/** A lock without a date can be taken off by whoever has the permission. */
const governance: Fields = { Locked: true, MinRetentionDays: 7 };
const compliance = (since: string, minimum: number): Fields => ({
  Locked: true,
  MinRetentionDays: minimum,
  LockDate: since,
});

const standard = (scope: Scope, name: string, lock: Fields): Vault => ({
  scope,
  name,
  type: 'BACKUP_VAULT',
  created: daysAgo(600, 9),
  lock,
});

/** AWS locks these in compliance mode from their first moment: LockDate is CreationDate. */
const airGapped = (scope: Scope): Vault => {
  const created = daysAgo(23, 9, 30);
  const type = 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT';
  return { scope, name: 'acme-air-gapped', type, created, lock: { ...compliance(created, 7), MaxRetentionDays: 400 } };
};

export const airGappedIreland = airGapped(vaultIreland);
export const airGappedFrankfurt = airGapped(vaultFrankfurt);

/** The data account's window onto the air-gapped vault in Frankfurt: it shows that vault's points and holds none. */
export const restoreAccess: Vault = {
  scope: dataFrankfurt,
  name: 'recovery-access',
  type: 'RESTORE_ACCESS_BACKUP_VAULT',
  created: daysAgo(20, 14),
  lock: unlocked,
};

/** The vault whose points the scanning role may not list. */
export const deniedVault = standard(dataFrankfurt, 'analytics', unlocked);

export const vaults: readonly Vault[] = [
  standard(prodFrankfurt, 'Default', unlocked),
  standard(prodFrankfurt, 'prod-frankfurt', compliance(daysAgo(300, 9), 14)),
  standard(prodIreland, 'Default', unlocked),
  standard(prodIreland, 'aws/efs/automatic-backup-vault', unlocked),
  standard(prodIreland, 'prod-daily', governance),
  standard(prodIreland, 'prod-databases', compliance(daysAgo(260, 9), 14)),
  deniedVault,
  standard(dataFrankfurt, 'data-frankfurt', compliance(daysAgo(150, 9), 14)),
  restoreAccess,
  // Its lock has a date that lies ahead: until then it can still be taken off.
  standard(dataIreland, 'data-platform', compliance(daysAgo(-2, 9), 14)),
  standard(dataIreland, 'staging', unlocked),
  standard(vaultFrankfurt, 'Default', unlocked),
  airGappedFrankfurt,
  standard(vaultIreland, 'Default', unlocked),
  airGappedIreland,
];

export const vaultArn = ({ scope, name }: Vault): string => arnIn(scope, 'backup', `backup-vault:${name}`);
export const isAirGapped = ({ type }: Vault): boolean => type === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT';

export function vaultOf(scope: Scope, name: string): Vault {
  const arn = arnIn(scope, 'backup', `backup-vault:${name}`);
  const found = vaults.find((vault) => vaultArn(vault) === arn);
  if (found === undefined) throw new Error(`no vault ${arn} in the table`);
  return found;
}

const keyArn = ({ scope, name }: Vault): string =>
  arnIn(scope, 'kms', `key/${seededUuid(`key/${scope.accountId}/${scope.region}/${name}`)}`);

/** An air-gapped vault under AWS's own key has no EncryptionKeyArn. */
export const vaultKey = (vault: Vault): Fields =>
  vault.type === 'BACKUP_VAULT'
    ? { EncryptionKeyArn: keyArn(vault), EncryptionKeyType: 'CUSTOMER_MANAGED_KMS_KEY' }
    : { EncryptionKeyType: 'AWS_OWNED_KMS_KEY' };

export const vaultFields = (vault: Vault, points: number): Fields => ({
  BackupVaultName: vault.name,
  BackupVaultArn: vaultArn(vault),
  VaultType: vault.type,
  VaultState: 'AVAILABLE',
  CreationDate: vault.created,
  ...vaultKey(vault),
  NumberOfRecoveryPoints: points,
  ...vault.lock,
});
