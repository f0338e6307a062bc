import type { AwsRecord, Shard } from '../../src/inventory/record.ts';
import {
  airGapped,
  copyJob,
  daysAgo,
  home,
  point,
  record,
  recovery,
  shard,
  vault,
  vaultArn,
} from '../engine/estate.ts';
import { everyField } from './every-field.ts';

const many = (count: number, make: (index: number) => AwsRecord): readonly AwsRecord[] =>
  Array.from({ length: count }, (_, index) => make(index));

const pointIn = (name: string) => (index: number) =>
  point(`${name}-${index}`, { BackupVaultName: name, BackupVaultArn: vaultArn(name) });

/** Another account's vault, which AWS RAM shares with this one. */
const shared = vault('theirs', { BackupVaultArn: vaultArn('theirs', recovery), VaultType: airGapped });

const testPlanArn = 'arn:aws:backup:eu-west-1:111122223333:restore-testing-plan:empty';

/** Of every kind several, of some more than a page, of others none; shared vaults and empty plans too. */
const records: readonly AwsRecord[] = [
  ...everyField.records,
  vault('many', { VaultType: 'BACKUP_VAULT' }),
  vault('none', { VaultType: 'BACKUP_VAULT' }),
  shared,
  ...many(1001, pointIn('many')),
  ...many(1001, (index) => copyJob(`copy-${index}`)),
  ...many(150, (index) => record('listedResource', { ResourceArn: `arn:aws:s3:::bucket-${index}`, Tags: {} })),
  ...many(2, (index) => record('backupPlan', { BackupPlanId: `plan-${index}`, CreationDate: daysAgo(9) })),
  ...many(3, (index) =>
    record('backupSelection', { BackupPlanId: 'plan-0', SelectionId: `s-${index}`, CreationDate: daysAgo(9) }),
  ),
  record('restoreTestingPlan', {
    RestoreTestingPlanName: 'empty',
    RestoreTestingPlanArn: testPlanArn,
    CreationTime: daysAgo(9),
  }),
];

export const largeEstate: Shard = shard({ records, scopes: [home] });
