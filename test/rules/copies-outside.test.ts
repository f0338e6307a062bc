import { describe, expect, test } from 'vitest';
import type { AwsRecord, Fields } from '../../src/inventory/record.ts';
import {
  airGapped,
  copyJob,
  daysAgo,
  evaluateRules,
  home,
  line,
  outcomeOf,
  outside,
  point,
  pointArn,
  recovery,
  resource,
  shard,
  vault,
  vaultArn,
  volume,
} from '../engine/estate.ts';

type Options = Parameters<typeof outcomeOf>[3];
const outcome = (records: readonly AwsRecord[], options: Options = {}, scopes = [home, recovery]) =>
  outcomeOf('BKP301', volume, [shard({ records: [resource(), ...records], scopes })], options);

describe('a copy made into a vault outside the scopes exists where nobody looked (trap I3)', () => {
  test.each<[string, Fields, string]>([
    ['an air-gapped vault', {}, 'unknown'],
    ['a vault of unknown type', { DestinationVaultType: undefined }, 'unknown'],
    ['a standard vault', { DestinationVaultType: 'BACKUP_VAULT' }, 'fail'],
    ['a type AWS added since', { DestinationVaultType: 'GLACIER_VAULT' }, 'unknown'],
    ['another resource', { ResourceArn: `${volume}0` }, 'fail'],
    ['no resource named', { ResourceArn: undefined }, 'unknown'],
    ['failed', { State: 'FAILED' }, 'fail'],
    ['running', { State: 'RUNNING' }, 'fail'],
    ['a state AWS added since', { State: 'VERIFIED' }, 'unknown'],
    ['no state', { State: undefined }, 'unknown'],
    ['copied before the days that count: its source was older still (trap I4)', { CreationDate: daysAgo(8) }, 'fail'],
    ['into a vault inside the scopes that is gone', { DestinationBackupVaultArn: vaultArn('gone', recovery) }, 'fail'],
  ])('%s: %s', (_, fields, expected) => {
    expect(outcome([copyJob('c', fields)])).toBe(expected);
  });

  test.each<[string, number, string]>([
    ['its source is fresh', 2, 'unknown'],
    ['its source is stale (trap I4)', 20, 'fail'],
  ])('%s', (_, days, expected) => {
    const source = point('1', { CreationDate: daysAgo(days) });
    const copied = copyJob('c', { SourceRecoveryPointArn: pointArn('1') });
    expect(outcome([source, vault('main'), copied])).toBe(expected);
  });

  test('one seen passes all the same', () => {
    const seen = point('2', { VaultType: airGapped }, recovery);
    expect(outcome([copyJob('c'), seen])).toBe('pass');
  });

  test('the copy of a continuous backup is a snapshot (trap L5), where a copy is seen and past the horizon', () => {
    const stopped = point('continuous:1', { Status: 'STOPPED', CreationDate: daysAgo(60) });
    const records = [resource(), vault('main'), stopped, copyJob('c', { DestinationRecoveryPointArn: undefined })];
    expect(outcomeOf('BKP008', pointArn('continuous:1'), [shard({ records })])).toBe('fail');
  });

  test('once its scope is read, its list counts', () => {
    expect(outcome([copyJob('c')], {}, [home, outside])).toBe('fail');
    const gap = vault('escrow', { VaultType: airGapped }, outside);
    const copied = point('2', { BackupVaultArn: vaultArn('escrow', outside) }, outside);
    expect(outcome([copyJob('c'), gap, copied], {}, [home, outside])).toBe('pass');
  });

  test('the gap names the vault to read, and no scope that was read', () => {
    const { result, incomplete, partial } = evaluateRules([shard({ records: [resource(), copyJob('c')] })], {
      rules: ['BKP301'],
    });
    expect(result.gaps).toEqual([
      {
        ...outside,
        operation: 'ListRecoveryPointsByBackupVault',
        resource: vaultArn('escrow', outside),
        status: 'notRead',
      },
    ]);
    expect(result.scopes).toEqual([{ ...home, complete: true }]);
    expect([incomplete, partial]).toEqual([true, true]);
  });

  test('a rule that does not need copies does not feel it', () => {
    const records = [resource(), point('1'), vault('main'), copyJob('c')];
    const { result, incomplete } = evaluateRules([shard({ records })], { rules: ['BKP102', 'BKP401'] });
    expect([result.gaps, incomplete]).toEqual([[], false]);
  });
});

describe('scope.copyAccounts', () => {
  test.each<[string, readonly string[], string]>([
    ['names its account', [outside.accountId], 'unknown'],
    ['names another', [recovery.accountId], 'fail'],
    ['names none', [], 'fail'],
  ])('%s: %s', (_, copyAccounts, expected) => {
    expect(outcome([copyJob('c')], { copyAccounts })).toBe(expected);
  });

  test.each<[string, readonly string[], string]>([
    ['a denied account that may hold copies', [recovery.accountId], 'unknown'],
    ['a denied account that may not', [outside.accountId], 'fail'],
  ])('%s: %s', (_, copyAccounts, expected) => {
    const denied = line('ListBackupVaults', 'denied', { scope: recovery });
    const shards = [shard({ records: [resource()], coverage: [denied] })];
    expect(outcomeOf('BKP301', volume, shards, { copyAccounts })).toBe(expected);
  });

  test("a resource's own account may always hold its copies", () => {
    const shards = [shard({ records: [resource()], coverage: [line('ListBackupVaults', 'denied')] })];
    expect(outcomeOf('BKP301', volume, shards, { copyAccounts: [recovery.accountId] })).toBe('unknown');
  });
});

describe('copy jobs that AWS forgot', () => {
  test('a window of 30 days is decided, a longer one is not', () => {
    expect(outcome([], { parameters: { maxAgeDays: 30 } })).toBe('fail');
    expect(outcome([], { parameters: { maxAgeDays: 31 } })).toBe('unknown');
  });

  test('an older inventory adds them', () => {
    const shards = [shard({ records: [resource()] }), shard({ asOf: daysAgo(20) })];
    expect(outcomeOf('BKP301', volume, shards, { parameters: { maxAgeDays: 50 } })).toBe('fail');
    expect(outcomeOf('BKP301', volume, shards, { parameters: { maxAgeDays: 51 } })).toBe('unknown');
  });
});
