import { describe, expect, test } from 'vitest';
import { alwaysFilled } from '../../src/catalogue/always-filled.ts';
import type { Kind } from '../../src/catalogue/kinds.ts';
import { foundBy, listOf } from '../../src/catalogue/operations.ts';
import { recordKinds } from '../../src/catalogue/record-kinds.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Evaluation } from '../../src/engine/evaluation.ts';
import type { AwsRecord, Shard } from '../../src/inventory/record.ts';
import { operationsOf } from '../../src/rules/demand.ts';
import type { Condition } from '../../src/rules/rule.ts';
import { home, inputOf, line, recovery, shard, volume } from './estate.ts';
import { itemOf, plain, worldOf } from './fact-value.ts';
import { ownRule } from './own-rule.ts';
import {
  backupPlan,
  backupSelection,
  framework,
  globalSettings,
  legalHold,
  listedResource,
  planArn,
  regionSettings,
  reportPlan,
  restoreTestingPlan,
  restoreTestingSelection,
  scanJob,
  testingPlanArn,
} from './state-records.ts';

const leaf = (fact: string, operator: string, value: unknown, path?: string): Condition => ({
  all: [{ fact, operator, value, ...(path === undefined ? {} : { path: `$.${path}` }) }],
});
const read = (kind: Kind, require: Condition, shards: readonly Shard[]): Evaluation =>
  evaluate({ ...inputOf(shards), rules: [ownRule({ target: kind, require })] });
const outcomesOf = ({ result }: Evaluation) =>
  [...(result.outcomes ?? []), ...result.findings].map(({ outcome, target }) => `${target.id} ${outcome}`);

const nightly = planArn('nightly');
const plan = backupPlan('nightly');
const testing = restoreTestingPlan('monthly');

type Case = {
  readonly record: AwsRecord;
  readonly beside?: AwsRecord;
  readonly id: string;
  readonly holds: Condition;
  readonly fails: Condition;
  /** The plan that the list is of. */
  readonly of?: string;
};

const cases: readonly Case[] = [
  {
    record: scanJob('scan-1', { ScanResult: { ScanResultStatus: 'NO_THREATS_FOUND' } }),
    id: 'scan-1',
    holds: leaf('ScanResult', 'equal', 'NO_THREATS_FOUND', 'ScanResultStatus'),
    fails: leaf('ageDays', 'lessThan', 9),
  },
  {
    record: backupPlan('nightly', { BackupPlan: { Rules: [{ RuleName: 'a' }] } }),
    id: nightly,
    holds: leaf('BackupPlan', 'equal', 1, 'Rules.length'),
    fails: leaf('ageDays', 'lessThan', 9),
  },
  {
    record: backupSelection('s-1', 'nightly', { BackupSelection: { Resources: ['*'] } }),
    beside: plan,
    id: 's-1',
    holds: leaf('BackupSelection', 'contains', '*', 'Resources'),
    fails: leaf('ageDays', 'lessThan', 9),
    of: nightly,
  },
  {
    record: restoreTestingPlan('monthly', { RecoveryPointSelection: { IncludeVaults: ['*'] } }),
    id: testingPlanArn('monthly'),
    holds: leaf('RecoveryPointSelection', 'contains', '*', 'IncludeVaults'),
    fails: leaf('ageDays', 'lessThan', 9),
  },
  {
    record: restoreTestingSelection('ebs', 'monthly', { ProtectedResourceArns: ['*'] }),
    beside: testing,
    id: '111122223333/eu-west-1/monthly/ebs',
    holds: leaf('ProtectedResourceArns', 'contains', '*'),
    fails: leaf('ageDays', 'lessThan', 9),
    of: testingPlanArn('monthly'),
  },
  {
    record: legalHold,
    id: 'arn:aws:backup:eu-west-1:111122223333:legal-hold:5a',
    holds: leaf('Status', 'equal', 'ACTIVE'),
    fails: leaf('ageDays', 'lessThan', 9),
  },
  {
    record: framework,
    id: 'arn:aws:backup:eu-west-1:111122223333:framework:audit-1',
    holds: leaf('partition', 'equal', 'aws'),
    fails: leaf('ageDays', 'lessThan', 9),
  },
  {
    record: reportPlan,
    id: 'arn:aws:backup:eu-west-1:111122223333:report-plan:daily-1',
    holds: leaf('ReportSetting', 'equal', 'BACKUP_JOB_REPORT', 'ReportTemplate'),
    fails: leaf('ageDays', 'lessThan', 9),
  },
  {
    record: regionSettings,
    id: '111122223333/eu-west-1',
    holds: leaf('ResourceTypeOptInPreference', 'equal', true, 'EBS'),
    fails: leaf('region', 'equal', 'us-east-1'),
  },
  {
    record: globalSettings,
    id: '111122223333/eu-west-1',
    holds: leaf('GlobalSettings', 'equal', 'true', 'isCrossAccountBackupEnabled'),
    fails: leaf('accountId', 'equal', '444455556666'),
  },
  {
    record: listedResource,
    id: volume,
    holds: leaf('Tags', 'equal', 'crm', 'owner'),
    fails: leaf('ResourceType', 'equal', 'EC2'),
  },
];

const judgedElsewhere = ['recoveryPoint', 'backupVault', 'protectedResource', 'restoreJob', 'copyJob', 'backupJob'];

/** What is protected is no target as listed. */
const alsoFoundBy = (kind: Kind) =>
  kind === 'listedResource' ? [...foundBy('protectedResource'), ...foundBy('recoveryPoint')] : [];

test('no kind of record is left out', () => {
  const kinds = recordKinds.filter((kind) => !judgedElsewhere.includes(kind));
  expect(cases.map(({ record }) => record.kind)).toEqual(kinds);
});

describe.each(cases.map((each) => [each.record.kind, each] as const))('%s', (kind, each) => {
  const { record, beside, id, holds, fails, of } = each;
  const others = beside === undefined ? [] : [beside];
  const whole = [shard({ records: [record, ...others] })];

  test.each([
    ['pass', holds],
    ['fail', fails],
  ] as const)('%s', (outcome, require) => {
    expect(outcomesOf(read(kind, require, whole))).toEqual([`${id} ${outcome}`]);
    expect(read(kind, require, whole).incomplete).toBe(false);
  });

  test('its list denied: a target may be missing', () => {
    const denied = line(listOf(kind), 'denied', of === undefined ? {} : { resource: of });
    const evaluation = read(kind, holds, [shard({ records: others, coverage: [denied] })]);
    expect(outcomesOf(evaluation)).toEqual([]);
    expect(evaluation.incomplete).toBe(true);
    expect(evaluation.result.gaps.map(({ operation, resource }) => [operation, resource])).toEqual([
      [listOf(kind), of],
    ]);
  });

  test('a field that AWS always fills is missing', () => {
    for (const name of alwaysFilled[kind]) {
      const fields = Object.entries(record.fields).filter(([field]) => field !== name);
      const less: AwsRecord = { ...record, fields: Object.fromEntries(fields) };
      const { result } = read(kind, leaf(name, 'exists', true), [shard({ records: [less, ...others] })]);
      expect(result.findings.map(({ outcome, message }) => [outcome, message.includes(name)])).toEqual([
        ['unknown', true],
      ]);
    }
  });

  test('needs what finds it', () => {
    expect(operationsOf(ownRule({ target: kind, require: leaf('accountId', 'exists', true) }).rule)).toEqual(
      [...new Set([...foundBy(kind), ...alsoFoundBy(kind)])].sort(),
    );
  });
});

test('what to grant is the action of the operation', () => {
  const require: Condition = {
    all: [{ fact: 'count', params: { of: 'listedResources' }, operator: 'equal', value: 0 }],
  };
  const { result } = read('scope', require, [shard({ coverage: [line('GetResources', 'denied')] })]);
  expect(result.findings.map(({ message }) => message.split(': ').at(-1))).toEqual(['grant tag:GetResources']);
});

test('one plan name in two scopes: two targets', () => {
  const records = [home, recovery].map((scope) => restoreTestingSelection('ebs', 'monthly', {}, scope));
  const ids = worldOf([shard({ records })])
    .items('restoreTestingSelection')
    .map(({ id }) => id);
  expect(ids).toEqual(['111122223333/eu-west-1/monthly/ebs', '444455556666/eu-west-1/monthly/ebs']);
});

test('what an export lists belongs where its ARN says', () => {
  const bucket = { ...listedResource, fields: { ResourceArn: 'arn:aws:s3:::invoices' } };
  const foreign = { ...listedResource, ...recovery };
  const world = worldOf([shard({ records: [bucket, foreign] })]);
  const accountOf = (id: string) => plain(world.fact(itemOf(world, 'listedResource', id), 'accountId'));
  expect(accountOf('arn:aws:s3:::invoices')).toBe('111122223333');
  expect(accountOf(volume)).toBe('111122223333');
});
