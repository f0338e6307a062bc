import fc from 'fast-check';
import type { AwsRecord, Coverage, Scope } from '../../src/inventory/record.ts';

/** A small random estate: few things, much crossing, so that most hidings matter to something. */
export type Estate = { readonly records: readonly AwsRecord[]; readonly coverage: readonly Coverage[] };

export const asOf = '2026-11-20T06:00:00.000Z';
const daysAgo = (days: number): string => new Date(Date.parse(asOf) - days * 86_400_000).toISOString();

export const scopes: readonly Scope[] = [
  { accountId: '111122223333', region: 'eu-west-1' },
  { accountId: '444455556666', region: 'eu-west-1' },
  { accountId: '777788889999', region: 'eu-west-1' },
];
const [home, second, isolated] = ['111122223333', '444455556666', '777788889999'];
const vaultArn = (account: string, name: string): string => `arn:aws:backup:eu-west-1:${account}:backup-vault:${name}`;

type Vault = { readonly arn: string; readonly type: string; readonly listedIn: readonly string[] };
const vaults: readonly Vault[] = [
  { arn: vaultArn(home, 'main'), type: 'BACKUP_VAULT', listedIn: [home] },
  { arn: vaultArn(second, 'main'), type: 'BACKUP_VAULT', listedIn: [second] },
  { arn: vaultArn(isolated, 'gap'), type: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT', listedIn: [isolated, home] },
  { arn: vaultArn(second, 'mirror'), type: 'RESTORE_ACCESS_BACKUP_VAULT', listedIn: [second] },
];
const outsideVault = vaultArn('123456789012', 'escrow');

const resources = [
  { arn: 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-0a', type: 'EBS' },
  { arn: 'arn:aws:dynamodb:eu-west-1:444455556666:table/orders', type: 'DynamoDB' },
  { arn: 'arn:aws:s3:::invoices', type: 'S3' },
  { arn: 'arn:aws:rds:eu-west-1:111122223333:db:crm', type: 'RDS' },
  { arn: 'arn:aws:memorydb:eu-west-1:111122223333:cluster/cache', type: 'MemoryDB' },
] as const;

const record = (kind: AwsRecord['kind'], accountId: string, fields: AwsRecord['fields']): AwsRecord => ({
  kind,
  accountId,
  region: 'eu-west-1',
  fields,
});

const given = (fields: { readonly [name: string]: unknown }): AwsRecord['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const age = fc.oneof(fc.constantFrom(0.5, 3, 7, 8, 29, 30, 34, 36, 60), fc.integer({ min: 0, max: 90 }));
const resource = fc.constantFrom(...resources);

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
      }),
    ),
  );

const settings = fc
  .boolean()
  .map((advanced) => [record('regionSettings', second, { ResourceTypeManagementPreference: { DynamoDB: advanced } })]);

const vaultRecords: readonly AwsRecord[] = vaults.flatMap(({ arn, type, listedIn }) =>
  listedIn.map((account) =>
    record('backupVault', account, { BackupVaultArn: arn, BackupVaultName: arn.split(':').at(-1), VaultType: type }),
  ),
);

const perScope = [
  'ListBackupVaults',
  'ListProtectedResources',
  'ListRestoreJobs',
  'ListCopyJobs',
  'DescribeRegionSettings',
] as const;

const wholeCoverage: readonly Coverage[] = [
  ...scopes.flatMap((scope) => perScope.map((operation): Coverage => ({ ...scope, operation, status: 'ok' }))),
  ...vaults.flatMap(({ arn, listedIn }) =>
    listedIn.map(
      (accountId): Coverage => ({
        accountId,
        region: 'eu-west-1',
        operation: 'ListRecoveryPointsByBackupVault',
        resource: arn,
        status: 'ok',
      }),
    ),
  ),
];

export const randomEstate: fc.Arbitrary<Estate> = fc
  .tuple(points, restoreJobs, copyJobs, listed, settings)
  .map((groups) => ({ records: [...vaultRecords, ...groups.flat()], coverage: wholeCoverage }));
