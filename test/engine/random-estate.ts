import fc from 'fast-check';
import type { AwsRecord, Coverage } from '../../src/inventory/record.ts';
import {
  age,
  daysAgo,
  type Estate,
  given,
  home,
  isolated,
  outsideVault,
  record,
  resource,
  type resources,
  scopes,
  second,
  type Vault,
  vaultArn,
  vaults,
} from './estate-parts.ts';
import { planCoverage, plans, scanJobs, tagged } from './random-plans.ts';

const points = fc
  .array(
    fc.record({
      resource,
      vault: fc.constantFrom(...vaults),
      age,
      status: fc.constantFrom('COMPLETED', 'AVAILABLE', 'PARTIAL', 'EXPIRED', 'ARCHIVED'),
      saysVaultType: fc.boolean(),
      kept: fc.constantFrom(7, 35, 90, undefined),
      temporary: fc.boolean(),
    }),
    { maxLength: 9 },
  )
  .map((list) => list.flatMap((point, index) => pointRecords(point, index)));

type Point = {
  readonly resource: (typeof resources)[number];
  readonly vault: Vault;
  readonly age: number;
  readonly status: string;
  readonly saysVaultType: boolean;
  readonly kept: number | undefined;
  readonly temporary: boolean;
};

const pointRecords = (point: Point, index: number): readonly AwsRecord[] =>
  point.vault.listedIn.map((account) =>
    record(
      'recoveryPoint',
      account,
      given({
        RecoveryPointArn: `arn:aws:backup:eu-west-1:${home}:recovery-point:${index}`,
        BackupVaultArn: point.vault.arn,
        ResourceArn: point.resource.arn,
        ResourceType: point.resource.type,
        Status: point.status,
        CreationDate: daysAgo(point.age),
        VaultType: point.saysVaultType ? point.vault.type : undefined,
        Lifecycle: given({
          DeleteAfterDays: point.kept,
          DeleteAfterEvent: point.temporary && index % 3 === 0 ? 'DELETE_AFTER_COPY' : undefined,
        }),
      }),
    ),
  );

const restoreJobs = fc
  .array(
    fc.record({
      resource,
      account: fc.constantFrom(home, second),
      age: fc.integer({ min: 0, max: 29 }),
      status: fc.constantFrom('COMPLETED', 'FAILED', 'RUNNING', 'COMPLETED'),
      validation: fc.constantFrom('SUCCESSFUL', 'SUCCESSFUL', 'FAILED', 'VALIDATING', undefined),
      isTest: fc.constantFrom(true, true, false),
    }),
    { maxLength: 6 },
  )
  .map((list) =>
    list.map((job, index) =>
      record(
        'restoreJob',
        job.account,
        given({
          RestoreJobId: `restore-${index}`,
          SourceResourceArn: job.resource.arn,
          RecoveryPointArn: `arn:aws:backup:eu-west-1:${home}:recovery-point:${index}`,
          Status: job.status,
          CreationDate: daysAgo(job.age),
          ValidationStatus: job.validation,
          CreatedBy: job.isTest
            ? { RestoreTestingPlanArn: 'arn:aws:backup:eu-west-1:111122223333:restore-testing-plan:p' }
            : undefined,
        }),
      ),
    ),
  );

const copyJobs = fc
  .array(
    fc.record({
      resource,
      account: fc.constantFrom(home, second),
      age: fc.integer({ min: 0, max: 29 }),
      state: fc.constantFrom('COMPLETED', 'COMPLETED', 'FAILED'),
      to: fc.constantFrom(vaultArn(isolated, 'gap'), outsideVault),
    }),
    { maxLength: 3 },
  )
  .map((list) =>
    list.map((job, index) =>
      record('copyJob', job.account, {
        CopyJobId: `copy-${index}`,
        ResourceArn: job.resource.arn,
        ResourceType: job.resource.type,
        State: job.state,
        CreationDate: daysAgo(job.age),
        DestinationBackupVaultArn: job.to,
        DestinationVaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
      }),
    ),
  );

const listed = fc
  .array(fc.record({ resource, account: fc.constantFrom(home, second), age }), { maxLength: 4 })
  .map((list) =>
    list.map((each) =>
      record('protectedResource', each.account, {
        ResourceArn: each.resource.arn,
        ResourceType: each.resource.type,
        LastBackupTime: daysAgo(each.age),
        LastRecoveryPointArn: `arn:aws:backup:eu-west-1:${each.account}:recovery-point:0`,
        LastBackupVaultArn: vaultArn(each.account, 'main'),
      }),
    ),
  );

const settings = fc
  .tuple(fc.boolean(), fc.boolean())
  .map(([advanced, optedIn]) => [
    record('regionSettings', second, { ResourceTypeManagementPreference: { DynamoDB: advanced } }),
    record('regionSettings', home, { ResourceTypeOptInPreference: { EBS: optedIn, S3: true, RDS: !optedIn } }),
  ]);

const statement = fc.record(
  {
    Effect: fc.constantFrom('Allow', 'Deny', 'Deny'),
    Principal: fc.constantFrom('*', { AWS: '*' }, { AWS: '111122223333' }),
    Action: fc.constantFrom('backup:*', 'backup:DeleteRecoveryPoint', ['backup:Copy*']),
    Resource: fc.constantFrom('*', 'arn:aws:ec2:*::snapshot/*'),
    Condition: fc.constantFrom({}, { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, 'none'),
  },
  { requiredKeys: ['Effect', 'Principal', 'Action'] },
);
const policy = fc.oneof(
  fc.array(statement, { maxLength: 2 }).map((Statement) => JSON.stringify({ Version: '2012-10-17', Statement })),
  fc.constantFrom('{"Version":"2012-10-17"}', '{', undefined),
);
const policies = fc.tuple(...vaults.map(() => policy));

const vaultRecords = policies.map((texts) =>
  vaults.flatMap(({ arn, type, listedIn }, index) =>
    listedIn.map((account) =>
      record(
        'backupVault',
        account,
        given({
          BackupVaultArn: arn,
          BackupVaultName: arn.split(':').at(-1),
          VaultType: type,
          Policy: texts[index],
          ...(index % 2 === 0 && { Locked: true, MinRetentionDays: 7, MaxRetentionDays: 90 }),
        }),
      ),
    ),
  ),
);

const perScope = [
  'ListBackupVaults',
  'ListProtectedResources',
  'ListRestoreJobs',
  'ListCopyJobs',
  'DescribeRegionSettings',
  'GetResources',
] as const;

const wholeCoverage: readonly Coverage[] = [
  ...scopes.flatMap((scope) => perScope.map((operation): Coverage => ({ ...scope, operation, status: 'ok' }))),
  ...vaults.flatMap(({ arn, listedIn }) =>
    listedIn.flatMap((accountId) =>
      ['ListRecoveryPointsByBackupVault', 'GetBackupVaultAccessPolicy'].map(
        (operation): Coverage => ({ accountId, region: 'eu-west-1', operation, resource: arn, status: 'ok' }),
      ),
    ),
  ),
  ...planCoverage,
];

/** A small random estate: few things, much crossing, so that most hidings matter to something. */
export const randomEstate: fc.Arbitrary<Estate> = fc
  .tuple(vaultRecords, points, restoreJobs, copyJobs, listed, settings, plans, scanJobs, tagged)
  .map((groups) => ({ records: groups.flat(), coverage: wholeCoverage }));
