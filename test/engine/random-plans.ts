import fc from 'fast-check';
import type { AwsRecord, Coverage } from '../../src/inventory/record.ts';
import {
  age,
  daysAgo,
  given,
  home,
  isolated,
  outsideVault,
  record,
  resource,
  scopes,
  second,
  vaultArn,
} from './estate-parts.ts';

const planArn = (account: string, kind: string, name: string): string =>
  `arn:aws:backup:eu-west-1:${account}:${kind}:${name}`;

type Plan = { readonly account: string; readonly name: string };
const backupPlans: readonly Plan[] = [
  { account: home, name: 'nightly' },
  { account: home, name: 'weekly' },
  { account: second, name: 'vendor' },
];
/** The same name in two accounts: selections name their plan by it. */
const testingPlans: readonly Plan[] = [home, second].map((account) => ({ account, name: 'monthly' }));

const lifecycle = fc.constantFrom(
  { DeleteAfterDays: 35 },
  { DeleteAfterDays: -1 },
  { MoveToColdStorageAfterDays: 0 },
  {},
);
const gap = vaultArn(isolated, 'gap');
const copyTo = (arn: string) => lifecycle.map((Lifecycle) => ({ DestinationBackupVaultArn: arn, Lifecycle }));
const gone = vaultArn(second, 'gone');

const rule = fc
  .record({
    target: fc.constantFrom('main', 'main', 'gone'),
    airGapped: fc.constantFrom(undefined, gap),
    schedule: fc.constantFrom('cron(0 5 ? * * *)', 'cron(0 5 ? * SUN *)', 'sometimes', undefined),
    lifecycle: fc.option(lifecycle, { nil: undefined }),
    copies: fc.uniqueArray(fc.constantFrom(gap, vaultArn(second, 'main'), gone, outsideVault).chain(copyTo), {
      selector: (copy) => copy.DestinationBackupVaultArn,
      maxLength: 2,
    }),
  })
  .map(({ target, airGapped, schedule, lifecycle: Lifecycle, copies: CopyActions }) =>
    given({
      TargetBackupVaultName: target,
      TargetLogicallyAirGappedBackupVaultArn: airGapped,
      ScheduleExpression: schedule,
      Lifecycle,
      CopyActions,
    }),
  );
const rules = fc
  .array(rule, { maxLength: 2 })
  .map((list) => list.map((each, index) => ({ ...each, RuleId: `r-${index}`, RuleName: `rule ${index}` })));

/** All are there: a plan that AWS does not list has no selections. */
const planRecords = fc
  .tuple(...backupPlans.map(() => fc.record({ days: age, rules: fc.option(rules, { nil: undefined, freq: 9 }) })))
  .map((list) =>
    list.flatMap((plan, index) =>
      backupPlans.slice(index, index + 1).map((named) => planRecord(named, plan.days, plan.rules)),
    ),
  );

const planRecord = ({ account, name }: Plan, days: number, Rules: readonly object[] | undefined): AwsRecord =>
  record(
    'backupPlan',
    account,
    given({
      BackupPlanArn: planArn(account, 'backup-plan', name),
      BackupPlanId: name,
      CreationDate: daysAgo(days),
      BackupPlan: Rules && { Rules },
    }),
  );

const names = fc.constantFrom(['*'], ['arn:aws:s3:::invoices'], undefined);
const pattern = fc.constantFrom(
  '*',
  'arn:aws:ec2:*:*:volume/*',
  'arn:aws:ec2:*',
  'arn:aws:s3:::*',
  'arn:aws:rds:*:*:db:*',
);
const key = fc.constantFrom('backup', 'owner');
const tagValue = fc.constantFrom('daily', 'weekly');
const conditions = fc
  .tuple(fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike'), key, fc.constantFrom('daily', 'w*'))
  .map(([operator, name, ConditionValue]) => ({
    [operator]: [{ ConditionKey: `aws:ResourceTag/${name}`, ConditionValue }],
  }));

const selected = fc.option(
  fc
    .record({
      Resources: fc.option(fc.array(pattern, { maxLength: 2 }), { nil: undefined }),
      NotResources: fc.option(fc.array(pattern, { maxLength: 1 }), { nil: undefined, freq: 1 }),
      ListOfTags: fc.option(
        fc
          .tuple(key, tagValue)
          .map(([ConditionKey, ConditionValue]) => [{ ConditionType: 'STRINGEQUALS', ConditionKey, ConditionValue }]),
        { nil: undefined },
      ),
      Conditions: fc.option(conditions, { nil: undefined }),
    })
    .map(given),
  { nil: undefined, freq: 9 },
);

/** What the tagging API lists, of things that are protected and of some that are not. */
export const tagged: fc.Arbitrary<readonly AwsRecord[]> = fc
  .uniqueArray(
    fc.record({
      arn: fc.oneof(
        resource.map((each) => each.arn),
        fc.constantFrom(
          'arn:aws:ec2:eu-west-1:111122223333:volume/vol-new',
          'arn:aws:rds:eu-west-1:444455556666:cluster:new',
          'arn:aws:iam::111122223333:role/backup',
          vaultArn(home, 'main'),
        ),
      ),
      tags: fc.dictionary(key, tagValue, { maxKeys: 2 }),
      account: fc.constantFrom(home, second),
    }),
    { selector: ({ arn, account }) => `${arn} ${account}`, maxLength: 6 },
  )
  .map((list) =>
    list.map(({ arn, tags, account }) => record('listedResource', account, { ResourceArn: arn, Tags: { ...tags } })),
  );

const backupSelection = fc
  .array(fc.record({ plan: fc.constantFrom(...backupPlans), selected }), { maxLength: 4 })
  .map((list) =>
    list.map(({ plan, selected: BackupSelection }, index) =>
      record(
        'backupSelection',
        plan.account,
        given({
          SelectionId: `selection-${index}`,
          BackupPlanId: plan.name,
          CreationDate: daysAgo(9),
          BackupSelection,
        }),
      ),
    ),
  );

const vaultChoice = fc.record({
  IncludeVaults: fc.constantFrom(['*'], ['*:main'], [vaultArn(home, 'main')], []),
  ExcludeVaults: fc.constantFrom([], [], [gone, vaultArn(home, 'main')]),
});

const testingPlanRecords = fc.tuple(...testingPlans.map(() => vaultChoice)).map((choices) =>
  choices.flatMap((RecoveryPointSelection, index) =>
    testingPlans.slice(index, index + 1).map(({ account, name }) =>
      record('restoreTestingPlan', account, {
        RestoreTestingPlanArn: planArn(account, 'restore-testing-plan', name),
        RestoreTestingPlanName: name,
        ScheduleExpression: 'cron(0 5 1 * ? *)',
        CreationTime: daysAgo(90),
        RecoveryPointSelection,
      }),
    ),
  ),
);

const restoreTestingSelection = fc
  .uniqueArray(
    fc.record({
      plan: fc.constantFrom(...testingPlans),
      type: fc.constantFrom('EBS', 'S3'),
      names,
      where: fc.option(
        fc.tuple(key, tagValue).map(([Key, Value]) => ({ StringEquals: [{ Key, Value }] })),
        { nil: undefined },
      ),
    }),
    { selector: ({ plan, type }) => `${plan.account} ${type}`, maxLength: 3 },
  )
  .map((list) =>
    list.map(({ plan, type, names: ProtectedResourceArns, where: ProtectedResourceConditions }) =>
      record(
        'restoreTestingSelection',
        plan.account,
        given({
          RestoreTestingPlanName: plan.name,
          RestoreTestingSelectionName: type,
          ProtectedResourceType: type,
          IamRoleArn: 'arn:aws:iam::111122223333:role/backup',
          CreationTime: daysAgo(90),
          ProtectedResourceArns,
          ProtectedResourceConditions,
        }),
      ),
    ),
  );

export const plans: fc.Arbitrary<readonly AwsRecord[]> = fc
  .tuple(planRecords, backupSelection, testingPlanRecords, restoreTestingSelection)
  .map((groups) => groups.flat());

export const scanJobs: fc.Arbitrary<readonly AwsRecord[]> = fc
  .array(
    fc.record({
      resource,
      account: fc.constantFrom(home, second),
      age: fc.integer({ min: 0, max: 29 }),
      point: fc.nat({ max: 6 }),
      state: fc.constantFrom('COMPLETED', 'COMPLETED', 'FAILED', 'PAUSED'),
      result: fc.constantFrom('NO_THREATS_FOUND', 'NO_THREATS_FOUND', 'THREATS_FOUND', undefined),
    }),
    { maxLength: 4 },
  )
  .map((list) =>
    list.map((job, index) =>
      record('scanJob', job.account, {
        ScanJobId: `scan-${index}`,
        ResourceArn: job.resource.arn,
        ResourceType: job.resource.type,
        BackupVaultArn: vaultArn(job.account, 'main'),
        RecoveryPointArn: `arn:aws:backup:eu-west-1:${home}:recovery-point:${job.point}`,
        State: job.state,
        ...(job.result === undefined ? {} : { ScanResult: { ScanResultStatus: job.result } }),
        MalwareScanner: 'GUARDDUTY',
        ScanMode: 'FULL_SCAN',
        CreationDate: daysAgo(job.age),
      }),
    ),
  );

const ok = (accountId: string, operation: string, resourceArn?: string): Coverage => ({
  accountId,
  region: 'eu-west-1',
  operation,
  ...(resourceArn === undefined ? {} : { resource: resourceArn }),
  status: 'ok',
});

/** As live collectors write it: once a scope, and once a plan for all its selections. */
export const planCoverage: readonly Coverage[] = [
  ...scopes.flatMap(({ accountId }) =>
    ['ListBackupPlans', 'ListRestoreTestingPlans', 'ListScanJobs'].map((operation) => ok(accountId, operation)),
  ),
  ...backupPlans.flatMap(({ account, name }) =>
    ['GetBackupPlan', 'ListBackupSelections', 'GetBackupSelection'].map((operation) =>
      ok(account, operation, planArn(account, 'backup-plan', name)),
    ),
  ),
  ...testingPlans.flatMap(({ account, name }) =>
    ['GetRestoreTestingPlan', 'ListRestoreTestingSelections', 'GetRestoreTestingSelection'].map((operation) =>
      ok(account, operation, planArn(account, 'restore-testing-plan', name)),
    ),
  ),
];
