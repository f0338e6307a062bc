import { describe, expect, test } from 'vitest';
import type { Kind } from '../../../src/catalogue/kinds.ts';
import type { Fields } from '../../../src/inventory/record.ts';
import { daysAgo, far, home, outside, recovery, shard, vaultArn } from '../estate.ts';
import { because, itemOf, plain, worldOf } from '../fact-value.ts';
import { backupPlan, planArn } from '../state-records.ts';

const nightly = planArn('nightly');
const daily: Fields = { RuleId: 'r-1', RuleName: 'daily', TargetBackupVaultName: 'main' };
const planOf = (...rules: readonly Fields[]) =>
  backupPlan('nightly', { BackupPlan: { BackupPlanName: 'Nightly', Rules: rules } });
const worldWith = (...rules: readonly Fields[]) => worldOf([shard({ records: [planOf(...rules)] })]);
const idsOf = (kind: Kind, ...rules: readonly Fields[]) =>
  worldWith(...rules)
    .items(kind)
    .map(({ id }) => id);

describe('a rule of a plan', () => {
  const ruleFact = (name: string, fields: Fields = {}) => {
    const world = worldWith({ ...daily, ...fields });
    return world.fact(itemOf(world, 'backupRule'), name);
  };

  test.each<[string, Fields, unknown]>([
    ['RuleName', {}, 'daily'],
    ['plan', {}, nightly],
    ['accountId', {}, '111122223333'],
    ['region', {}, 'eu-west-1'],
    ['partition', {}, 'aws'],
    ['date', {}, daysAgo(9)],
    ['ageDays', {}, 9],
    ['periodHours', {}, 24],
    ['periodHours', { ScheduleExpression: 'cron(0 5 ? * SUN *)' }, 168],
    ['periodHours', { ScheduleExpression: 'cron(30 2 ? * * *)', ScheduleExpressionTimezone: 'Europe/Berlin' }, 24],
    ['periodHours', { ScheduleExpression: 'cron(0 5 ? * * 2024)' }, Number.POSITIVE_INFINITY],
    ['periodHours', { ScheduleExpression: 'cron(0 5 L-3 * ? *)' }, 'unknown'],
    ['retentionDays', {}, Number.POSITIVE_INFINITY],
    ['retentionDays', { Lifecycle: {} }, Number.POSITIVE_INFINITY],
    ['retentionDays', { Lifecycle: { DeleteAfterDays: -1 } }, Number.POSITIVE_INFINITY],
    ['retentionDays', { Lifecycle: { DeleteAfterDays: 35 } }, 35],
    // AWS always fills it.
    ['TargetBackupVaultName', { TargetBackupVaultName: undefined }, 'unknown'],
    ['ScheduleExpression', {}, undefined],
  ])('%s of %j', (name, fields, expected) => {
    expect(plain(ruleFact(name, fields))).toBe(expected);
  });

  test('a schedule that is not understood is named', () => {
    expect(because(ruleFact('periodHours', { ScheduleExpression: 'sometimes' }))).toEqual([
      `the schedule "sometimes" of ${nightly}#r-1 is not understood`,
    ]);
  });

  test('ids', () => {
    const { RuleId: _, ...nameless } = daily;
    expect(idsOf('backupRule', daily, { ...daily, RuleId: 'a-2' })).toEqual([`${nightly}#a-2`, `${nightly}#r-1`]);
    expect(idsOf('backupRule', nameless, nameless)).toEqual([`${nightly}#1`, `${nightly}#2`]);
    expect(idsOf('backupRule')).toEqual([]);
  });
});

describe('the destinations of a rule', () => {
  const airGapped = vaultArn('gap', recovery);
  const copy = (arn: string | undefined, lifecycle?: Fields): Fields => ({
    ...(arn !== undefined && { DestinationBackupVaultArn: arn }),
    ...(lifecycle && { Lifecycle: lifecycle }),
  });
  const destinations = (fields: Fields) => {
    const world = worldWith({ ...daily, ...fields });
    return world.items('destination').map((item) => {
      const fact = (name: string) => plain(world.fact(item, name));
      return { id: item.id.slice(`${nightly}#r-1`.length), fact };
    });
  };

  test('one for each vault, in the order of their ids', () => {
    const found = destinations({
      TargetLogicallyAirGappedBackupVaultArn: airGapped,
      CopyActions: [copy(vaultArn('dr', far)), copy(vaultArn('dr', far)), copy(vaultArn('escrow', outside))],
    });
    expect(found.map(({ id, fact }) => [id, fact('role'), fact('vaultArn')])).toEqual([
      [`/airGappedTarget/${airGapped}`, 'airGappedTarget', airGapped],
      [`/copy/${vaultArn('escrow', outside)}`, 'copy', vaultArn('escrow', outside)],
      [`/copy/${vaultArn('dr', far)}`, 'copy', vaultArn('dr', far)],
      [`/copy/${vaultArn('dr', far)}#2`, 'copy', vaultArn('dr', far)],
      [`/target/${vaultArn('main')}`, 'target', vaultArn('main')],
    ]);
  });

  test('where it lies, relative to the plan', () => {
    const found = destinations({
      CopyActions: [home, recovery, far, { ...recovery, region: 'us-east-1' }].map((scope) =>
        copy(vaultArn('x', scope)),
      ),
    });
    expect(found.map(({ fact }) => [fact('accountId'), fact('region'), fact('placement'), fact('partition')])).toEqual([
      ['111122223333', 'eu-west-1', 'sameScope', 'aws'],
      ['444455556666', 'eu-west-1', 'crossAccount', 'aws'],
      ['111122223333', 'us-east-1', 'crossRegion', 'aws'],
      ['444455556666', 'us-east-1', 'both', 'aws'],
      ['111122223333', 'eu-west-1', 'sameScope', 'aws'],
    ]);
  });

  test.each<[string, Fields | undefined, Fields | undefined, Fields | undefined, number]>([
    ['its own', { DeleteAfterDays: 35 }, { DeleteAfterDays: 90 }, { DeleteAfterDays: 90 }, 90],
    ['absent: the rule’s', { DeleteAfterDays: 35 }, {}, { DeleteAfterDays: 35 }, 35],
    ['no lifecycle: the rule’s', { DeleteAfterDays: 35 }, undefined, { DeleteAfterDays: 35 }, 35],
    ['−1: the rule’s, not never', { DeleteAfterDays: 35 }, { DeleteAfterDays: -1 }, { DeleteAfterDays: 35 }, 35],
    ['−1, and the rule never', undefined, { DeleteAfterDays: -1 }, {}, Number.POSITIVE_INFINITY],
    ['−1 on both', { DeleteAfterDays: -1 }, { DeleteAfterDays: -1 }, { DeleteAfterDays: -1 }, Number.POSITIVE_INFINITY],
    [
      'cold storage is its own',
      { MoveToColdStorageAfterDays: 8, DeleteAfterDays: 98 },
      { MoveToColdStorageAfterDays: 30 },
      { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 98 },
      98,
    ],
  ])('the end of a copy: %s', (_, own, copied, lifecycle, days) => {
    const [first] = destinations({ ...(own && { Lifecycle: own }), CopyActions: [copy(airGapped, copied)] });
    expect([first?.fact('Lifecycle'), first?.fact('retentionDays')]).toEqual([lifecycle, days]);
  });

  test('a target beside an air-gapped one is temporary', () => {
    const temporary = (fields: Fields) => destinations(fields).map(({ fact }) => [fact('role'), fact('temporary')]);
    expect(temporary({})).toEqual([['target', false]]);
    expect(temporary({ TargetLogicallyAirGappedBackupVaultArn: airGapped, CopyActions: [copy(airGapped)] })).toEqual([
      ['airGappedTarget', false],
      ['copy', false],
      ['target', true],
    ]);
    expect(temporary({ Lifecycle: { DeleteAfterEvent: 'DELETE_AFTER_COPY' } })).toEqual([['target', true]]);
  });

  test('a vault that AWS should have named', () => {
    const found = destinations({ TargetBackupVaultName: undefined, CopyActions: [copy(undefined), copy('main')] });
    expect(found.map(({ id, fact }) => [id, fact('vaultArn'), fact('placement'), fact('vault')])).toEqual([
      ['/copy/', 'unknown', 'unknown', 'unknown'],
      ['/copy/main', 'main', 'unknown', undefined],
      ['/target/', 'unknown', 'unknown', 'unknown'],
    ]);
  });

  test('its rule, and the date of its plan', () => {
    const [target] = destinations({});
    expect([target?.fact('rule'), target?.fact('date'), target?.fact('ageDays')]).toEqual([
      `${nightly}#r-1`,
      daysAgo(9),
      9,
    ]);
  });
});
