import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/catalogue/kinds.ts';
import { evaluateReference } from '../../src/engine/compiler.ts';
import { ruleContext } from '../../src/engine/rule-context.ts';
import type { AwsRecord, Coverage } from '../../src/inventory/record.ts';
import type { Params, Reference } from '../../src/rules/rule.ts';
import {
  airGapped,
  asOf,
  daysAgo,
  home,
  line,
  point,
  pointArn,
  recovery,
  resource,
  restoreJob,
  shard,
  vault,
  vaultArn,
  volume,
} from './estate.ts';
import { itemOf, plain, worldOf } from './fact-value.ts';
import { ownRule } from './own-rule.ts';

const main = vault('main', { MinRetentionDays: 7 });
const gap = vault('gap', { VaultType: airGapped }, recovery);
const records: readonly AwsRecord[] = [
  resource(),
  main,
  vault('new'),
  gap,
  point('1', { CreationDate: daysAgo(1), Lifecycle: { DeleteAfterDays: 35 }, BackupSizeInBytes: 100 }),
  point('2', { CreationDate: daysAgo(2), Lifecycle: { DeleteAfterDays: 7 }, BackupSizeInBytes: 50 }),
  point('3', { BackupVaultArn: vaultArn('gap', recovery), CreationDate: daysAgo(3), Lifecycle: {} }, recovery),
  restoreJob('a', { CreationDate: daysAgo(4), RecoveryPointArn: pointArn('1'), BackupVaultArn: vaultArn('main') }),
];

type Asked = { readonly kind?: Kind; readonly id?: string; readonly coverage?: readonly Coverage[] };
/** Where AWS offers no job lists, none has a horizon. */
const noJobLists = ['ListCopyJobs', 'ListRestoreJobs'].flatMap((operation) =>
  [home, recovery].map((scope) => line(operation, 'notAvailable', { scope })),
);

function worthOf(
  reference: Reference,
  { kind = 'protectedResource', id = volume, coverage = [] }: Asked = {},
): unknown {
  const world = worldOf([shard({ records, coverage: [...coverage, ...noJobLists] })]);
  const active = ownRule({ facts: { last: { fact: 'newest', params: { of: 'recoveryPoints' } } } }, { maxDays: 2 });
  return plain(evaluateReference(reference, ruleContext(active, itemOf(world, kind, id), world)));
}

const over = (fact: string, params: Params, path?: string): Reference => ({
  fact,
  params: { of: 'recoveryPoints', ...params },
  ...(path === undefined ? {} : { path }),
});
const inGap = { fact: 'vaultType', operator: 'equal', value: airGapped };

describe('everything read', () => {
  test.each<[string, Reference, unknown]>([
    ['a field', { fact: 'ResourceType' }, 'EBS'],
    ['asOf', { fact: 'asOf' }, asOf],
    ['a parameter', { fact: 'parameters', path: '$.maxDays' }, 2],
    ['the target', { fact: 'target', path: '$.accountId' }, '111122223333'],
    ['a to-one relation', { fact: 'scope', path: '$.region' }, 'eu-west-1'],
    ['a named fact', { fact: 'last', path: '$.RecoveryPointArn' }, pointArn('1')],
    ['days from a field', { fact: 'days', params: { from: 'LastBackupTime' } }, 2],
    ['hours from a named fact', { fact: 'hours', params: { from: { fact: 'last', path: '$.CreationDate' } } }, 24],
    ['plus', { fact: 'plus', params: { of: [{ fact: 'parameters', path: '$.maxDays' }, 3] } }, 5],
    ['times', { fact: 'times', params: { of: ['daysSinceLastBackup', 24] } }, 24],
    ['count', over('count', {}), 3],
    ['count where', over('count', { where: inGap }), 1],
    [
      'count where the target stands on the right',
      over('count', {
        where: { fact: 'accountId', operator: 'notEqual', value: { fact: 'target', path: '$.accountId' } },
      }),
      1,
    ],
    [
      'count where a parameter stands on the right',
      over('count', {
        where: { fact: 'ageDays', operator: 'lessThanInclusive', value: { fact: 'parameters', path: '$.maxDays' } },
      }),
      2,
    ],
    [
      'count where the record has relations of its own',
      over('count', { where: { fact: 'vault', path: '$.lockMinDays', operator: 'equal', value: 7 } }),
      2,
    ],
    [
      'count where the record is counted over',
      over('count', { where: { fact: 'count', params: { of: 'copyJobs' }, operator: 'equal', value: 0 } }),
      3,
    ],
    ['distinct', over('distinct', { fact: 'vaultType' }), 2],
    ['distinct over a path', over('distinct', { fact: { fact: 'vault', path: '$.accountId' } }), 2],
    ['distinct over combinations', over('distinct', { fact: ['accountId', 'region'] }), 2],
    ['values', over('values', { fact: 'accountId' }), ['111122223333', '444455556666']],
    ['min', over('min', { fact: 'retentionDays' }), 7],
    ['max', over('max', { fact: 'retentionDays' }), Infinity],
    ['sum leaves out absent values', over('sum', { fact: 'BackupSizeInBytes' }), 150],
    ['newest, its fact', over('newest', { fact: 'CreationDate' }), daysAgo(1)],
    ['newest, a path into it', over('newest', {}, '$.vault.BackupVaultName'), 'main'],
    ['newest where', over('newest', { where: inGap }, '$.RecoveryPointArn'), pointArn('3', recovery)],
    [
      'newest of none',
      over('newest', { where: { fact: 'Status', operator: 'equal', value: 'PARTIAL' } }, '$.Status'),
      undefined,
    ],
    ['the newest two', over('newest', { take: 2, fact: 'CreationDate' }), [daysAgo(1), daysAgo(2)]],
    ['how many of the newest', over('newest', { take: 5 }, '$.length'), 3],
    ['over a path of relations', { fact: 'count', params: { of: 'recoveryPoints.vault' } }, 2],
    ['over a path that comes back, each once', { fact: 'count', params: { of: 'recoveryPoints.resource' } }, 1],
    [
      'over jobs and their points',
      { fact: 'values', params: { of: 'restoreJobs.recoveryPoint', fact: 'RecoveryPointArn' } },
      [pointArn('1')],
    ],
  ])('%s', (_, reference, expected) => {
    expect(worthOf(reference)).toEqual(expected);
  });
});

describe('job lists have a horizon', () => {
  const world = worldOf([shard({ records })]);
  const context = ruleContext(ownRule({}), itemOf(world, 'protectedResource', volume), world);
  const since = (of: string, days: number): Reference => ({
    fact: 'count',
    params: { of, where: { fact: 'ageDays', operator: 'lessThanInclusive', value: days } },
  });

  test.each<[string, number, unknown]>([
    ['restoreJobs', 30, 1],
    ['restoreJobs', 31, { from: 1, to: Infinity }],
    ['recoveryPoints', 30, 3],
    ['recoveryPoints', 31, { from: 3, to: Infinity }],
  ])('%s of %s days', (of, days, expected) => {
    expect(plain(evaluateReference(since(of, days), context))).toEqual(expected);
  });
});

describe('a vault denied', () => {
  const coverage = [line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn('new') })];
  test.each<[string, Reference, unknown]>([
    ['count', over('count', {}), { from: 3, to: Infinity }],
    ['count where its vault cannot be', over('count', { where: inGap }), 1],
    [
      'count where its account cannot be',
      over('count', { where: { fact: 'accountId', operator: 'equal', value: '444455556666' } }),
      1,
    ],
    ['min', over('min', { fact: 'retentionDays' }), { from: -Infinity, to: 7 }],
    ['values', over('values', { fact: 'vaultType' }), 'unknown'],
    ['distinct', over('distinct', { fact: 'Status' }), { from: 1, to: Infinity }],
    ['its date is at least as new', over('newest', { fact: 'ageDays' }), { oneOf: [1, { from: -Infinity, to: 1 }] }],
    [
      'over a path through it to jobs that were all read',
      { fact: 'count', params: { of: 'recoveryPoints.copyJobs' } },
      0,
    ],
    [
      'over a path through it and back',
      { fact: 'distinct', params: { of: 'recoveryPoints.vault', fact: 'BackupVaultName' } },
      { from: 2, to: 3 },
    ],
    ['jobs, whose resource is named', { fact: 'count', params: { of: 'restoreJobs' } }, 1],
  ])('%s', (_, reference, expected) => {
    expect(worthOf(reference, { coverage })).toEqual(expected);
  });

  test('another vault and another scope do not feel it', () => {
    const asked: Asked = { kind: 'backupVault', id: vaultArn('main'), coverage };
    expect(worthOf(over('count', {}), asked)).toBe(2);
    expect(worthOf(over('count', {}), { kind: 'scope', id: '444455556666/eu-west-1', coverage })).toBe(1);
    expect(worthOf(over('count', {}), { kind: 'scope', id: '111122223333/eu-west-1', coverage })).toEqual({
      from: 2,
      to: Infinity,
    });
  });
});
