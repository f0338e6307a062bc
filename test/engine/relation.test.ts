import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/catalogue/kinds.ts';
import { isItem } from '../../src/engine/item.ts';
import type { AwsRecord, Coverage } from '../../src/inventory/record.ts';
import {
  copyJob,
  daysAgo,
  home,
  line,
  point,
  pointArn,
  recovery,
  resource,
  restoreAccess,
  restoreJob,
  shard,
  vault,
  vaultArn,
  volume,
} from './estate.ts';
import { itemOf, worldOf } from './fact-value.ts';
import {
  backupPlan,
  backupSelection,
  framework,
  legalHold,
  listedResource,
  regionSettings,
  reportPlan,
  restoreTestingPlan,
  restoreTestingSelection,
  scanJob,
} from './state-records.ts';

describe('the point that a job names lies in the vault that it names', () => {
  // Sorted by id and vault, the image in the restore access vault comes first.
  const image = point('1', { BackupVaultArn: vaultArn('a-mirror') });
  const mirror = vault('a-mirror', { VaultType: restoreAccess });
  const denied = line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn('main') });

  const jobs: readonly (readonly [Kind, (named: string | undefined) => AwsRecord])[] = [
    ['scanJob', (named) => scanJob('j', { BackupVaultArn: named })],
    ['restoreJob', (named) => restoreJob('j', { RecoveryPointArn: pointArn('1'), BackupVaultArn: named })],
    ['copyJob', (named) => copyJob('j', { SourceRecoveryPointArn: pointArn('1'), SourceBackupVaultArn: named })],
  ];

  test.each<[string, string | undefined, readonly AwsRecord[], readonly Coverage[], unknown]>([
    ['there', vaultArn('main'), [image, point('1')], [], vaultArn('main')],
    ['in the mirror, which it names', vaultArn('a-mirror'), [image, point('1')], [], vaultArn('a-mirror')],
    ['gone, though its image is there', vaultArn('main'), [image], [], 'absent'],
    ['not listed, though its image is there', vaultArn('main'), [image], [denied], 'unknown'],
    [
      'perhaps this one, which names no vault',
      vaultArn('main'),
      [point('1', { BackupVaultArn: undefined })],
      [],
      'unknown',
    ],
  ])('%s', (_, named, points, coverage, expected) => {
    for (const [kind, job] of jobs) {
      const world = worldOf([shard({ records: [mirror, vault('main'), ...points, job(named)], coverage })]);
      const answer = world.fact(itemOf(world, kind), 'recoveryPoint');
      const found = answer.is === 'known' && isItem(answer.value) ? answer.value.fields.BackupVaultArn : 'absent';
      expect([kind, answer.is === 'known' ? found : answer.is]).toEqual([kind, expected]);
    }
  });
});

describe('scan jobs of a resource', () => {
  const reached = (records: readonly AwsRecord[], coverage: readonly Coverage[] = []) => {
    const world = worldOf([shard({ records: [resource(), ...records], coverage, scopes: [home, recovery] })]);
    const members = world.members(itemOf(world, 'protectedResource'), 'scanJobs');
    return members.map(({ item }) => (item.isPlaceholder ? item.unread[0]?.status : item.id)).sort();
  };
  const old = { filters: { ByCreatedAfter: daysAgo(9) } };

  test.each<[string, readonly AwsRecord[], readonly Coverage[], readonly unknown[]]>([
    ['its own', [scanJob('a'), scanJob('b', { ResourceArn: `${volume}x` })], [], ['a', 'horizon', 'horizon']],
    ['one of unknown resource', [scanJob('a', { ResourceArn: undefined })], [], ['a', 'horizon', 'horizon']],
    ['a denied list', [], [line('ListScanJobs', 'denied')], ['denied', 'horizon']],
    [
      'a list of another type',
      [],
      [line('ListScanJobs', 'ok', { filters: { ByResourceType: 'EBS' } })],
      ['horizon', 'horizon'],
    ],
    ['a list of the last days', [], [line('ListScanJobs', 'ok', old)], ['filtered', 'horizon', 'horizon']],
  ])('%s', (_, records, coverage, expected) => {
    expect(reached(records, coverage)).toEqual(expected);
  });
});

test('a scope holds what was read in it', () => {
  const records = [
    scanJob('a'),
    backupPlan('a'),
    backupSelection('a', 'a'),
    restoreTestingPlan('a'),
    restoreTestingSelection('a', 'a'),
    legalHold,
    framework,
    reportPlan,
    regionSettings,
    listedResource,
  ];
  const others = [backupPlan('b', {}, recovery), restoreTestingPlan('b', {}, recovery)];
  const world = worldOf([shard({ records: [...records, ...others] })]);
  const owner = itemOf(world, 'scope', '111122223333/eu-west-1');
  const plural = (kind: string) => (kind.endsWith('s') ? kind : `${kind}s`);
  for (const { kind } of records) {
    const members = world.members(owner, plural(kind)).filter(({ item }) => !item.isPlaceholder);
    expect([kind, members.map(({ item }) => item.kind)]).toEqual([kind, [kind]]);
  }
});

test.each<Kind>(['backupPlan', 'restoreTestingPlan', 'regionSettings'])('%s knows its scope', (kind) => {
  const world = worldOf([shard({ records: [backupPlan('a'), restoreTestingPlan('a'), regionSettings] })]);
  const answer = world.fact(itemOf(world, kind), 'scope');
  expect(answer.is === 'known' && isItem(answer.value) && answer.value.id).toBe('111122223333/eu-west-1');
});
