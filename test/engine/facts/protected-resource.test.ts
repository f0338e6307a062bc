import { describe, expect, test } from 'vitest';
import type { AwsRecord, Coverage } from '../../../src/inventory/record.ts';
import {
  airGapped,
  copyJob,
  daysAgo,
  home,
  line,
  outside,
  point,
  pointArn,
  recovery,
  resource,
  restoreAccess,
  shard,
  vault,
  vaultArn,
  volume,
} from '../estate.ts';
import { because, itemOf, plain, worldOf } from '../fact-value.ts';

const scopes = [home, recovery];

function answerOf(records: readonly AwsRecord[], coverage: readonly Coverage[] = []) {
  const world = worldOf([shard({ records, coverage, scopes })]);
  return world.fact(itemOf(world, 'protectedResource', volume), 'daysSinceLastBackup');
}

describe('daysSinceLastBackup, everything read', () => {
  const listed = (days: number) => resource({ LastBackupTime: daysAgo(days) });
  const made = (days: number | undefined, scope = home) =>
    point(`p${days}`, { CreationDate: days === undefined ? undefined : daysAgo(days) }, scope);

  test.each<[string, readonly AwsRecord[], unknown]>([
    ['LastBackupTime alone', [listed(3.5)], 3.5],
    ['points alone', [made(9), made(4)], 4],
    ['LastBackupTime is later', [listed(3), made(4)], 3],
    ['a point is later', [listed(5), made(4)], 4],
    ['a point elsewhere is later', [listed(5), made(4), made(1, recovery)], 1],
    ['listed in two scopes, the later', [listed(5), resource({ LastBackupTime: daysAgo(2) }, recovery)], 2],
    ['neither', [resource({ LastBackupTime: undefined })], undefined],
    [
      'a point that is not usable still was a backup',
      [listed(5), point('1', { Status: 'EXPIRED', CreationDate: daysAgo(1) })],
      1,
    ],
    ['a point without a date may be newer', [listed(5), made(undefined)], { from: -Infinity, to: 5 }],
    ['only a point without a date', [made(undefined)], 'unknown'],
    [
      'mirrored points do not count',
      [
        listed(5),
        vault('mirror', { VaultType: restoreAccess }),
        point('1', { BackupVaultArn: vaultArn('mirror'), CreationDate: daysAgo(1) }),
      ],
      5,
    ],
    ['a copy made elsewhere adds nothing', [listed(5), copyJob('c')], 5],
  ])('%s', (_, records, expected) => {
    expect(plain(answerOf(records))).toEqual(expected);
  });
});

describe('daysSinceLastBackup, with gaps: what was not read may be newer', () => {
  const listed = resource({ LastBackupTime: daysAgo(5) });
  const main = vault('main');
  const vaultGap = (status: 'denied' | 'ok', filters?: Coverage['filters']) =>
    line('ListRecoveryPointsByBackupVault', status, { resource: vaultArn('main'), ...(filters ? { filters } : {}) });
  const upTo5 = { from: -Infinity, to: 5 };

  test.each<[string, readonly AwsRecord[], Coverage, unknown]>([
    ['a vault denied', [listed, main], vaultGap('denied'), upTo5],
    [
      'a vault denied, no date seen',
      [point('1', { CreationDate: undefined }, recovery), main],
      vaultGap('denied'),
      'unknown',
    ],
    ['the vaults denied', [listed], line('ListBackupVaults', 'denied', { scope: recovery }), upTo5],
    [
      'another list of resources denied',
      [listed],
      line('ListProtectedResources', 'denied', { scope: recovery }),
      upTo5,
    ],
    [
      'its own list of resources denied',
      [point('1', { CreationDate: daysAgo(5) })],
      line('ListProtectedResources', 'denied'),
      upTo5,
    ],
    ['a list of other types left out', [listed, main], vaultGap('ok', { ByResourceType: 'EBS' }), 5],
    ['its own type left out', [listed, main], vaultGap('ok', { ByResourceType: 'S3' }), upTo5],
    ['points older than the newest left out', [listed, main], vaultGap('ok', { ByCreatedAfter: daysAgo(6) }), 5],
    ['points from three days on left out', [listed, main], vaultGap('ok', { ByCreatedBefore: daysAgo(3) }), upTo5],
    [
      'points up to three days ago left out',
      [listed, main],
      vaultGap('ok', { ByCreatedAfter: daysAgo(3) }),
      { from: 3, to: 5 },
    ],
    ['copy jobs denied', [listed], line('ListCopyJobs', 'denied'), 5],
  ])('%s', (_, records, gap, expected) => {
    expect(plain(answerOf(records, [gap]))).toEqual(expected);
  });

  test('the gap is named', () => {
    expect(because(answerOf([listed, main], [vaultGap('denied')]))).toEqual(['ListRecoveryPointsByBackupVault denied']);
  });
});

describe('a resource that no list names, of a vault nobody read', () => {
  const records = [
    vault('gap', { VaultType: airGapped }),
    point('1', { CreationDate: daysAgo(60) }),
    point('2', { ResourceArn: undefined }),
    copyJob('c'),
  ];
  const denied = line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn('gap') });
  const world = worldOf([shard({ records, coverage: [denied] })]);
  const [hidden] = world.placeholders('protectedResource');

  test.each(['daysSinceLastBackup', 'accountId', 'region', 'ResourceType', 'ResourceName'])('%s is unknown', (name) => {
    expect(hidden && plain(world.fact(hidden, name))).toBe('unknown');
  });

  test('its points may be any that were read, and those that were not, each once', () => {
    const members = hidden === undefined ? [] : world.members(hidden, 'recoveryPoints');
    expect(members.map(({ item }) => item.id).sort()).toEqual([
      pointArn('1'),
      pointArn('2'),
      'unread ListCopyJobs ',
      `unread ListRecoveryPointsByBackupVault ${vaultArn('gap')}`,
      `unread ListRecoveryPointsByBackupVault ${vaultArn('escrow', outside)}`,
    ]);
    expect(members.every(({ reasons }) => reasons.is === 'unknown')).toBe(true);
  });
});
