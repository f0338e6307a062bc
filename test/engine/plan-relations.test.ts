import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/catalogue/kinds.ts';
import type { AwsRecord, Coverage, Fields, Scope } from '../../src/inventory/record.ts';
import { far, home, line, outside, recovery, shard, vault, vaultArn } from './estate.ts';
import { because, itemOf, plain, worldOf } from './fact-value.ts';
import {
  backupPlan,
  backupSelection,
  planArn,
  restoreTestingPlan,
  restoreTestingSelection,
  testingPlanArn,
} from './state-records.ts';

const nightly = planArn('nightly');
const rule: Fields = { RuleId: 'r-1', RuleName: 'daily', TargetBackupVaultName: 'main' };
const withRules = (...rules: readonly Fields[]) => backupPlan('nightly', { BackupPlan: { Rules: rules } });
type Case = readonly [name: string, records: readonly AwsRecord[], coverage: readonly Coverage[], expected: unknown];

function reached(
  kind: Kind,
  relation: string,
  records: readonly AwsRecord[],
  coverage: readonly Coverage[],
  id?: string,
) {
  const world = worldOf([shard({ records, coverage, scopes: [home, recovery, far] })]);
  const members = world.members(itemOf(world, kind, id), relation);
  return members.map(({ item, reasons }) => [item.isPlaceholder ? 'unread' : item.id, ...because(reasons)]);
}

describe('the rules of a plan', () => {
  const denied = line('GetBackupPlan', 'denied', { resource: nightly });
  test.each<Case>([
    ['all', [withRules(rule)], [], [[`${nightly}#r-1`]]],
    ['none', [withRules()], [], []],
    ['denied', [backupPlan('nightly')], [denied], [['unread', 'GetBackupPlan denied']]],
    ['denied, of another plan', [withRules(rule), backupPlan('b')], [denied], [[`${nightly}#r-1`]]],
    ['missing where AWS always fills them', [backupPlan('nightly')], [], [['unread', 'GetBackupPlan notRead']]],
    ['of plans that were not listed', [withRules(rule)], [line('ListBackupPlans', 'denied')], [[`${nightly}#r-1`]]],
  ])('%s', (_, records, coverage, expected) => {
    expect(reached('backupPlan', 'rules', records, coverage, nightly)).toEqual(expected);
  });

  test.each<Case>([
    ['all', [withRules(rule)], [], [[`${nightly}#r-1`]]],
    ['a plan denied', [backupPlan('nightly')], [denied], [['unread', 'GetBackupPlan denied']]],
    ['plans not listed', [], [line('ListBackupPlans', 'denied')], [['unread', 'ListBackupPlans denied']]],
    ['those of another scope', [], [line('ListBackupPlans', 'denied', { scope: recovery })], []],
  ])('those of a scope: %s', (_, records, coverage, expected) => {
    expect(reached('scope', 'backupRules', records, coverage, '111122223333/eu-west-1')).toEqual(expected);
  });

  test('what is unread still knows its plan, and all that it is of', () => {
    const world = worldOf([shard({ records: [backupPlan('nightly')], coverage: [denied] })]);
    for (const kind of ['backupRule', 'destination'] as const) {
      const [unread] = world.placeholders(kind);
      expect(unread && plain(world.fact(unread, 'ageDays'))).toBe(9);
      expect(unread && plain(world.fact(unread, kind === 'backupRule' ? 'plan' : 'role'))).toBe(
        kind === 'backupRule' ? nightly : 'unknown',
      );
    }
  });
});

describe('the selections of a plan', () => {
  const selected = (id: string, plan: string, scope?: Scope) => backupSelection(id, plan, {}, scope);
  const denied = (plan: string) => line('ListBackupSelections', 'denied', { resource: planArn(plan) });
  const plans = [backupPlan('nightly'), backupPlan('weekly'), backupPlan('nightly', {}, recovery)];

  test.each<Case>([
    ['its own', [selected('a', 'nightly'), selected('b', 'weekly')], [], [['a']]],
    ['not those of its namesake elsewhere', [selected('a', 'nightly', recovery)], [], []],
    ['denied', [], [denied('nightly')], [['unread', 'ListBackupSelections denied']]],
    ['denied, of another plan', [], [denied('weekly')], []],
    ['of plans that were not listed', [], [line('ListBackupPlans', 'denied')], []],
    ['of a plan that only its list names', [], [denied('gone')], []],
    [
      'one that does not name its plan',
      [backupSelection('a', 'x', { BackupPlanId: undefined })],
      [],
      [['a', 'BackupPlanId of a is missing in the inventory']],
    ],
  ])('%s', (_, records, coverage, expected) => {
    expect(reached('backupPlan', 'selections', [...plans, ...records], coverage, nightly)).toEqual(expected);
  });

  test.each<Case>([
    ['its own', [restoreTestingSelection('ebs', 'monthly')], [], [['111122223333/eu-west-1/monthly/ebs']]],
    ['not those of its namesake elsewhere', [restoreTestingSelection('ebs', 'monthly', {}, recovery)], [], []],
    [
      'denied',
      [],
      [line('ListRestoreTestingSelections', 'denied', { resource: testingPlanArn('monthly') })],
      [['unread', 'ListRestoreTestingSelections denied']],
    ],
  ])('of a restore testing plan: %s', (_, records, coverage, expected) => {
    const both = [restoreTestingPlan('monthly'), restoreTestingPlan('monthly', {}, recovery)];
    const found = reached(
      'restoreTestingPlan',
      'selections',
      [...both, ...records],
      coverage,
      testingPlanArn('monthly'),
    );
    expect(found).toEqual(expected);
  });
});

describe('the plan of a selection', () => {
  const planOf = (records: readonly AwsRecord[], coverage: readonly Coverage[] = []) => {
    const world = worldOf([
      shard({ records: [...records, backupSelection('a', 'nightly')], coverage, scopes: [home, recovery] }),
    ]);
    return plain(world.fact(itemOf(world, 'backupSelection'), 'plan'));
  };

  test('there, gone, elsewhere, and not listed', () => {
    expect(planOf([backupPlan('nightly')])).toBe(nightly);
    expect(planOf([])).toBeUndefined();
    expect(planOf([backupPlan('nightly', {}, recovery)])).toBeUndefined();
    expect(planOf([], [line('ListBackupPlans', 'denied')])).toBe('unknown');
    expect(planOf([], [line('ListBackupPlans', 'denied', { scope: recovery })])).toBeUndefined();
  });

  test('perhaps one that does not say its id', () => {
    expect(planOf([backupPlan('nightly', { BackupPlanId: undefined })])).toBe('unknown');
    expect(planOf([backupPlan('nightly', { BackupPlanId: undefined }, recovery)])).toBeUndefined();
  });

  test('of restore tests, by name', () => {
    const records = [restoreTestingPlan('monthly'), restoreTestingSelection('ebs', 'monthly')];
    const world = worldOf([shard({ records })]);
    expect(plain(world.fact(itemOf(world, 'restoreTestingSelection'), 'plan'))).toBe(testingPlanArn('monthly'));
  });
});

describe('the vault of a destination: absent only where its home was read', () => {
  const vaultOf = (scope: Scope, records: readonly AwsRecord[], coverage: readonly Coverage[] = []) => {
    const to = { DestinationBackupVaultArn: vaultArn('dr', scope) };
    const plan = withRules({ ...rule, CopyActions: [to] });
    const world = worldOf([shard({ records: [plan, ...records], coverage, scopes: [home, recovery, far] })]);
    const [copy] = world.items('destination');
    const answer = copy && world.fact(copy, 'vault');
    return answer && [plain(answer), ...because(answer)];
  };

  test('there', () => {
    expect(vaultOf(recovery, [vault('dr', {}, recovery)])).toEqual([vaultArn('dr', recovery)]);
    expect(vaultOf(far, [vault('dr', {}, recovery)])).toEqual([undefined]);
  });

  test('seen where it is shared', () => {
    const shared = { ...vault('dr', {}, outside), ...recovery };
    expect(vaultOf(outside, [shared])).toEqual([vaultArn('dr', outside)]);
  });

  test('gone, not listed, and where nobody looked', () => {
    expect(vaultOf(recovery, [])).toEqual([undefined]);
    expect(vaultOf(recovery, [], [line('ListBackupVaults', 'denied', { scope: recovery })])).toEqual([
      'unknown',
      'ListBackupVaults denied',
    ]);
    expect(vaultOf(recovery, [], [line('ListBackupVaults', 'denied', { scope: far })])).toEqual([undefined]);
    expect(vaultOf(outside, [])).toEqual(['unknown', 'ListBackupVaults notRead']);
  });
});

describe('the vaults of a restore testing plan', () => {
  const all = ['main', 'gap', 'main-2'].map((name) => vault(name));
  const others = [vault('main', {}, recovery), vault('main', {}, far)];
  const chosen = (
    include: readonly string[] | undefined,
    exclude: readonly string[] = [],
    coverage: readonly Coverage[] = [],
  ) => {
    const selection = { ...(include && { IncludeVaults: include }), ExcludeVaults: exclude };
    const plan = restoreTestingPlan('monthly', { RecoveryPointSelection: selection });
    return reached('restoreTestingPlan', 'vaults', [plan, ...all, ...others], coverage);
  };
  const [gap, main, second] = ['gap', 'main', 'main-2'].map((name) => [vaultArn(name)]);

  test.each<[readonly string[] | undefined, readonly string[], unknown]>([
    [['*'], [], [gap, main, second]],
    [[vaultArn('main')], [], [main]],
    [[vaultArn('main*')], [], [main, second]],
    [['*:backup-vault:main*'], [vaultArn('main-?')], [main]],
    [['*'], ['*'], []],
    [['*'], [vaultArn('main'), vaultArn('main', far)], [gap, second]],
    [[vaultArn('main', recovery)], [], []],
    [[], [], []],
    [undefined, [], []],
  ])('%j without %j', (include, exclude, expected) => {
    expect(chosen(include, exclude)).toEqual(expected);
  });

  test('vaults that were not listed', () => {
    const denied = line('ListBackupVaults', 'denied');
    const unread = ['unread', 'ListBackupVaults denied'];
    expect(chosen(['*'], [], [denied])).toEqual([gap, main, second, unread]);
    expect(chosen([vaultArn('main')], [], [denied])).toEqual([main, unread]);
    expect(chosen([], [], [denied])).toEqual([]);
    expect(chosen(['*'], ['*'], [denied])).toEqual([]);
    expect(chosen(['*'], [], [line('ListBackupVaults', 'denied', { scope: recovery })])).toEqual([gap, main, second]);
  });

  test('a choice that was not read', () => {
    const denied = line('GetRestoreTestingPlan', 'denied', { resource: testingPlanArn('monthly') });
    const found = reached('restoreTestingPlan', 'vaults', [restoreTestingPlan('monthly'), ...all, ...others], [denied]);
    expect(found).toEqual(['gap', 'main', 'main-2'].map((name) => [vaultArn(name), 'GetRestoreTestingPlan denied']));
  });
});

describe('the policy of a vault', () => {
  const Policy = JSON.stringify({ Statement: { Effect: 'Allow' } });
  const main = vaultArn('main');
  const denied = line('GetBackupVaultAccessPolicy', 'denied', { resource: main });
  test.each<Case>([
    ['its statements', [vault('main', { Policy })], [], [[`${main}#1`]]],
    ['no policy', [vault('main')], [], []],
    ['denied', [vault('main')], [denied], [['unread', 'GetBackupVaultAccessPolicy denied']]],
    ['other vaults not listed', [vault('main', { Policy })], [line('ListBackupVaults', 'denied')], [[`${main}#1`]]],
  ])('%s', (_, records, coverage, expected) => {
    expect(reached('backupVault', 'policyStatements', records, coverage, main)).toEqual(expected);
  });
});

test('a vault that is shared is of its owner, wherever it was listed', () => {
  const shared = { ...vault('gap', {}, recovery), ...home };
  const vaultsOf = (id: string) => reached('scope', 'backupVaults', [vault('main'), shared], [], id);
  expect(vaultsOf('111122223333/eu-west-1')).toEqual([[vaultArn('main')]]);
  expect(vaultsOf('444455556666/eu-west-1')).toEqual([[vaultArn('gap', recovery)]]);
  const world = worldOf([shard({ records: [shared], scopes: [home, recovery] })]);
  expect(plain(world.fact(itemOf(world, 'backupVault'), 'scope'))).toBe('444455556666/eu-west-1');
});

test('how often restores are tested', () => {
  const periodOf = (fields: Fields) => {
    const world = worldOf([shard({ records: [restoreTestingPlan('monthly', fields)] })]);
    return plain(world.fact(itemOf(world, 'restoreTestingPlan'), 'periodHours'));
  };
  expect(periodOf({})).toBe(31 * 24);
  expect(periodOf({ ScheduleExpression: 'rate(7 days)' })).toBe(168);
  expect(periodOf({ ScheduleExpression: 'at noon' })).toBe('unknown');
  // AWS always fills it: no default is taken for it.
  expect(periodOf({ ScheduleExpression: undefined })).toBe('unknown');
});
