import { describe, expect, test } from 'vitest';
import type { AwsRecord, Coverage } from '../../../src/inventory/record.ts';
import {
  airGapped,
  daysAgo,
  line,
  outside,
  point,
  pointArn,
  restoreAccess,
  shard,
  vault,
  vaultArn,
} from '../estate.ts';
import { because, itemOf, plain, worldOf } from '../fact-value.ts';

/** A fact of the only point. */
function fact(name: string, records: readonly AwsRecord[], coverage: readonly Coverage[] = []): unknown {
  const world = worldOf([shard({ records, coverage })]);
  return plain(world.fact(itemOf(world, 'recoveryPoint'), name));
}

const noVaults = [line('ListBackupVaults', 'denied')];

describe('usable', () => {
  test.each([
    ['COMPLETED', true],
    ['AVAILABLE', true],
    ['PARTIAL', false],
    ['STOPPED', false],
    ['EXPIRED', false],
    ['CREATING', false],
    ['DELETING', false],
    ['ARCHIVED', 'unknown'],
    [undefined, 'unknown'],
  ])('Status %s: %s', (Status, expected) => {
    expect(fact('usable', [point('1', { Status })])).toBe(expected);
  });
});

describe('vaultType', () => {
  const inVault = (type: string | undefined) => [point('1'), vault('main', { VaultType: type })];

  test.each<[string, readonly AwsRecord[], readonly Coverage[], unknown]>([
    ['its own', [point('1', { VaultType: airGapped }), vault('main', { VaultType: 'BACKUP_VAULT' })], [], airGapped],
    ["its vault's", inVault(airGapped), [], airGapped],
    ['neither: a standard vault', inVault(undefined), [], 'BACKUP_VAULT'],
    ['no vault record although vaults were listed', [point('1')], [], 'BACKUP_VAULT'],
    ['its own, with the vaults denied', [point('1', { VaultType: airGapped })], noVaults, airGapped],
    ['none, with the vaults denied', [point('1')], noVaults, 'unknown'],
    ['a vault outside the scopes', [point('1', { BackupVaultArn: vaultArn('shared', outside) })], [], 'unknown'],
    ['no BackupVaultArn', [point('1', { BackupVaultArn: undefined })], [], 'unknown'],
    ['a value AWS added since, its own', [point('1', { VaultType: 'GLACIER_VAULT' })], [], 'GLACIER_VAULT'],
    ["a value AWS added since, its vault's", inVault('GLACIER_VAULT'), [], 'GLACIER_VAULT'],
  ])('%s', (_, records, coverage, expected) => {
    expect(fact('vaultType', records, coverage)).toBe(expected);
  });
});

describe('mirrored', () => {
  test.each<[string, readonly AwsRecord[], readonly Coverage[], unknown]>([
    ['by its own type', [point('1', { VaultType: restoreAccess })], [], true],
    ["by its vault's type", [point('1'), vault('main', { VaultType: restoreAccess })], [], true],
    [
      "by its vault's type, though its own says otherwise",
      [point('1', { VaultType: airGapped }), vault('main', { VaultType: restoreAccess })],
      [],
      true,
    ],
    ['a standard vault', [point('1'), vault('main')], [], false],
    ['its own type alone, vaults denied', [point('1', { VaultType: airGapped })], noVaults, false],
    ['no type, vaults denied', [point('1')], noVaults, 'unknown'],
    ['a type AWS added since', [point('1'), vault('main', { VaultType: 'GLACIER_VAULT' })], [], 'unknown'],
  ])('%s', (_, records, coverage, expected) => {
    expect(fact('mirrored', records, coverage)).toBe(expected);
  });
});

describe('flags', () => {
  test.each<[string, string, { readonly [name: string]: unknown }, unknown]>([
    ['temporary', 'DELETE_AFTER_COPY', { Lifecycle: { DeleteAfterEvent: 'DELETE_AFTER_COPY' } }, true],
    ['temporary', 'an event AWS added since', { Lifecycle: { DeleteAfterEvent: 'DELETE_AFTER_SCAN' } }, true],
    ['temporary', 'days alone', { Lifecycle: { DeleteAfterDays: 35 } }, false],
    ['temporary', 'no lifecycle', { Lifecycle: undefined }, false],
    ['continuous', 'its id says so', { RecoveryPointArn: pointArn('continuous:0a1b') }, true],
    ['continuous', 'an S3 id that goes on', { RecoveryPointArn: pointArn('continuous-invoices-0a1b') }, true],
    ['continuous', 'not at the start', { RecoveryPointArn: pointArn('my-continuous') }, false],
    ['continuous', 'a snapshot', { RecoveryPointArn: 'arn:aws:ec2:eu-west-1::snapshot/continuous' }, false],
    ['composite', 'IsParent', { IsParent: true }, true],
    ['composite', 'IsParent false', { IsParent: false }, false],
    ['composite', 'absent', {}, false],
    ['nested', 'a parent', { ParentRecoveryPointArn: pointArn('9') }, true],
    ['nested', 'absent', {}, false],
  ])('%s: %s', (name, _, fields, expected) => {
    expect(fact(name, [point('1', fields)])).toBe(expected);
  });
});

describe('date, ageDays, dayIndex', () => {
  test.each<[string, unknown, unknown]>([
    ['date', daysAgo(2), daysAgo(2)],
    ['date', undefined, 'unknown'],
    ['ageDays', daysAgo(2.25), 2.25],
    ['ageDays', daysAgo(-1), -1],
    ['ageDays', undefined, 'unknown'],
    ['dayIndex', daysAgo(0), 0],
    ['dayIndex', daysAgo(0.99), 0],
    ['dayIndex', daysAgo(1), 1],
    ['dayIndex', daysAgo(1.99), 1],
    ['dayIndex', undefined, 'unknown'],
  ])('%s of CreationDate %s: %s', (name, CreationDate, expected) => {
    expect(fact(name, [point('1', { CreationDate })])).toBe(expected);
  });
});

describe('a point that nobody read', () => {
  const denied = line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn('main') });
  const world = worldOf([shard({ records: [vault('main', { VaultType: airGapped })], coverage: [denied] })]);
  const [unread] = world.placeholders('recoveryPoint');

  test.each([
    ['vaultType', airGapped],
    ['mirrored', false],
    ['accountId', '111122223333'],
    ['region', 'eu-west-1'],
    ['partition', 'aws'],
  ])('its vault tells %s: %s', (name, expected) => {
    expect(unread && plain(world.fact(unread, name))).toBe(expected);
  });

  const hidden = ['usable', 'retentionDays', 'neverExpires', 'temporary', 'continuous', 'composite', 'nested'];
  test.each([...hidden, 'placement', 'date', 'ageDays', 'dayIndex', 'Status', 'ResourceArn', 'Lifecycle'])(
    '%s is unknown, and the gap is why',
    (name) => {
      const answer = unread && world.fact(unread, name);
      expect(answer && [plain(answer), because(answer)]).toEqual([
        'unknown',
        ['ListRecoveryPointsByBackupVault denied'],
      ]);
    },
  );
});
