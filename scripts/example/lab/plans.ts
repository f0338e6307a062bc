import type { AwsRecord, Fields, Scope } from '../../../src/inventory/record.ts';
import { daysAgo } from '../clock.ts';
import { arnIn } from '../scopes.ts';
import { london, planArnIn, recordIn, stockholm, tableArn, vaultArnIn } from './record.ts';

const plan = (scope: Scope, id: string, rules: readonly Fields[], fields: Fields = {}): AwsRecord =>
  recordIn(scope)('backupPlan', {
    BackupPlanArn: planArnIn(scope, id),
    BackupPlanId: id,
    CreationDate: daysAgo(190, 9),
    LastExecutionDate: daysAgo(1, 3),
    BackupPlan: { BackupPlanName: id, Rules: rules.map((rule, index) => ({ RuleId: `${id}-${index + 1}`, ...rule })) },
    ...fields,
  });

const rule = (name: string, vault: string, schedule: string, fields: Fields = {}): Fields => ({
  RuleName: name,
  TargetBackupVaultName: vault,
  ScheduleExpression: schedule,
  StartWindowMinutes: 60,
  CompletionWindowMinutes: 180,
  ...fields,
});

const daily = 'cron(0 3 ? * * *)';
const copyTo = (name: string): Fields => ({ DestinationBackupVaultArn: vaultArnIn(stockholm, name) });

const selection = (scope: Scope, planId: string, fields: Fields): AwsRecord =>
  recordIn(scope)('backupSelection', {
    SelectionId: `${planId}-selection`,
    BackupPlanId: planId,
    CreationDate: daysAgo(190, 10),
    BackupSelection: { SelectionName: planId, IamRoleArn: 'arn:aws:iam::222233334444:role/backup', ...fields },
  });

export const labPlans: readonly AwsRecord[] = [
  plan(stockholm, 'hourly', [
    // Eight hours to start and AWS's seven days to end, every hour.
    rule('hourly', 'experiments', 'cron(0 * ? * * *)', {
      StartWindowMinutes: 480,
      CompletionWindowMinutes: undefined,
      Lifecycle: { DeleteAfterDays: 2 },
    }),
  ]),
  plan(stockholm, 'colder', [
    rule('cold-at-once', 'experiments', daily, {
      Lifecycle: { MoveToColdStorageAfterDays: 0, DeleteAfterDays: 60 },
      CopyActions: [copyTo('escrow-other-key')],
    }),
    rule('cold-in-time', 'experiments', daily, {
      Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 },
      CopyActions: [copyTo('escrow-other-key')],
    }),
  ]),
  // The lock of its vault lets nothing in that is kept longer than 30 days.
  plan(stockholm, 'beyond-the-lock', [
    rule('daily', 'locked-by-halves', daily, { Lifecycle: { DeleteAfterDays: 90 } }),
  ]),
  plan(stockholm, 'into-nothing', [
    rule('daily', 'experiments', daily, { Lifecycle: { DeleteAfterDays: 35 }, CopyActions: [copyTo('gone')] }),
  ]),
  plan(
    stockholm,
    'asleep',
    [rule('weekly', 'experiments', 'cron(0 3 ? * SUN *)', { Lifecycle: { DeleteAfterDays: 35 } })],
    {
      LastExecutionDate: daysAgo(40, 3),
    },
  ),
  plan(london, 'moved-in', [rule('daily', 'Default', daily, { Lifecycle: { DeleteAfterDays: 35 } })]),
  selection(stockholm, 'hourly', { Resources: [tableArn(stockholm, 'measurements')] }),
  ...['colder', 'beyond-the-lock', 'into-nothing'].map((id) =>
    selection(stockholm, id, { Resources: ['arn:aws:dynamodb:*:*:table/archive-*'] }),
  ),
  selection(london, 'moved-in', { Resources: ['*'] }),
];

const testingPlan = (name: string, fields: Fields, selected: Fields): AwsRecord =>
  recordIn(stockholm)('restoreTestingPlan', {
    RestoreTestingPlanArn: arnIn(stockholm, 'backup', `restore-testing-plan:${name}`),
    RestoreTestingPlanName: name,
    CreationTime: daysAgo(180, 9),
    ScheduleExpression: 'cron(0 6 ? * MON *)',
    LastExecutionTime: daysAgo(4, 6),
    RecoveryPointSelection: {
      Algorithm: 'LATEST_WITHIN_WINDOW',
      IncludeVaults: [vaultArnIn(stockholm, 'experiments')],
      RecoveryPointTypes: ['SNAPSHOT'],
      SelectionWindowDays: 7,
      ...selected,
    },
    ...fields,
  });

export const labTesting: readonly AwsRecord[] = [
  testingPlan('yearly', { ScheduleExpression: 'cron(0 6 1 1 ? *)', LastExecutionTime: daysAgo(323, 6) }, {}),
  testingPlan('stopped', { LastExecutionTime: daysAgo(60, 6) }, {}),
  testingPlan('blink', {}, { SelectionWindowDays: 1 }),
  ...['yearly', 'stopped', 'blink'].map((name) =>
    recordIn(stockholm)('restoreTestingSelection', {
      RestoreTestingPlanName: name,
      RestoreTestingSelectionName: 'tables',
      CreationTime: daysAgo(180, 10),
      IamRoleArn: 'arn:aws:iam::222233334444:role/restore-test',
      ProtectedResourceType: 'DynamoDB',
      ProtectedResourceArns: ['*'],
      ...(name === 'blink' ? {} : { ValidationWindowHours: 4 }),
    }),
  ),
];
