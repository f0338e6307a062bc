import { expect, test } from 'vitest';
import { evaluate } from '../../../src/engine/evaluate.ts';
import { thingsNamed, why, worldAfter } from '../../../src/engine/why.ts';
import type { AwsRecord, Coverage } from '../../../src/inventory/record.ts';
import { whyText } from '../../../src/reporters/why.ts';
import { WhyResult } from '../../../src/why-result.ts';
import { home, inputOf, line, recovery, resource, shard, volume } from '../estate.ts';
import { ownRule } from '../own-rule.ts';
import {
  backupPlan,
  backupSelection,
  listedResource,
  restoreTestingPlan,
  restoreTestingSelection,
} from '../state-records.ts';

const selection = (name: string, fields: object): AwsRecord =>
  backupSelection(`s-${name}`, 'p-1', { BackupSelection: { SelectionName: name, ...fields } });
const tag = (ConditionKey: string, ConditionValue: string) => ({
  ConditionType: 'STRINGEQUALS',
  ConditionKey,
  ConditionValue,
});

const records: readonly AwsRecord[] = [
  resource(),
  listedResource,
  backupPlan('p-1', { BackupPlanName: 'nightly' }),
  selection('volumes', { Resources: ['arn:aws:ec2:*:*:volume/*'] }),
  selection('buckets', { Resources: ['arn:aws:s3:::*'] }),
  selection('but-volumes', { Resources: ['*'], NotResources: ['arn:aws:ec2:*:*:volume/*'] }),
  selection('hr', { Resources: ['arn:aws:ec2:*:*:volume/*'], ListOfTags: undefined, Conditions: conditions('hr') }),
  backupSelection('s-other', 'p-2', { BackupSelection: { Resources: ['*'] } }, recovery),
  restoreTestingPlan('monthly'),
  restoreTestingSelection('ebs', 'monthly', { ProtectedResourceArns: ['*'] }),
  restoreTestingSelection('rds', 'monthly', { ProtectedResourceType: 'RDS' }),
];

function conditions(value: string) {
  return { StringEquals: [{ ConditionKey: 'aws:ResourceTag/owner', ConditionValue: value }] };
}

function asked(given: readonly AwsRecord[], coverage: readonly Coverage[] = []) {
  const rule = ownRule({ require: { fact: 'count', params: { of: 'selections' }, operator: 'greaterThan', value: 0 } });
  const read = shard({ records: given, coverage, scopes: [home, recovery] });
  const whole = { input: { ...inputOf([read]), rules: [rule] }, loaded: [rule] };
  const scanned = { ...whole, result: evaluate(whole.input).result };
  const world = worldAfter(scanned);
  return why(scanned, thingsNamed(volume, world), world);
}

const lines = (result: WhyResult): readonly string[] => {
  const text = whyText(result, { width: 100, color: false }).split('\n');
  return text.slice(text.indexOf('BACKUP SELECTIONS'), text.length).filter((each) => each !== '');
};

test('of each selection the clause that decided', () => {
  expect(lines(asked(records))).toEqual([
    'BACKUP SELECTIONS',
    '  ✓ volumes of plan nightly',
    '      matches Resources arn:aws:ec2:*:*:volume/*',
    '  ✗ buckets of plan nightly',
    '      does not match Resources arn:aws:s3:::*',
    '  ✗ but-volumes of plan nightly',
    '      left out by NotResources arn:aws:ec2:*:*:volume/*',
    '  ✗ hr of plan nightly',
    '      does not match Conditions StringEquals owner = hr',
    'RESTORE TESTING SELECTIONS',
    '  ✓ ebs of plan monthly',
    '      matches ProtectedResourceArns *',
    '  ✗ 1 selection of other resource types',
  ]);
});

test('where tags were not read it says so', () => {
  const given = [resource(), backupPlan('p-1'), selection('tagged', { ListOfTags: [tag('owner', 'hr')] })];
  const result = asked(given, [line('GetResources', 'denied'), line('DescribeRegionSettings', 'denied')]);
  expect(lines(result)).toEqual([
    'BACKUP SELECTIONS',
    '  ? tagged of plan p-1',
    '      hangs on ListOfTags StringEquals owner = hr',
    '      hangs on opt-in: EBS',
    '      DescribeRegionSettings in 111122223333/eu-west-1 was denied (AccessDeniedException): grant',
    '        backup:DescribeRegionSettings',
    '      GetResources in 111122223333/eu-west-1 was denied (AccessDeniedException): grant',
    '        tag:GetResources',
  ]);
});

test('it is in the published form', () => {
  const result = asked(records);
  expect(WhyResult.parse(result)).toEqual(result);
  expect(result.things[0]?.selections?.[0]).toEqual({
    relation: 'selections',
    id: 's-volumes',
    name: 'volumes',
    plan: 'nightly',
    holds: true,
    by: [{ clause: 'Resources', text: 'arn:aws:ec2:*:*:volume/*', holds: true }],
    because: [],
  });
});
