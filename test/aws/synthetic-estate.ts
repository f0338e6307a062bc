import type { AwsRecord, Fields, Scope, Shard } from '../../src/inventory/record.ts';
import type { AwsOptions } from './options.ts';
import { syntheticPoints } from './synthetic-points.ts';
import { resourceOf, type SyntheticForm } from './synthetic-resource.ts';

export type SyntheticSize = {
  readonly scope: Scope;
  readonly asOf: string;
  readonly vaults: number;
  /** In all vaults together. */
  readonly points: number;
  readonly resources: number;
  /** How far back the points go. */
  readonly days: number;
};

/** An estate of any size to measure against: its points are made as they are asked for and never held. */
export function syntheticEstate(size: SyntheticSize): Required<Pick<AwsOptions, 'shards' | 'points'>> {
  const { scope, asOf, vaults } = size;
  const forms = Array.from({ length: vaults }, (_, index) => formOf(size, index));
  const points = new Map(forms.map((form) => [form.vaultArn, syntheticPoints(form)]));
  const shard: Shard = {
    asOf,
    scopes: [scope],
    cutOff: false,
    records: [...forms.map(vaultRecord), ...resourceRecords(size)],
    coverage: [{ ...scope, operation: '*', status: 'ok' }],
  };
  return { shards: [shard], points: (vaultArn) => points.get(vaultArn) };
}

/** The first vaults hold one point more where the points do not divide. */
function formOf({ scope, asOf, vaults, points, resources, days }: SyntheticSize, index: number): SyntheticForm {
  const name = `vault-${String(index).padStart(3, '0')}`;
  const count = Math.floor(points / vaults) + (index < points % vaults ? 1 : 0);
  return {
    ...{ scope, name, count, resources },
    vaultArn: `arn:aws:backup:${scope.region}:${scope.accountId}:backup-vault:${name}`,
    isAirGapped: index % 4 === 3,
    from: Date.parse(asOf) - days * 86_400_000,
    step: (days * 86_400_000) / Math.max(count, 1),
  };
}

const record = (kind: AwsRecord['kind'], scope: Scope, fields: Fields): AwsRecord => ({ kind, ...scope, fields });

const vaultRecord = ({ scope, name, vaultArn, isAirGapped, count, from }: SyntheticForm): AwsRecord =>
  record('backupVault', scope, {
    BackupVaultName: name,
    BackupVaultArn: vaultArn,
    VaultType: isAirGapped ? 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' : 'BACKUP_VAULT',
    VaultState: 'AVAILABLE',
    CreationDate: new Date(from - 86_400_000).toISOString(),
    NumberOfRecoveryPoints: count,
    Locked: isAirGapped,
  });

const resourceRecords = ({ scope, resources, asOf }: SyntheticSize): readonly AwsRecord[] =>
  Array.from({ length: resources }, (_, index) => {
    const { arn, type } = resourceOf(scope, index);
    return record('protectedResource', scope, { ResourceArn: arn, ResourceType: type, LastBackupTime: asOf });
  });
