import { expect, test } from 'vitest';
import { evaluate } from '../../../src/engine/evaluate.ts';
import type { AwsRecord, Coverage } from '../../../src/inventory/record.ts';
import type { ActiveRule, Condition } from '../../../src/rules/rule.ts';
import { home, inputOf, line, record, resource, shard, vault, vaultArn, volume } from '../estate.ts';
import { ownRule } from '../own-rule.ts';
import { backupPlan, backupSelection, planArn, restoreTestingPlan, restoreTestingSelection } from '../state-records.ts';

const some = (of: string, where: Condition): Condition => ({
  all: [{ fact: 'count', params: { of, where }, operator: 'greaterThanInclusive', value: 1 }],
});
const kept: Condition = { all: [{ fact: 'plan', path: '$.DeletionDate', operator: 'exists', value: false }] };
const scheduled: Condition = { all: [{ fact: 'ScheduleExpression', operator: 'exists', value: true }] };
const inPlan = ownRule({
  id: 'BKP001',
  target: ['protectedResource', 'listedResource'],
  require: some('selections.plan.rules', kept),
});
const testPlan = ownRule({ id: 'BKP408', require: some('restoreTestingSelections.plan', scheduled) });
const tagsRequired = ownRule(
  {
    id: 'BKP503',
    target: ['backupVault', 'protectedResource'],
    parameters: { keys: { type: 'list', default: ['owner'], description: 'It.' } },
    require: {
      all: [{ fact: 'tagKeys', operator: 'everyValue:contains', value: { fact: 'parameters', path: '$.keys' } }],
    },
  },
  { keys: ['owner'] },
);

const fresh = 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-new';
const listed = (ResourceArn: string, Tags: object): AwsRecord => record('listedResource', { ResourceArn, Tags });
const selection = (fields: object): AwsRecord => backupSelection('s', 'nightly', { BackupSelection: fields });
const volumes = { Resources: ['arn:aws:ec2:*:*:volume/*'] };
const byTag = { ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' }] };
const withRule = { BackupPlan: { Rules: [{ RuleName: 'daily', RuleId: 'r-1', TargetBackupVaultName: 'main' }] } };
const plans = [backupPlan('nightly', withRule), restoreTestingPlan('monthly')];
const optedIn = record('regionSettings', {
  ResourceTypeOptInPreference: { EBS: true },
  ResourceTypeManagementPreference: {},
});

function outcomes(rule: ActiveRule, records: readonly AwsRecord[], coverage: readonly Coverage[]) {
  const read = shard({ records: [...plans, optedIn, ...records], coverage, scopes: [home] });
  const { result } = evaluate({ ...inputOf([read]), rules: [rule], verify: 'all' });
  const all = [...(result.outcomes ?? []), ...result.findings];
  return all.map(({ target, outcome }) => `${target.kind} ${target.id.split('/').at(-1)} ${outcome}`).sort();
}

test.each<[string, ActiveRule, readonly AwsRecord[], readonly Coverage[], readonly string[]]>([
  [
    'a selection by type covers both',
    inPlan,
    [resource(), listed(fresh, {}), selection(volumes)],
    [],
    ['listedResource vol-new pass', 'protectedResource vol-0a pass'],
  ],
  [
    'one by tag covers one',
    inPlan,
    [resource(), listed(fresh, { backup: 'daily' }), selection(byTag)],
    [],
    ['listedResource vol-new pass', 'protectedResource vol-0a fail'],
  ],
  [
    'tags unread',
    inPlan,
    [resource(), selection(byTag)],
    [line('GetResources', 'denied')],
    ['protectedResource vol-0a unknown'],
  ],
  [
    'tags unread, but covered by its ARN',
    inPlan,
    [resource(), selection(volumes)],
    [line('GetResources', 'denied')],
    ['protectedResource vol-0a pass'],
  ],
  [
    'selections unread',
    inPlan,
    [resource()],
    [line('ListBackupSelections', 'denied', { resource: planArn('nightly') })],
    ['protectedResource vol-0a unknown'],
  ],
  [
    'a selection that was listed alone',
    inPlan,
    [resource(), backupSelection('s', 'nightly')],
    [line('GetBackupSelection', 'denied', { resource: planArn('nightly') })],
    ['protectedResource vol-0a unknown'],
  ],
  [
    'selections of another plan unread',
    inPlan,
    [resource(), selection(volumes), backupPlan('weekly', withRule)],
    [line('ListBackupSelections', 'denied', { resource: planArn('weekly') })],
    ['protectedResource vol-0a pass'],
  ],
  [
    'a restore testing selection',
    testPlan,
    [resource(), restoreTestingSelection('s', 'monthly', { ProtectedResourceArns: ['*'] })],
    [],
    ['protectedResource vol-0a pass'],
  ],
  [
    'of another type',
    testPlan,
    [resource(), restoreTestingSelection('s', 'monthly', { ProtectedResourceType: 'RDS' })],
    [],
    ['protectedResource vol-0a fail'],
  ],
  [
    'tags',
    tagsRequired,
    [resource(), listed(volume, { owner: 'crm' }), vault('main'), vault('other')],
    [],
    [`backupVault ${vaultArn('main')} fail`, `backupVault ${vaultArn('other')} fail`, 'protectedResource vol-0a pass'],
  ],
  ['no tags read', tagsRequired, [resource()], [line('GetResources', 'denied')], ['protectedResource vol-0a unknown']],
])('%s', (_, rule, records, coverage, expected) => {
  expect(outcomes(rule, records, coverage)).toEqual(expected);
});

test('the group of a listed resource is its ARN, as of a protected one', () => {
  const of = (records: readonly AwsRecord[]) => {
    const { result } = evaluate({ ...inputOf([shard({ records, scopes: [home] })]), rules: [inPlan] });
    return result.findings.map(({ outcome, fingerprint }) => [outcome, fingerprint]);
  };
  expect(of([listed(volume, {})])).toEqual(of([resource()]));
});
