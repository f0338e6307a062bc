import { describe, expect, test } from 'vitest';
import type { AwsRecord, Coverage, Fields } from '../../src/inventory/record.ts';
import {
  airGapped,
  daysAgo,
  home,
  line,
  outcomeOf,
  point,
  recovery,
  resource,
  shard,
  vault,
  vaultArn,
  volume,
} from '../engine/estate.ts';

const gapVault = vault('gap', { VaultType: airGapped }, recovery);
const copy = (id: string, fields: Fields = {}): AwsRecord =>
  point(id, { BackupVaultArn: vaultArn('gap', recovery), VaultType: airGapped, ...fields }, recovery);

type Asked = { readonly records: readonly AwsRecord[]; readonly coverage: readonly Coverage[] };
const outcome = ({ records, coverage }: Asked) =>
  outcomeOf('BKP301', volume, [
    shard({ records: [gapVault, vault('main'), ...records], coverage, scopes: [home, recovery] }),
  ]);

describe('gaps', () => {
  const points = (name: string, scope = home, filters?: Coverage['filters']) =>
    line('ListRecoveryPointsByBackupVault', filters ? 'ok' : 'denied', {
      resource: vaultArn(name, scope),
      scope,
      ...(filters ? { filters } : {}),
    });

  test.each<[string, Coverage, string, string]>([
    ['a standard vault', points('main'), 'fail', 'pass'],
    ['the air-gapped vault', points('gap', recovery), 'unknown', 'pass'],
    ['another air-gapped vault', points('gap2', recovery), 'unknown', 'pass'],
    ['the air-gapped vault, other types left out', points('gap', recovery, { ByResourceType: 'EBS' }), 'fail', 'pass'],
    [
      'the air-gapped vault, its own type left out',
      points('gap', recovery, { ByResourceType: 'S3' }),
      'unknown',
      'pass',
    ],
    [
      'the air-gapped vault, all older than five days left out',
      points('gap', recovery, { ByCreatedAfter: daysAgo(5) }),
      'unknown',
      'pass',
    ],
    [
      'the air-gapped vault, all older than eight days left out',
      points('gap', recovery, { ByCreatedAfter: daysAgo(8) }),
      'fail',
      'pass',
    ],
    ['the vaults of the recovery account', line('ListBackupVaults', 'denied', { scope: recovery }), 'unknown', 'pass'],
    [
      'the resources of the recovery account',
      line('ListProtectedResources', 'denied', { scope: recovery }),
      'fail',
      'pass',
    ],
    ['its copy jobs', line('ListCopyJobs', 'denied'), 'unknown', 'pass'],
    ['restore jobs, which it does not need', line('ListRestoreJobs', 'denied'), 'fail', 'pass'],
    ['backup jobs, which it does not need', line('ListBackupJobs', 'denied'), 'fail', 'pass'],
    ['not offered in that Region', line('ListCopyJobs', 'notAvailable'), 'fail', 'pass'],
  ])('%s: without a copy %s, with one seen %s', (_, gap, without, withOne) => {
    const isGone = gap.resource === vaultArn('gap', recovery) && gap.status === 'denied';
    expect(outcome({ records: [resource(), vault('gap2', { VaultType: airGapped }, recovery)], coverage: [gap] })).toBe(
      without,
    );
    const seen = isGone ? copy('c', { BackupVaultArn: vaultArn('gap3', recovery) }) : copy('c');
    expect(
      outcome({ records: [resource(), vault('gap2', { VaultType: airGapped }, recovery), seen], coverage: [gap] }),
    ).toBe(withOne);
  });
});
