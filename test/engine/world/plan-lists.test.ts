import { describe, expect, test } from 'vitest';
import type { Kind } from '../../../src/catalogue/kinds.ts';
import type { AwsRecord, Coverage } from '../../../src/inventory/record.ts';
import { daysAgo, far, home, line, shard } from '../estate.ts';
import { plain, worldOf } from '../fact-value.ts';
import {
  backupPlan,
  backupSelection,
  planArn,
  restoreTestingPlan,
  restoreTestingSelection,
  testingPlanArn,
} from '../state-records.ts';

type Plans = {
  readonly kind: 'backupSelection' | 'restoreTestingSelection';
  readonly list: string;
  readonly selections: string;
  readonly name: string;
  readonly arn: (name: string) => string;
  readonly plan: (name: string) => AwsRecord;
  readonly selection: (name: string, plan: string) => AwsRecord;
};

const both: readonly Plans[] = [
  {
    kind: 'backupSelection',
    list: 'ListBackupPlans',
    selections: 'ListBackupSelections',
    name: 'BackupPlanId',
    arn: planArn,
    plan: backupPlan,
    selection: backupSelection,
  },
  {
    kind: 'restoreTestingSelection',
    list: 'ListRestoreTestingPlans',
    selections: 'ListRestoreTestingSelections',
    name: 'RestoreTestingPlanName',
    arn: testingPlanArn,
    plan: restoreTestingPlan,
    selection: restoreTestingSelection,
  },
];

describe.each(both)('what stands for an unread $kind', ({ kind, list, selections, name, arn, plan, selection }) => {
  const unread = (records: readonly AwsRecord[], coverage: readonly Coverage[], star = false) => {
    const world = worldOf([shard({ records, coverage, star, scopes: [home] })]);
    return world.placeholders(kind).map((item) => {
      const [gap] = item.unread;
      return [gap?.operation, gap?.resource, gap?.status, plain(world.fact(item, name))];
    });
  };
  const plans = line(list);
  const of = (planName: string, status: 'ok' | 'denied' | 'notAvailable' = 'ok') =>
    line(selections, status, { resource: arn(planName) });

  test.each<[string, readonly AwsRecord[], readonly Coverage[], readonly unknown[]]>([
    ['nothing: no plans', [], [plans], []],
    ['nothing: all read', [plan('a'), plan('b')], [plans, of('a'), of('b')], []],
    ['nothing: not offered there', [plan('a')], [plans, of('a', 'notAvailable')], []],
    [
      'of the plan',
      [plan('a'), plan('b')],
      [plans, of('a', 'denied'), of('b')],
      [[selections, arn('a'), 'denied', 'a']],
    ],
    ['of a plan that no line names', [plan('a')], [plans], [[selections, arn('a'), 'notRead', 'a']]],
    [
      'of a plan that a line alone names',
      [],
      [plans, of('a', 'denied')],
      [[selections, arn('a'), 'denied', 'unknown']],
    ],
    ['of plans that nobody listed', [], [line(list, 'denied')], [[list, undefined, 'denied', 'unknown']]],
    [
      'of plans that nobody listed, and of one that is known',
      [plan('a')],
      [line(list, 'denied'), of('a', 'denied')],
      [
        [list, undefined, 'denied', 'unknown'],
        [selections, arn('a'), 'denied', 'a'],
      ],
    ],
  ])('%s', (_, records, coverage, expected) => {
    expect(unread(records, coverage)).toEqual(expected);
  });

  test('a filter that left plans out tells nothing of their selections', () => {
    const filters = { ByCreatedAfter: daysAgo(9) };
    const world = worldOf([shard({ records: [plan('a')], coverage: [line(list, 'ok', { filters })], scopes: [home] })]);
    expect(world.placeholders(kind).map((item) => plain(world.fact(item, 'date')))).toEqual(['unknown']);
  });

  test('the line for every operation covers every plan', () => {
    expect(unread([plan('a')], [], true)).toEqual([]);
  });

  test('it takes part where it may belong, and nowhere else', () => {
    const records = [plan('a'), plan('b'), selection('s', 'b')];
    const world = worldOf([shard({ records, coverage: [of('a', 'denied')], scopes: [home, far] })]);
    const reached = (scope: string) => {
      const relation = kind === 'backupSelection' ? 'backupSelections' : 'restoreTestingSelections';
      const owner = world.items('scope').find(({ id }) => id === scope);
      return owner === undefined ? [] : world.members(owner, relation).map(({ item }) => item.isPlaceholder);
    };
    expect(reached('111122223333/eu-west-1')).toEqual([false, true]);
    expect(reached('111122223333/us-east-1')).toEqual([]);
  });
});

test.each<[Kind, string]>([
  ['backupPlan', 'ListBackupPlans'],
  ['scanJob', 'ListScanJobs'],
  ['regionSettings', 'DescribeRegionSettings'],
  ['listedResource', 'GetResources'],
])('an unread %s is one of its scope', (kind, operation) => {
  const coverage = [line(operation, 'denied')];
  const world = worldOf([shard({ coverage, scopes: [home, far] })]);
  const denied = world.placeholders(kind).filter(({ unread }) => unread[0]?.status === 'denied');
  expect(denied.map(({ scope }) => scope)).toEqual([home]);
});
