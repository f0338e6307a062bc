// What belongs to a resource beside its points: AWS's list entry, its restore tests, the job of its newest copy.
import { draw, share, uuid } from './draw.mjs';
import { copyVault, createdAt, day, minute, now, plainVault, seed } from './estate.mjs';
import { pointArn } from './points.mjs';

const iso = (time) => new Date(time).toISOString();

export function protectedResource(resource, slots) {
  const { scope, arn, type, name } = resource;
  const [newest] = slots;
  return {
    ...{ kind: 'protectedResource', ...scope },
    ResourceArn: arn,
    ResourceType: type,
    ResourceName: name,
    LastBackupTime: iso(createdAt(newest, resource) + 30 * minute),
    LastBackupVaultArn: plainVault(scope, 'prod-daily').arn,
    LastRecoveryPointArn: pointArn(newest, resource),
  };
}

/** Of the newest tests a few are still running, a few restores are somebody's own; where tests fail, all do. */
function endOf({ index, failsTests }, turn, created) {
  const chance = share(seed + 60, index, turn);
  if (turn === 0 && chance < 0.003) return { Status: 'RUNNING', PercentDone: '40.00%' };
  const ended = { CompletionDate: iso(created + 40 * minute), PercentDone: '100.00%' };
  if (!failsTests)
    return { ...ended, Status: 'COMPLETED', ValidationStatus: 'SUCCESSFUL', DeletionStatus: 'SUCCESSFUL' };
  if (chance < 0.4)
    return { ...ended, Status: 'FAILED', StatusMessage: 'The restored resource did not become available.' };
  if (chance < 0.8) return { ...ended, Status: 'COMPLETED', ValidationStatus: 'FAILED', DeletionStatus: 'SUCCESSFUL' };
  return { ...ended, Status: 'COMPLETED', DeletionStatus: 'SUCCESSFUL' };
}

/** All within the 30 days that AWS keeps jobs; every one has the SourceResourceArn that AWS gives since 2025-10. */
export function restoreJob(resource, turn, turns, slots) {
  const { index, scope, type, arn } = resource;
  const { accountId, region } = scope;
  const slot = slots[turn % slots.length];
  const age = 1 + (29 * (turn + share(seed + 70, index, turn) * 0.9)) / (turns + 1);
  const created = Math.round((now - age * day) / minute) * minute;
  const isTest = turn > 0 || share(seed + 80, index, turn) > 0.005;
  return {
    ...{ kind: 'restoreJob', accountId, region, AccountId: accountId },
    RestoreJobId: uuid(seed + 90, index, turn).toUpperCase(),
    RecoveryPointArn: pointArn(slot, resource),
    SourceResourceArn: arn,
    BackupVaultArn: plainVault(scope, 'prod-daily').arn,
    ResourceType: type,
    RecoveryPointCreationDate: iso(createdAt(slot, resource)),
    CreationDate: iso(created),
    BackupSizeInBytes: 1_073_741_824 + draw(seed + 50, index, slot.slot),
    ExpectedCompletionTimeMinutes: 30,
    CreatedResourceArn: `arn:aws:ec2:${region}:${accountId}:volume/awsbackup-restore-test-${uuid(seed + 95, index, turn)}`,
    ...endOf(resource, turn, created),
    ...(isTest
      ? {
          CreatedBy: {
            RestoreTestingPlanArn: `arn:aws:backup:${region}:${accountId}:restore-testing-plan:acme_weekly-f1d77c53`,
          },
        }
      : {}),
  };
}

/** Where the copy is stale, the newest job failed. */
export function copyJob(resource, slots) {
  const { index, scope, type, arn, name, hasStaleCopy } = resource;
  const { accountId, region } = scope;
  const copy = slots.find((slot) => slot.name === 'copy');
  const created = now - (1 + (index % 5)) * day;
  const vault = copyVault(region);
  return {
    ...{ kind: 'copyJob', accountId, region, AccountId: accountId },
    CopyJobId: uuid(seed + 100, index, 0).toUpperCase(),
    SourceBackupVaultArn: plainVault(scope, 'prod-weekly').arn,
    SourceRecoveryPointArn: pointArn(
      slots.find((slot) => slot.name === 'prod-weekly'),
      resource,
    ),
    DestinationBackupVaultArn: vault.arn,
    DestinationVaultType: vault.type,
    DestinationRecoveryPointLifecycle: { DeleteAfterDays: 35 },
    ResourceArn: arn,
    ResourceType: type,
    ResourceName: name,
    CreationDate: iso(created),
    CompletionDate: iso(created + 50 * minute),
    BackupSizeInBytes: 1_073_741_824 + draw(seed + 50, index, copy.slot),
    ...(hasStaleCopy
      ? { State: 'FAILED', StatusMessage: 'The source key cannot be used.', MessageCategory: 'AccessDenied' }
      : { State: 'COMPLETED', MessageCategory: 'SUCCESS', DestinationRecoveryPointArn: pointArn(copy, resource) }),
  };
}
