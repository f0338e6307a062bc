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

const backupSelection = fc
  .array(fc.record({ plan: fc.constantFrom(...backupPlans), names }), { maxLength: 4 })
  .map((list) =>
    list.map(({ plan, names: Resources }, index) =>
      record(
        'backupSelection',
        plan.account,
        given({
          SelectionId: `selection-${index}`,
          BackupPlanId: plan.name,
          CreationDate: daysAgo(9),
          BackupSelection: Resources && { Resources },
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
  .uniqueArray(fc.record({ plan: fc.constantFrom(...testingPlans), type: fc.constantFrom('EBS', 'S3'), names }), {
    selector: ({ plan, type }) => `${plan.account} ${type}`,
    maxLength: 3,
  })
  .map((list) =>
    list.map(({ plan, type, names: ProtectedResourceArns }) =>
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
