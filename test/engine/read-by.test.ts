import { describe, expect, test } from 'vitest';
import { alwaysFilled } from '../../src/catalogue/always-filled.ts';
import { kindSpec } from '../../src/catalogue/kinds.ts';
import { isOperation, listsBefore, type Operation } from '../../src/catalogue/operations.ts';
import { readBy } from '../../src/catalogue/read-by.ts';
import { type RecordKind, recordKinds } from '../../src/catalogue/record-kinds.ts';
import { idOf } from '../../src/inventory/join-records.ts';
import type { AwsRecord, Coverage } from '../../src/inventory/record.ts';
import { operationsOf } from '../../src/rules/demand.ts';
import { home, line, outside, point, pointArn, recovery, resource, shard, vault, vaultArn, volume } from './estate.ts';
import { because, itemOf, plain, worldOf } from './fact-value.ts';
import { ownRule } from './own-rule.ts';
import {
  backupPlan,
  backupSelection,
  framework,
  legalHold,
  planArn,
  restoreTestingPlan,
  restoreTestingSelection,
  testingPlanArn,
} from './state-records.ts';

type Case = {
  readonly records: readonly AwsRecord[];
  /** What a coverage line names. */
  readonly of: string;
  /** The lines stand for the whole scope, and exact ones for what failed. */
  readonly general?: true;
};

const cases: { readonly [kind in RecordKind]?: Case } = {
  recoveryPoint: { records: [point('1')], of: pointArn('1'), general: true },
  backupVault: { records: [vault('main')], of: vaultArn('main') },
  protectedResource: { records: [resource()], of: volume, general: true },
  backupPlan: { records: [backupPlan('nightly')], of: planArn('nightly') },
  backupSelection: { records: [backupSelection('s', 'nightly'), backupPlan('nightly')], of: planArn('nightly') },
  restoreTestingPlan: { records: [restoreTestingPlan('monthly')], of: testingPlanArn('monthly') },
  restoreTestingSelection: {
    records: [restoreTestingSelection('ebs', 'monthly'), restoreTestingPlan('monthly')],
    of: testingPlanArn('monthly'),
  },
  legalHold: { records: [legalHold], of: String(legalHold.fields.LegalHoldArn), general: true },
  framework: { records: [framework], of: String(framework.fields.FrameworkArn), general: true },
};

const fields = recordKinds.flatMap((kind) =>
  Object.entries(readBy[kind] ?? {}).map(([name, operation]) => ({ kind, name, operation })),
);

/** What was read beside the operation in question. */
const lists = recordKinds.flatMap((kind) => kindSpec(kind)?.operations ?? []).map((operation) => line(operation));

function asked(kind: RecordKind, name: string, coverage: readonly Coverage[]) {
  const world = worldOf([
    shard({ records: cases[kind]?.records ?? [], coverage: [...lists, ...coverage], star: false }),
  ]);
  const answer = world.fact(itemOf(world, kind), name);
  return [plain(answer), ...because(answer)];
}

describe.each(fields)('$kind.$name, by $operation', ({ kind, name, operation }) => {
  const { of = '', general = false, records: [record] = [] } = cases[kind] ?? {};
  const ok = line(operation);
  const missing = ['unknown', `${name} of ${record && idOf(record)} is missing in the inventory`];
  const notThere = alwaysFilled[kind].includes(name) ? missing : [undefined];

  test.each<[string, readonly Coverage[], readonly unknown[]]>([
    ['denied', [line(operation, 'denied', { resource: of })], ['unknown', `${operation} denied`]],
    ['denied, others read', [ok, line(operation, 'denied', { resource: of })], ['unknown', `${operation} denied`]],
    ['not read', [], ['unknown', `${operation} notRead`]],
    ['read, and not there', [general ? ok : line(operation, 'ok', { resource: of })], notThere],
    ['of another, read', [line(operation, 'ok', { resource: 'arn:other' })], ['unknown', `${operation} notRead`]],
    ['not offered there', [line(operation, 'notAvailable', { resource: of })], notThere],
  ])('%s', (_, coverage, expected) => {
    expect(asked(kind, name, coverage)).toEqual(expected);
  });

  test('a rule that asks for it needs the operation, and the lists before it', () => {
    const require = { all: [{ fact: name, operator: 'exists', value: true }] };
    const needed = operationsOf(ownRule({ target: kind, require }).rule);
    expect(needed).toEqual(expect.arrayContaining([operation, ...listsBefore(operation)]));
  });
});

test('there is a case for each kind that has such fields', () => {
  expect(Object.keys(cases)).toEqual(recordKinds.filter((kind) => readBy[kind] !== undefined));
  expect(fields.every(({ operation }) => isOperation(operation))).toBe(true);
});

describe('a selection whose plan nobody saw counts as unread', () => {
  const selection = backupSelection('s', 'nightly');
  const read: Operation = 'GetBackupSelection';
  const planLine = line(read, 'ok', { resource: planArn('nightly') });

  test.each<[string, readonly AwsRecord[], boolean, readonly unknown[]]>([
    ['its plan is there', [selection, backupPlan('nightly')], false, [undefined]],
    ['no plan is there', [selection], false, ['unknown', `${read} notRead`]],
    ['another plan is there', [selection, backupPlan('weekly')], false, ['unknown', `${read} notRead`]],
    [
      'its plan is in another scope',
      [selection, backupPlan('nightly', {}, outside)],
      false,
      ['unknown', `${read} notRead`],
    ],
    ['no plan is there, but all of the scope was read', [selection], true, [undefined]],
  ])('%s', (_, records, star, expected) => {
    const world = worldOf([shard({ records, coverage: [planLine], star })]);
    const answer = world.fact(itemOf(world, 'backupSelection'), 'BackupSelection');
    expect([plain(answer), ...because(answer)]).toEqual(expected);
  });
});

test('of plans of one name the one in the scope of the selection is asked about', () => {
  const name = 'ProtectedResourceArns';
  const read = line('GetRestoreTestingSelection', 'ok', {
    resource: testingPlanArn('monthly', recovery),
    scope: recovery,
  });
  const plans = [home, recovery].map((scope) => restoreTestingPlan('monthly', {}, scope));
  const selection = restoreTestingSelection('ebs', 'monthly', {}, recovery);
  const world = worldOf([shard({ records: [selection, ...plans], coverage: [read], star: false })]);
  expect(world.fact(itemOf(world, 'restoreTestingSelection'), name)).toEqual({ is: 'known', value: undefined });
});

describe('a resource that no scope lists is asked about where its ARN says', () => {
  const latest = 'LatestRestoreJobCreationDate';
  const described = line('DescribeProtectedResource', 'denied', { resource: volume });

  test.each<[string, string, readonly Coverage[], unknown]>([
    ['read', volume, [], undefined],
    ['denied', volume, [described], 'unknown'],
    ['outside the scopes', volume.replace('111122223333', outside.accountId), [], 'unknown'],
  ])('%s', (_, arn, coverage, expected) => {
    const world = worldOf([shard({ records: [point('1', { ResourceArn: arn })], coverage })]);
    expect(plain(world.fact(itemOf(world, 'protectedResource'), latest))).toBe(expected);
  });
});
