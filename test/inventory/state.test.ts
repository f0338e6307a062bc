import { describe, expect, test } from 'vitest';
import { joinShards, pointsOf } from '../../src/inventory/join-shards.ts';
import type { Shard } from '../../src/inventory/record.ts';
import {
  asOf,
  daysAgo,
  home,
  line,
  point,
  record,
  recovery,
  restoreJob,
  shard,
  vault,
  vaultArn,
} from '../engine/estate.ts';
import { unread } from './unread.ts';

const vaultNames = (...shards: readonly Shard[]): readonly unknown[] =>
  joinShards(shards, asOf)
    .records.map(({ fields }) => fields.BackupVaultName)
    .sort();

const today = (name: string, others: object = {}) => shard({ records: [vault(name)], ...others });
const yesterday = (name: string, others: object = {}) => shard({ records: [vault(name)], asOf: daysAgo(1), ...others });

describe('the state of a scope is that of its newest shard, whole', () => {
  test.each<[string, readonly Shard[], readonly unknown[]]>([
    ['the newer', [today('new'), yesterday('old')], ['new']],
    ['in any order', [yesterday('old'), today('new')], ['new']],
    ['parts of one moment add up', [today('a'), today('b')], ['a', 'b']],
    [
      'what says no time belongs to the newest',
      [{ ...today('a'), asOf: undefined }, yesterday('b'), shard({ records: [vault('c')], asOf: daysAgo(2) })],
      ['a', 'b'],
    ],
    ['without any time', [{ ...today('a'), asOf: undefined }], ['a']],
    [
      'each scope by itself',
      [today('new'), shard({ records: [vault('old'), vault('other', {}, recovery)], asOf: daysAgo(1) })],
      ['new', 'other'],
    ],
    [
      'a denied try counts',
      [shard({ coverage: [line('ListBackupVaults', 'denied')], star: false }), yesterday('old')],
      [],
    ],
    [
      'a newer reading of jobs alone does not',
      [shard({ coverage: [line('ListRestoreJobs')], records: [restoreJob('r')], star: false }), yesterday('old')],
      ['old', undefined],
    ],
    [
      'a newer shard that was cut off does, whatever it read',
      [shard({ coverage: [line('ListRestoreJobs')], star: false, cutOff: true }), yesterday('old')],
      [],
    ],
    [
      'and with nothing of the scope at all',
      [shard({ scopes: [home], star: false, cutOff: true }), yesterday('old')],
      [],
    ],
  ])('%s', (_, shards, expected) => {
    expect(vaultNames(...shards)).toEqual(expected);
  });

  test('yesterday is no evidence for what was denied today', () => {
    const denied = shard({ coverage: [line('ListBackupVaults', 'denied')] });
    expect(unread([denied, yesterday('old')], 'ListBackupVaults')).toEqual(['denied']);
    expect(
      unread(
        [shard({ coverage: [line('ListProtectedResources')], star: false }), yesterday('old')],
        'ListBackupVaults',
      ),
    ).toEqual(['notRead']);
  });
});

describe('what is unread of one operation', () => {
  const list = (status: 'ok' | 'denied' | 'notAvailable' | 'cutOff', name?: string) =>
    line('ListRecoveryPointsByBackupVault', status, name === undefined ? {} : { resource: vaultArn(name) });
  const of = (shards: readonly Shard[]) => unread(shards, 'ListRecoveryPointsByBackupVault', home, vaultArn('main'));
  const covering = (...coverage: Shard['coverage']) => shard({ coverage, star: false });

  test.each<[string, readonly Shard[], readonly string[]]>([
    ['the line of the vault', [covering(list('ok', 'main'))], []],
    ['denied', [covering(list('denied', 'main'))], ['denied']],
    ['the line of another vault', [covering(list('ok', 'other'))], ['notRead']],
    ['a line for all vaults', [covering(list('ok'))], []],
    ["the vault's own line goes before the line for all", [covering(list('ok'), list('denied', 'main'))], ['denied']],
    ['the line for every operation', [shard({})], []],
    [
      'a named line goes before the line for every operation',
      [shard({ coverage: [list('denied', 'main')] })],
      ['denied'],
    ],
    ['the line for every operation, denied', [covering(line('*', 'denied'))], ['denied']],
    ['not offered there is no gap', [covering(list('notAvailable', 'main'))], []],
    ['nothing about it', [covering(line('ListBackupVaults'))], ['notRead']],
    ['no shard of the scope', [shard({ scopes: [recovery] })], ['notRead']],
    ['cut off, no line', [{ ...covering(line('ListBackupVaults')), cutOff: true }], ['cutOff']],
    ['cut off, its line stands', [{ ...covering(list('ok', 'main')), cutOff: true }], []],
    ['cut off, the line for every operation vouches for none', [{ ...shard({}), cutOff: true }], ['cutOff']],
    ['cut off, the line for every operation denied', [{ ...covering(line('*', 'denied')), cutOff: true }], ['denied']],
    [
      'cut off, its line counts more than is there',
      [{ ...covering({ ...list('ok', 'main'), items: 9 }), cutOff: true }],
      ['cutOff'],
    ],
    ['one part denied, another read', [covering(list('denied', 'main')), covering(list('ok', 'main'))], []],
    [
      'filtered',
      [covering({ ...list('ok', 'main'), filters: { ByResourceType: 'EBS' } })],
      ['filtered ResourceType≠EBS'],
    ],
    [
      'filtered twice',
      ['EBS', 'S3'].map((type) => covering({ ...list('ok', 'main'), filters: { ByResourceType: type } })),
      ['filtered ResourceType≠EBS,S3'],
    ],
  ])('%s', (_, shards, expected) => {
    expect(of(shards)).toEqual(expected);
    expect(of([...shards].reverse())).toEqual(expected);
  });
});

describe('one record of a scope stands once', () => {
  const fieldsOf = (...shards: readonly Shard[]) => {
    const inventory = joinShards(shards, asOf);
    return [...inventory.records, ...pointsOf(inventory, shards)].map(({ fields }) => fields);
  };
  const settings = (fields: object) => shard({ records: [record('regionSettings', { ...fields })] });

  test('a list and a Describe answer add to each other', () => {
    const listed = point('1');
    const described = { ...listed, fields: { ...listed.fields, StorageClass: 'WARM' } };
    expect(fieldsOf(shard({ records: [listed] }), shard({ records: [described] }))).toEqual([described.fields]);
  });

  test('the same ARN in two vaults is two: a restore access vault repeats them', () => {
    expect(fieldsOf(shard({ records: [point('1'), point('1', { BackupVaultArn: vaultArn('mirror') })] }))).toHaveLength(
      2,
    );
  });

  test('the settings of a Region are one record, whatever the order of its parts', () => {
    const parts = [
      settings({ ResourceTypeOptInPreference: { EBS: true } }),
      settings({ ResourceTypeManagementPreference: { DynamoDB: true } }),
    ];
    const joined = { ResourceTypeOptInPreference: { EBS: true }, ResourceTypeManagementPreference: { DynamoDB: true } };
    expect(fieldsOf(...parts)).toEqual([joined]);
    expect(fieldsOf(...parts.reverse())).toEqual([joined]);
  });
});
