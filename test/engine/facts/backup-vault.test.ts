import { describe, expect, test } from 'vitest';
import type { AwsRecord, Coverage, Scope } from '../../../src/inventory/record.ts';
import { airGapped, asOf, daysAgo, home, line, outside, recovery, shard, vault, vaultArn } from '../estate.ts';
import { because, itemOf, plain, worldOf } from '../fact-value.ts';

type Fields = { readonly [name: string]: unknown };

const answer = (name: string, records: readonly AwsRecord[], coverage: readonly Coverage[] = [], scopes = [home]) => {
  const world = worldOf([shard({ records, coverage, scopes })]);
  return world.fact(itemOf(world, 'backupVault'), name);
};

describe('lockState', () => {
  test.each<[string, Fields, unknown]>([
    ['not locked', { Locked: false }, 'none'],
    ['says nothing', {}, 'none'],
    ['a lock date without a lock', { LockDate: daysAgo(5) }, 'none'],
    ['locked without a date (trap V1)', { Locked: true }, 'governance'],
    ['locked from tomorrow', { Locked: true, LockDate: daysAgo(-1) }, 'coolingOff'],
    ['locked from now', { Locked: true, LockDate: asOf }, 'compliance'],
    ['locked since yesterday', { Locked: true, LockDate: daysAgo(1) }, 'compliance'],
    ['air-gapped (trap V2)', { VaultType: airGapped }, 'compliance'],
    ['a type AWS added since', { VaultType: 'GLACIER_VAULT', Locked: true }, 'unknown'],
  ])('%s', (_, fields, expected) => {
    expect(plain(answer('lockState', [vault('main', fields)]))).toBe(expected);
  });
});

describe('vaultType, lockMinDays, lockMaxDays, keyAccountId, date', () => {
  test.each<[string, Fields, unknown]>([
    ['vaultType', { VaultType: airGapped }, airGapped],
    ['vaultType', {}, 'BACKUP_VAULT'],
    ['vaultType', { VaultType: 'GLACIER_VAULT' }, 'GLACIER_VAULT'],
    ['lockMinDays', { MinRetentionDays: 7 }, 7],
    ['lockMinDays', {}, 0],
    ['lockMaxDays', { MaxRetentionDays: 365 }, 365],
    ['lockMaxDays', {}, Infinity],
    ['keyAccountId', { EncryptionKeyArn: 'arn:aws:kms:eu-west-1:777788889999:key/1a' }, '777788889999'],
    ['keyAccountId', { EncryptionKeyArn: 'alias/backup' }, 'unknown'],
    ['keyAccountId', { EncryptionKeyType: 'AWS_OWNED_KMS_KEY' }, undefined],
    ['date', { CreationDate: daysAgo(9) }, daysAgo(9)],
    ['date', {}, undefined],
    ['ageDays', { CreationDate: daysAgo(9) }, 9],
    ['ageDays', {}, undefined],
  ])('%s of %j', (name, fields, expected) => {
    expect(plain(answer(name, [vault('main', fields)]))).toBe(expected);
  });
});

describe('a vault that another account shares', () => {
  const shared = (scope: Scope, fields: Fields = {}) =>
    vault('shared', { BackupVaultArn: vaultArn('shared', outside), ...fields }, scope);

  test('what its reader cannot see was not read', () => {
    const locked = answer('lockState', [shared(home)]);
    expect([plain(locked), because(locked)]).toEqual(['unknown', ['ListBackupVaults notRead']]);
    expect(plain(answer('lockMinDays', [shared(home)]))).toBe('unknown');
  });

  test('what its reader sees counts', () => {
    expect(plain(answer('lockMinDays', [shared(home, { MinRetentionDays: 7 })]))).toBe(7);
  });

  test("its owner's record goes before every reader's", () => {
    const records = [shared(home, { MinRetentionDays: 7 }), shared(outside, { MinRetentionDays: 30 })];
    expect(plain(answer('lockMinDays', records, [], [home, outside]))).toBe(30);
    expect(plain(answer('lockState', [shared(home), shared(outside)], [], [home, outside]))).toBe('none');
  });

  test("with its owner denied, the lowest reader's goes before the others'", () => {
    const denied = [line('ListBackupVaults', 'denied', { scope: outside })];
    const records = [shared(recovery, { MinRetentionDays: 9 }), shared(home, { MinRetentionDays: 7 })];
    expect(plain(answer('lockMinDays', records, denied, [home, recovery, outside]))).toBe(7);
  });
});

test('a vault record without an ARN is known by its name and scope', () => {
  const world = worldOf([shard({ records: [vault('main', { BackupVaultArn: undefined })] })]);
  expect(itemOf(world, 'backupVault').id).toBe(vaultArn('main'));
});
