import { expect, test } from 'vitest';
import type { Operation } from '../../src/catalogue/operations.ts';
import { operationNames, operationSpec } from '../../src/catalogue/operations.ts';
import type { RecordKind } from '../../src/catalogue/record-kinds.ts';
import { callCounter } from '../../src/commands/calls-count.ts';
import { joinShards, pointsOf } from '../../src/inventory/join-shards.ts';
import type { AwsRecord, Coverage, Shard } from '../../src/inventory/record.ts';

const scope = { accountId: '111122223333', region: 'eu-west-1' };
const asOf = '2026-11-20T06:00:00.000Z';

const record = (kind: RecordKind, fields: AwsRecord['fields']): AwsRecord => ({ kind, ...scope, fields });
const many = (count: number, make: (index: number) => AwsRecord) => Array.from({ length: count }, (_, at) => make(at));

const arnOf = (name: string, owner = scope.accountId) => `arn:aws:backup:eu-west-1:${owner}:backup-vault:${name}`;
const vault = (name: string, VaultType = 'BACKUP_VAULT', owner = scope.accountId) =>
  record('backupVault', { BackupVaultName: name, BackupVaultArn: arnOf(name, owner), VaultType });
const pointIn = (vaultName: string) => (index: number) =>
  record('recoveryPoint', { RecoveryPointArn: `${vaultName}-${index}`, BackupVaultArn: arnOf(vaultName) });
const jobs = (CreationDate: string) => (index: number) =>
  record('copyJob', { CopyJobId: `${CreationDate}-${index}`, CreationDate });

const counterOf = (shards: readonly Shard[]) => {
  const inventory = joinShards(shards, asOf);
  return callCounter(inventory, pointsOf(inventory, shards), asOf);
};

const all: Coverage = { ...scope, operation: '*', status: 'ok' };
const counted = (records: readonly AwsRecord[], coverage: readonly Coverage[] = [all]) => {
  const shard: Shard = { asOf, scopes: [scope], cutOff: false, records, coverage };
  const count = counterOf([shard]);
  return (operation: Operation) => {
    const { calls, isLeast } = count(operation, scope);
    return `${isLeast ? 'at least ' : ''}${calls}`;
  };
};

const shared = vault('theirs', 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT', '444455556666');
const vaults = [vault('a'), vault('b', 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT'), shared];
const points = [...many(1001, pointIn('a')), ...many(1000, pointIn('b'))];
const plan = (id: string) => record('backupPlan', { BackupPlanId: id, BackupPlanArn: `arn:plan:${id}` });
const selection = (id: string) => (index: number) =>
  record('backupSelection', { BackupPlanId: id, SelectionId: `${id}-${index}` });
const plans = [plan('p'), plan('q'), plan('r')];
const selections = [...many(2, selection('p')), ...many(1, selection('q'))];

test.each<[string, readonly AwsRecord[], Operation, string]>([
  ['an empty scope: own vaults and shared ones', [], 'ListBackupVaults', '2'],
  ['1,001 own vaults', many(1001, (index) => vault(`v${index}`)), 'ListBackupVaults', '3'],
  ['own vaults and a shared one', vaults, 'ListBackupVaults', '2'],
  ['no vault, no point list', [], 'ListRecoveryPointsByBackupVault', '0'],
  ['two pages, one page, and one empty', [...vaults, ...points], 'ListRecoveryPointsByBackupVault', '4'],
  ['each point', [...vaults, ...points], 'DescribeRecoveryPoint', '2001'],
  ['each vault that has more to tell', vaults, 'DescribeBackupVault', '2'],
  ['each vault of one’s own', vaults, 'GetBackupVaultAccessPolicy', '2'],
  ['each vault of one’s own', vaults, 'GetBackupVaultNotifications', '2'],
  ['a list of nothing', [], 'ListProtectedResources', '1'],
  ['a list of each plan', [...plans, ...selections], 'ListBackupSelections', '3'],
  ['each plan', [...plans, ...selections], 'GetBackupPlan', '3'],
  ['each selection', [...plans, ...selections], 'GetBackupSelection', '3'],
  ['what is asked once', [], 'DescribeRegionSettings', '1'],
  ['pages of 100', many(101, (index) => record('listedResource', { ResourceArn: `r${index}` })), 'GetResources', '2'],
  ['jobs of the last 30 days', many(1001, jobs('2026-11-01T00:00:00.000Z')), 'ListCopyJobs', '2'],
  ['jobs that AWS no longer lists', many(1001, jobs('2026-10-01T00:00:00.000Z')), 'ListCopyJobs', '1'],
])('%s: %s %s', (_, records, operation, expected) => {
  expect(counted(records)(operation)).toBe(expected);
});

const covered = (operation: Operation, status: Coverage['status'] = 'ok', resource?: string): Coverage => ({
  ...scope,
  operation,
  status,
  ...(resource === undefined ? {} : { resource }),
});
const listed = covered('ListBackupVaults');
const list = 'ListRecoveryPointsByBackupVault';

test.each<[string, readonly Coverage[], Operation, string]>([
  ['nothing was read', [], 'ListBackupVaults', 'at least 2'],
  ['nothing was read', [], list, 'at least 4'],
  ['what takes one call all the same', [], 'DescribeRegionSettings', '1'],
  ['a list that was denied', [covered('ListProtectedResources', 'denied')], 'ListProtectedResources', 'at least 1'],
  ['not offered there', [covered('ListProtectedResources', 'notAvailable')], 'ListProtectedResources', '1'],
  ['vaults known, points not', [listed], list, 'at least 4'],
  ['vaults known, points not', [listed], 'GetBackupVaultAccessPolicy', '2'],
  ['vaults not known', [covered(list)], 'GetBackupVaultAccessPolicy', 'at least 2'],
  [
    'all points but those of one vault',
    [listed, covered(list), covered(list, 'denied', arnOf('b'))],
    list,
    'at least 4',
  ],
  ['the same', [listed, covered(list), covered(list, 'denied', arnOf('b'))], 'DescribeRecoveryPoint', 'at least 2001'],
  ['vaults and points known', [listed, covered(list)], list, '4'],
  ['jobs that AWS has forgotten do not count', [covered('ListRestoreJobs')], 'ListRestoreJobs', '1'],
])('%s: %j %s', (_, coverage, operation, expected) => {
  expect(counted([...vaults, ...points], coverage)(operation)).toBe(expected);
});

test('each operation is counted, and a scope that nobody read has a least', () => {
  const count = counterOf([]);
  for (const operation of operationNames) {
    const isOnce = operationSpec(operation).per === 'scope' && operationSpec(operation).pageSize === undefined;
    expect([operation, count(operation, scope).isLeast]).toEqual([operation, !isOnce]);
  }
});
