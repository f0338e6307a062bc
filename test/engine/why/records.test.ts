import { describe, expect, test } from 'vitest';
import { ruleContext } from '../../../src/engine/rule-context.ts';
import { recordsOf } from '../../../src/engine/why/records.ts';
import type { AwsRecord, Coverage } from '../../../src/inventory/record.ts';
import type { Condition, Params, Reference } from '../../../src/rules/rule.ts';
import type { WhyRecords } from '../../../src/why-result.ts';
import {
  airGapped,
  copyJob,
  daysAgo,
  line,
  outside,
  point,
  pointArn,
  resource,
  restoreJob,
  shard,
  vault,
  vaultArn,
} from '../estate.ts';
import { itemOf, worldOf } from '../fact-value.ts';
import { ownRule } from '../own-rule.ts';

const where: Condition = {
  all: [
    { fact: 'vaultType', operator: 'equal', value: airGapped },
    { fact: 'usable', operator: 'equal', value: true },
    { fact: 'ageDays', operator: 'lessThanInclusive', value: { fact: 'parameters', path: '$.maxAgeDays' } },
  ],
};

type Given = { readonly records?: readonly AwsRecord[]; readonly coverage?: readonly Coverage[] };

function recordsIn(
  { records = [], coverage = [] }: Given,
  params: Params = { of: 'recoveryPoints', where },
  fact = 'count',
) {
  const all = [resource(), vault('main'), vault('safe', { VaultType: airGapped }), ...records];
  const world = worldOf([shard({ records: all, coverage })]);
  const context = ruleContext(ownRule({}, { maxAgeDays: 7 }), itemOf(world, 'protectedResource'), world);
  const reference: Reference = { fact, params };
  return recordsOf({ at: '/require', reference }, context);
}

const safe = (id: string, fields = {}) => point(id, { BackupVaultArn: vaultArn('safe'), ...fields });
const ids = ({ records }: WhyRecords['counted']) => records.map(({ id }) => id.split(':').at(-1));
const vaultType = '/require/params/where/all/0';
const ageDays = '/require/params/where/all/2';

describe('each record is where it belongs', () => {
  test.each<[string, Given, readonly string[], Readonly<Record<string, readonly string[]>>, readonly string[]]>([
    ['none', {}, [], {}, []],
    ['counted, newest first', { records: [safe('1', { CreationDate: daysAgo(3) }), safe('2')] }, ['2', '1'], {}, []],
    [
      'left out by the first leaf that does not hold',
      { records: [point('1', { Status: 'EXPIRED' })] },
      [],
      { [vaultType]: ['1'] },
      [],
    ],
    [
      'nearest misses first',
      { records: [point('1'), safe('2', { CreationDate: daysAgo(9) })] },
      [],
      { [ageDays]: ['2'], [vaultType]: ['1'] },
      [],
    ],
    ['undecided: a status that AWS added since', { records: [safe('1', { Status: 'ARCHIVED' })] }, [], {}, ['1']],
    [
      'mirrored points are in no relation',
      { records: [point('1', { VaultType: 'RESTORE_ACCESS_BACKUP_VAULT' })] },
      [],
      {},
      [],
    ],
  ])('%s', (_, given, counted, leftOut, undecided) => {
    const found = recordsIn(given);
    expect(ids(found.counted)).toEqual(counted);
    expect(found.leftOut.map((group) => [group.at, ids(group)])).toEqual(Object.entries(leftOut));
    expect(ids(found.undecided)).toEqual(undecided);
    expect(found.seen).toBe(counted.length + Object.values(leftOut).flat().length + undecided.length);
  });

  test('a group says what was seen where all records show the same, else each record does', () => {
    const old = (days: number) => safe(`${days}`, { CreationDate: daysAgo(days) });
    const [same] = recordsIn({ records: [point('1'), point('2')] }).leftOut;
    expect(same).toMatchObject({
      asked: 'vaultType',
      actual: 'BACKUP_VAULT',
      expected: airGapped,
      count: 2,
      holds: false,
    });
    const [different] = recordsIn({ records: [old(8), old(9)] }).leftOut;
    expect(different).not.toHaveProperty('actual');
    expect(different).toMatchObject({ against: 'maxAgeDays', expected: 7, records: [{ actual: 8 }, { actual: 9 }] });
  });

  test('ten are named, the rest counted', () => {
    const many = Array.from({ length: 13 }, (_, index) => point(`${index}`));
    const [group] = recordsIn({ records: many }).leftOut;
    expect([group?.count, group?.records.length]).toEqual([13, 10]);
  });

  test('an undecided record says why', () => {
    const [record] = recordsIn({ records: [safe('1', { Status: 'ARCHIVED' })] }).undecided.records;
    expect(record?.because).toEqual(['AWS gave the value "ARCHIVED", which this version does not know']);
  });
});

describe('lists that nobody read', () => {
  const denied = (name: string) => line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn(name) });
  const lists = (given: Given) =>
    recordsIn(given)
      .unread.filter(({ status }) => status !== 'horizon')
      .map(({ status, couldCount, count }) => ({ status, couldCount, count }));

  test.each<[string, Given, ReturnType<typeof lists>]>([
    [
      'an air-gapped vault could hold one',
      { coverage: [denied('safe')] },
      [{ status: 'denied', couldCount: true, count: 1 }],
    ],
    ['a standard vault could not', { coverage: [denied('main')] }, [{ status: 'denied', couldCount: false, count: 1 }]],
    [
      'both, those that could first',
      { coverage: [denied('main'), denied('safe')] },
      [
        { status: 'denied', couldCount: true, count: 1 },
        { status: 'denied', couldCount: false, count: 1 },
      ],
    ],
    [
      'a copy where nobody looked',
      { records: [copyJob('1'), point('1')] },
      [{ status: 'notRead', couldCount: true, count: 1 }],
    ],
  ])('%s', (_, given, expected) => {
    expect(lists(given)).toEqual(expected);
  });

  test('what to do about them', () => {
    const why = (given: Given) => recordsIn(given).unread[0]?.lists[0]?.why;
    expect(why({ coverage: [denied('safe')] })).toContain('grant backup:ListRecoveryPointsByBackupVault');
    expect(why({ records: [copyJob('1'), point('1')] })).toContain(`outside the scopes read`);
    expect(why({ records: [copyJob('1'), point('1')] })).toContain(vaultArn('escrow', outside));
  });
});

describe('what the aggregate took', () => {
  test('newest: the one that it chose', () => {
    const records = [
      restoreJob('1', { CreationDate: daysAgo(9) }),
      restoreJob('2'),
      restoreJob('3', { Status: 'RUNNING' }),
    ];
    const ended: Condition = { all: [{ fact: 'ended', operator: 'equal', value: true }] };
    const { counted } = recordsIn({ records }, { of: 'restoreJobs', where: ended, fact: 'Status' }, 'newest');
    expect(counted.records.map(({ id, chosen, value }) => [id, chosen, value])).toEqual([
      ['2', true, 'COMPLETED'],
      ['1', undefined, 'COMPLETED'],
    ]);
  });

  test.each<[string, string, Params, readonly unknown[]]>([
    ['a number', 'min', { of: 'recoveryPoints', fact: 'retentionDays' }, ['never', 35]],
    [
      'several facts',
      'distinct',
      { of: 'recoveryPoints', fact: ['Status', 'retentionDays'] },
      [
        ['COMPLETED', 'never'],
        ['COMPLETED', 35],
      ],
    ],
    ['none for a count', 'count', { of: 'recoveryPoints' }, [undefined, undefined]],
  ])('%s', (_, fact, params, values) => {
    const records = [point('1'), point('2', { Lifecycle: undefined })];
    expect(recordsIn({ records }, params, fact).counted.records.map(({ value }) => value)).toEqual(values);
  });

  test('a point names its vault and its date', () => {
    const [record] = recordsIn({ records: [safe('1')] }).counted.records;
    expect(record).toEqual({ kind: 'recoveryPoint', id: pointArn('1'), date: daysAgo(2), vault: vaultArn('safe') });
  });
});
