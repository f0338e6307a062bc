import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { AwsRecord, Coverage, Fields, Shard } from '../../src/inventory/record.ts';
import type { Rule } from '../../src/rules/rule.ts';
import {
  daysAgo,
  home,
  inputOf,
  airGapped as lag,
  line,
  outside,
  recovery,
  shard,
  vault,
  vaultArn,
} from '../engine/estate.ts';
import { ownRule } from '../engine/own-rule.ts';
import { backupPlan, backupSelection, planArn } from '../engine/state-records.ts';
import { checked, ruleText } from './checked-text.ts';
import { all, any, is, type Members, number, of, parameter, part, some } from './sketch.ts';

const target = (kind: string): Members => ({ target: `"${kind}"`, message: '"{{target}}"' });
const ref = (fact: string, path: string) => `{ "fact": "${fact}", "path": "$.${path}" }`;
const none = (relation: string, where: string) =>
  `{ ${of('count', relation, where)}, "operator": "equal", "value": 0 }`;
const count = (relation: string) =>
  `{ "fact": "count", "params": { "of": "${relation}" }, "operator": "greaterThanInclusive", "value": 1 }`;
const undeleted = all(is('DeletionDate', 'false', 'exists'));
const cold = part('Lifecycle', 'MoveToColdStorageAfterDays', 'true', 'exists');
const list = (name: string, values: readonly string[]) =>
  `"${name}": { "type": "list", "default": ${JSON.stringify(values)}, "description": "It." }`;
const excepted = all(
  is('conditionKey', '"aws:PrincipalArn"'),
  is('conditionOperator', '["ArnNotEquals", "ArnNotLike", "StringNotEquals", "StringNotLike"]', 'in'),
  is('conditionValues', parameter('principals'), 'everyFact:in'),
);
const limited = all(
  is('conditionKey', '["aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount"]', 'in'),
  is('conditionOperator', '["StringEquals", "ForAnyValue:StringEquals", "ForAnyValue:StringLike", "StringLike"]', 'in'),
  `{ "not": ${is('conditionValues', '"*"', 'contains')} }`,
);
const allowedHours = (from: string) =>
  `{ "fact": "hours", "params": { "from": "${from}" }, "operator": "lessThanInclusive", "value": { "fact": "allowedHours" } }`;

/** Rules of the catalogue about plans, where they write to, and vault policies. `when` guards nothing in `require`. */
const sketches: { readonly [id: string]: Members } = {
  BKP101: {
    ...target('backupPlan'),
    parameters: `{ ${number('maxPeriodHours', 24)}, ${number('minDays', 35)} }`,
    when: undeleted,
    require: all(
      some(
        'rules',
        all(
          is('periodHours', parameter('maxPeriodHours'), 'lessThanInclusive'),
          is('retentionDays', parameter('minDays'), 'greaterThanInclusive'),
        ),
      ),
    ),
  },
  BKP105: {
    target: '["destination", "recoveryPoint"]',
    message: '"{{target}}"',
    when: all(cold),
    require: all(
      cold,
      is(
        'retentionDays',
        `{ "fact": "plus", "params": { "of": [ ${ref('Lifecycle', 'MoveToColdStorageAfterDays')}, 90 ] } }`,
        'greaterThanInclusive',
      ),
    ),
  },
  BKP108: {
    ...target('destination'),
    when: all(
      is('temporary', 'false'),
      is('vault', 'true', 'exists'),
      part('vault', 'lockState', '"none"', 'notEqual'),
    ),
    require: all(
      is('vault', 'true', 'exists'),
      is('retentionDays', ref('vault', 'lockMinDays'), 'greaterThanInclusive'),
      is('retentionDays', ref('vault', 'lockMaxDays'), 'lessThanInclusive'),
    ),
  },
  BKP109: {
    ...target('backupRule'),
    when: all(cold, some('destinations', all(is('role', '"copy"')))),
    require: all(part('Lifecycle', 'MoveToColdStorageAfterDays', '1', 'greaterThanInclusive')),
  },
  BKP110: {
    ...target('backupPlan'),
    when: undeleted,
    facts:
      '{ "allowedHours": { "fact": "times", "params": { "of": [ 2, { "fact": "min", "params": { "of": "rules", "fact": "periodHours" } } ] } } }',
    require: all(count('selections'), any(allowedHours('LastExecutionDate'), allowedHours('CreationDate'))),
  },
  BKP111: { ...target('destination'), require: all(is('vault', 'true', 'exists')) },
  BKP206: {
    ...target('backupVault'),
    parameters: `{ ${list('principals', [])}, ${list('actions', ['backup:DeleteRecoveryPoint', 'backup:PutBackupVaultAccessPolicy'])} }`,
    when: all(is('lockState', '"compliance"', 'notEqual')),
    require: all(
      `{ ${of(
        'values',
        'policyStatements',
        all(
          is('Effect', '"Deny"'),
          is('everyone', 'true'),
          is('everyResource', 'true'),
          none('conditions', all(`{ "not": ${excepted} }`)),
        ),
        '"fact": "actions",',
      )}, "operator": "everyValue:contains", "value": ${parameter('actions')} }`,
    ),
  },
  BKP207: {
    ...target('backupVault'),
    require: all(
      none(
        'policyStatements',
        all(
          is('Effect', '"Allow"'),
          is('everyone', 'true'),
          is('actions', '"backup:CopyIntoBackupVault"', 'contains'),
          none('conditions', limited),
        ),
      ),
    ),
  },
};

test.each(Object.entries(sketches))('%s is carried', async (_, members) => {
  expect(await checked(ruleText(members), 'shipped')).toMatchObject({ faults: [], warnings: [] });
});

function judged(id: string, shards: readonly Shard[]): readonly string[] {
  const rule: Rule = JSON.parse(ruleText({ id: `"${id}"`, ...sketches[id] }));
  const defaults = Object.entries(rule.parameters ?? {}).map(([name, given]) => [name, given.default]);
  const { result } = evaluate({ ...inputOf(shards), rules: [ownRule(rule, Object.fromEntries(defaults))] });
  const outcomes = [...(result.outcomes ?? []), ...result.findings].map((each) => [each.target.id, each.outcome]);
  return outcomes.map(([target = '', outcome]) => `${target.replace(`${nightly}#r-1/`, '')} ${outcome}`).sort();
}

const nightly = planArn('nightly');
const main = vaultArn('main');
const rule: Fields = {
  RuleId: 'r-1',
  RuleName: 'daily',
  TargetBackupVaultName: 'main',
  ScheduleExpression: 'cron(0 5 ? * * *)',
  Lifecycle: { DeleteAfterDays: 35 },
};
const plan = (rules: readonly Fields[], fields: Fields = {}) =>
  backupPlan('nightly', { BackupPlan: { Rules: rules }, ...fields });
const copyTo = (arn: string, lifecycle: Fields = {}): Fields => ({
  DestinationBackupVaultArn: arn,
  Lifecycle: lifecycle,
});
const deniedPlan = line('GetBackupPlan', 'denied', { resource: nightly });
const of1 = (record: AwsRecord, ...coverage: readonly Coverage[]) => [shard({ records: [record], coverage })];

describe('BKP101: one rule does both', () => {
  const weekly = { ...rule, RuleId: 'r-2', ScheduleExpression: 'cron(0 5 ? * SUN *)' };
  const short = { ...rule, RuleId: 'r-3', Lifecycle: { DeleteAfterDays: 7 } };
  const strange = { ...rule, RuleId: 'r-4', ScheduleExpression: 'sometimes' };
  test.each<[string, readonly Shard[], string]>([
    ['daily and long', of1(plan([weekly, rule])), 'pass'],
    ['the one daily, the other long', of1(plan([weekly, short])), 'fail'],
    ['a schedule nobody understands', of1(plan([weekly, strange])), 'unknown'],
    ['beside one that does both', of1(plan([strange, rule])), 'pass'],
    ['kept for ever, by the default schedule', of1(plan([{ RuleId: 'r-1', TargetBackupVaultName: 'main' }])), 'pass'],
    ['denied', of1(backupPlan('nightly'), deniedPlan), 'unknown'],
    ['deleted', of1(plan([], { DeletionDate: daysAgo(1) })), 'notApplicable'],
  ])('%s: %s', (_, shards, outcome) => {
    expect(judged('BKP101', shards)).toEqual([`${nightly} ${outcome}`]);
  });
});

test('BKP105: cold storage and 90 days more, where the copy ends as its rule does', () => {
  const lifecycle = { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 120 };
  const copies = [
    copyTo(vaultArn('dr'), { MoveToColdStorageAfterDays: 60, DeleteAfterDays: -1 }),
    copyTo(vaultArn('warm')),
  ];
  expect(judged('BKP105', of1(plan([{ ...rule, Lifecycle: lifecycle, CopyActions: copies }])))).toEqual([
    `copy/${vaultArn('dr')} fail`,
    `copy/${vaultArn('warm')} notApplicable`,
    `target/${main} pass`,
  ]);
});

describe('BKP108: what a rule keeps fits the lock of the vault', () => {
  const locked = (name: string, fields: Fields) => vault(name, { Locked: true, ...fields });
  test('the target beside an air-gapped one is left out', () => {
    const gap = vault('gap', { VaultType: lag, MinRetentionDays: 7, MaxRetentionDays: 30 });
    const rules = [{ ...rule, TargetLogicallyAirGappedBackupVaultArn: vaultArn('gap') }];
    const records = [plan(rules), gap, locked('main', { MaxRetentionDays: 5 })];
    expect(judged('BKP108', [shard({ records })])).toEqual([
      `airGappedTarget/${vaultArn('gap')} fail`,
      `target/${main} notApplicable`,
    ]);
  });

  test.each<[string, readonly AwsRecord[], readonly Coverage[], string]>([
    ['it does', [plan([rule]), locked('main', { MinRetentionDays: 35 })], [], 'pass'],
    [
      'no end against an end',
      [plan([{ ...rule, Lifecycle: {} }]), locked('main', { MaxRetentionDays: 90 })],
      [],
      'fail',
    ],
    ['no lock', [plan([rule]), vault('main')], [], 'notApplicable'],
    ['no vault', [plan([rule])], [], 'notApplicable'],
    ['vaults not listed', [plan([rule])], [line('ListBackupVaults', 'denied')], 'unknown'],
  ])('%s', (_, records, coverage, outcome) => {
    expect(judged('BKP108', [shard({ records, coverage })])).toEqual([`target/${main} ${outcome}`]);
  });
});

test('BKP109: what goes cold at once cannot be copied', () => {
  const coldAfter = (days: number, more: Fields) => ({
    ...rule,
    Lifecycle: { MoveToColdStorageAfterDays: days },
    ...more,
  });
  const copied = { CopyActions: [copyTo(vaultArn('dr'))] };
  const rules = [
    coldAfter(0, { ...copied, RuleId: 'a' }),
    coldAfter(1, { ...copied, RuleId: 'b' }),
    coldAfter(0, { RuleId: 'c' }),
  ];
  expect(judged('BKP109', of1(plan(rules)))).toEqual([
    `${nightly}#a fail`,
    `${nightly}#b pass`,
    `${nightly}#c notApplicable`,
  ]);
});

describe('BKP110: a plan runs', () => {
  const selection = backupSelection('s-1', 'nightly');
  const old = { CreationDate: daysAgo(90) };
  const deniedList = line('ListBackupSelections', 'denied', { resource: nightly });
  test.each<[string, readonly AwsRecord[], readonly Coverage[], string]>([
    ['it ran', [plan([rule], { ...old, LastExecutionDate: daysAgo(1.5) }), selection], [], 'pass'],
    ['it stopped', [plan([rule], { ...old, LastExecutionDate: daysAgo(3) }), selection], [], 'fail'],
    ['it never ran', [plan([rule], old), selection], [], 'fail'],
    ['it is new', [plan([rule], { CreationDate: daysAgo(1) }), selection], [], 'pass'],
    ['it backs nothing up', [plan([rule], { LastExecutionDate: daysAgo(1) })], [], 'fail'],
    ['another plan does', [plan([rule]), backupPlan('b'), backupSelection('s-1', 'b')], [], 'fail'],
    ['selections denied', [plan([rule], { LastExecutionDate: daysAgo(1) })], [deniedList], 'unknown'],
    ['rules denied', [backupPlan('nightly', { LastExecutionDate: daysAgo(3) }), selection], [deniedPlan], 'unknown'],
  ])('%s', (_, records, coverage, outcome) => {
    expect(judged('BKP110', [shard({ records, coverage })])).toContain(`${nightly} ${outcome}`);
  });
});

describe('BKP111: the vault is there', () => {
  const rules = [{ ...rule, CopyActions: [copyTo(vaultArn('dr', recovery)), copyTo(vaultArn('dr', outside))] }];
  test.each<[string, readonly AwsRecord[], readonly Coverage[], string, string]>([
    ['both', [vault('main'), vault('dr', {}, recovery)], [], 'pass', 'pass'],
    ['none', [], [], 'fail', 'fail'],
    [
      'where it was not listed',
      [vault('main')],
      [line('ListBackupVaults', 'denied', { scope: recovery })],
      'unknown',
      'pass',
    ],
  ])('%s', (_, vaults, coverage, copy, own) => {
    const shards = [shard({ records: [plan(rules), ...vaults], coverage, scopes: [home, recovery] })];
    expect(judged('BKP111', shards)).toEqual([
      `copy/${vaultArn('dr', recovery)} ${copy}`,
      `copy/${vaultArn('dr', outside)} unknown`,
      `target/${main} ${own}`,
    ]);
  });

  test('rules that were not read may be targets', () => {
    const { incomplete, result } = evaluate({
      ...inputOf(of1(backupPlan('nightly'), deniedPlan)),
      rules: [ownRule(JSON.parse(ruleText(sketches.BKP111)))],
    });
    expect([incomplete, result.gaps.map(({ operation }) => operation)]).toEqual([true, ['GetBackupPlan']]);
  });
});

const deniedPolicy = line('GetBackupVaultAccessPolicy', 'denied', { resource: main });
const deny = { Effect: 'Deny', Principal: '*', Action: 'backup:*', Resource: '*' };
const policy = (...Statement: readonly Fields[]) => vault('main', { Policy: JSON.stringify({ Statement }) });
const withCondition = (statement: Fields, Condition: Fields) => ({ ...statement, Condition });

describe('BKP206: the policy denies to delete', () => {
  test.each<[string, AwsRecord, readonly Coverage[], string]>([
    ['to everyone', policy(deny), [], 'pass'],
    [
      'in two statements',
      policy(
        { ...deny, Action: 'backup:deleterecoverypoint', Principal: { AWS: '*' } },
        { ...deny, Action: ['backup:PutBackupVaultAccessPolicy'] },
      ),
      [],
      'pass',
    ],
    ['half of it', policy({ ...deny, Action: 'backup:DeleteRecoveryPoint' }), [], 'fail'],
    ['with a way around', policy(withCondition(deny, { Bool: { 'aws:SecureTransport': 'false' } })), [], 'fail'],
    ['for one principal', policy({ ...deny, Principal: { AWS: '111122223333' } }), [], 'fail'],
    ['but to one', policy({ ...deny, Principal: undefined, NotPrincipal: { AWS: '111122223333' } }), [], 'unknown'],
    ['no policy', vault('main'), [], 'fail'],
    ['policy denied', vault('main'), [deniedPolicy], 'unknown'],
    ['no JSON', vault('main', { Policy: 'deny all' }), [], 'unknown'],
    ['a locked vault', vault('main', { Locked: true, LockDate: daysAgo(9) }), [], 'notApplicable'],
  ])('%s', (_, record, coverage, outcome) => {
    expect(judged('BKP206', of1(record, ...coverage))).toEqual([`${main} ${outcome}`]);
  });
});

describe('BKP207: not everyone may copy in', () => {
  const allow = { Effect: 'Allow', Principal: '*', Action: 'backup:CopyIntoBackupVault', Resource: '*' };
  const inOrg = { StringEquals: { 'aws:principalorgid': 'o-1' } };
  test.each<[string, AwsRecord, readonly Coverage[], string]>([
    ['everyone', policy(allow), [], 'fail'],
    ['everyone, by a wildcard', policy({ ...allow, Action: 'backup:Copy*' }), [], 'fail'],
    [
      'everyone, by what is not meant',
      policy({ ...allow, Action: undefined, NotAction: 'backup:Delete*' }),
      [],
      'fail',
    ],
    ['the organization', policy(withCondition(allow, inOrg)), [], 'pass'],
    ['any organization', policy(withCondition(allow, { StringLike: { 'aws:PrincipalOrgID': '*' } })), [], 'fail'],
    ['one account', policy({ ...allow, Principal: { AWS: '111122223333' } }), [], 'pass'],
    ['a condition that is none', policy({ ...allow, Condition: 'true' }), [], 'unknown'],
    ['no policy', vault('main'), [], 'pass'],
    ['policy denied', vault('main'), [deniedPolicy], 'unknown'],
  ])('%s', (_, record, coverage, outcome) => {
    expect(judged('BKP207', of1(record, ...coverage))).toEqual([`${main} ${outcome}`]);
  });
});
