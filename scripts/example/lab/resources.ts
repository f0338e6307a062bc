import type { AwsRecord, Fields, Scope } from '../../../src/inventory/record.ts';
import { daysAgo, laterByDays, laterByMinutes } from '../clock.ts';
import { arnIn } from '../scopes.ts';
import { instanceArn, paris, recordIn, stockholm, tableArn, vaultArnIn } from './record.ts';

const measurements = tableArn(stockholm, 'measurements');
const archive = tableArn(stockholm, 'archive-2025');
const fileServer = instanceArn(stockholm, '0f1e2d3c4b5a69788');
const probe = instanceArn(stockholm, '0a1b2c3d4e5f60718');
const bucket = 'arn:aws:s3:::lab-raw-data';
const liveBucket = 'arn:aws:s3:::lab-live-data';
const orphan = tableArn(paris, 'sensors');

const resource = (scope: Scope, arn: string, type: string, last: string): AwsRecord =>
  recordIn(scope)('protectedResource', {
    ResourceArn: arn,
    ResourceType: type,
    ResourceName: arn.split(/[/:]/).at(-1),
    LastBackupTime: last,
  });

const point = (scope: Scope, id: string, vault: string, of: readonly [string, string], rest: Fields): AwsRecord => {
  const created = String(rest.CreationDate ?? daysAgo(1, 3));
  return recordIn(scope)('recoveryPoint', {
    RecoveryPointArn: arnIn(scope, 'backup', `recovery-point:${id}`),
    BackupVaultName: vault,
    BackupVaultArn: vaultArnIn(scope, vault),
    ResourceArn: of[0],
    ResourceType: of[1],
    Status: 'COMPLETED',
    CreationDate: created,
    CompletionDate: laterByMinutes(created, 20),
    CalculatedLifecycle: { DeleteAt: laterByDays(created, 35) },
    Lifecycle: { DeleteAfterDays: 35 },
    IsEncrypted: true,
    EncryptionKeyArn: arnIn(scope, 'kms', 'key/0d9f1b52-6f5e-4b7e-9a51-6c2f0d3b8a11'),
    ...rest,
  });
};

const ofArchive = [archive, 'DynamoDB'] as const;
const kept = (created: string, days: number, cold?: number): Fields => ({
  CreationDate: created,
  CalculatedLifecycle: { DeleteAt: laterByDays(created, days) },
  Lifecycle: { DeleteAfterDays: days, ...(cold === undefined ? {} : { MoveToColdStorageAfterDays: cold }) },
});

export const labResources: readonly AwsRecord[] = [
  resource(stockholm, measurements, 'DynamoDB', daysAgo(10, 3)),
  resource(stockholm, archive, 'DynamoDB', daysAgo(0, 3)),
  resource(stockholm, fileServer, 'EC2', daysAgo(0, 3)),
  resource(stockholm, probe, 'EC2', daysAgo(0, 3)),
  resource(stockholm, bucket, 'S3', daysAgo(1, 3)),
  resource(stockholm, liveBucket, 'S3', daysAgo(34, 3)),
  resource(paris, orphan, 'DynamoDB', daysAgo(1, 3)),
];

export const labPoints: readonly AwsRecord[] = [
  point(stockholm, 'measurements-1', 'experiments', [measurements, 'DynamoDB'], kept(daysAgo(10, 3), 35)),
  point(stockholm, 'archive-cold', 'experiments', ofArchive, kept(daysAgo(9, 3), 60, 7)),
  point(stockholm, 'archive-by-plan', 'Default', ofArchive, {
    ...kept(daysAgo(2, 3), 35),
    CreatedBy: { BackupPlanId: 'colder', BackupPlanName: 'colder' },
  }),
  point(stockholm, 'archive-copy', 'escrow-own-key', ofArchive, kept(daysAgo(3, 3), 14)),
  point(stockholm, 'archive-waiting', 'experiments', ofArchive, {
    ...kept(daysAgo(6, 3), 35),
    Lifecycle: { DeleteAfterDays: 35, DeleteAfterEvent: 'DELETE_AFTER_COPY' },
  }),
  point(stockholm, 'probe-1', 'experiments', [probe, 'EC2'], kept(daysAgo(0, 3), 35)),
  point(stockholm, 'server-stuck', 'experiments', [fileServer, 'EC2'], {
    Status: 'CREATING',
    CreationDate: daysAgo(8, 3),
    CompletionDate: undefined,
  }),
  point(stockholm, 'continuous:lab-raw-data', 'experiments', [bucket, 'S3'], {
    ...kept(daysAgo(20, 3), 35),
    Status: 'STOPPED',
    StatusMessage: 'Continuous backup stopped: EventBridge is off for the bucket.',
  }),
  // Any second of the last weeks can be had back, and nothing older.
  point(stockholm, 'continuous:lab-live-data', 'experiments', [liveBucket, 'S3'], {
    ...kept(daysAgo(34, 3), 35),
    Status: 'AVAILABLE',
  }),
  point(paris, 'archive-in-paris', 'forgotten', ofArchive, kept(daysAgo(3, 3), 35)),
  point(paris, 'sensors-1', 'forgotten', [orphan, 'DynamoDB'], kept(daysAgo(1, 3), 35)),
];

export { archive, fileServer, measurements, probe };
