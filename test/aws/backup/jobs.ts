import { after, before, equal, ofAccount } from '../filters.ts';
import type { Handlers } from '../handler.ts';
import { listOf } from './lists.ts';

const completion = {
  ByAccountId: ofAccount,
  ByResourceType: equal('ResourceType'),
  ByCompleteBefore: before('CompletionDate'),
  ByCompleteAfter: after('CompletionDate'),
};
const dates = { ...completion, ByCreatedBefore: before('CreationDate'), ByCreatedAfter: after('CreationDate') };
const job = { ...dates, ByParentJobId: equal('ParentJobId') };

/** AWS says Status of a restore job and State of every other one. */
export const jobHandlers: Handlers = {
  ListRestoreJobs: listOf({
    kind: 'restoreJob',
    list: 'RestoreJobs',
    id: 'RestoreJobId',
    filters: {
      ...job,
      ByStatus: equal('Status'),
      ByRestoreTestingPlanArn: equal('CreatedBy.RestoreTestingPlanArn'),
    },
  }),
  ListCopyJobs: listOf({
    kind: 'copyJob',
    list: 'CopyJobs',
    id: 'CopyJobId',
    filters: {
      ...job,
      ByState: equal('State'),
      ByResourceArn: equal('ResourceArn'),
      ByDestinationVaultArn: equal('DestinationBackupVaultArn'),
      BySourceRecoveryPointArn: equal('SourceRecoveryPointArn'),
      ByMessageCategory: equal('MessageCategory'),
    },
  }),
  ListBackupJobs: listOf({
    kind: 'backupJob',
    list: 'BackupJobs',
    id: 'BackupJobId',
    filters: {
      ...job,
      ByState: equal('State'),
      ByResourceArn: equal('ResourceArn'),
      ByBackupVaultName: equal('BackupVaultName'),
      ByMessageCategory: equal('MessageCategory'),
    },
  }),
  ListScanJobs: listOf({
    kind: 'scanJob',
    list: 'ScanJobs',
    id: 'ScanJobId',
    filters: {
      ...completion,
      ByState: equal('State'),
      ByResourceArn: equal('ResourceArn'),
      ByRecoveryPointArn: equal('RecoveryPointArn'),
      ByBackupVaultName: equal('BackupVaultName'),
      ByMalwareScanner: equal('MalwareScanner'),
      ByScanResultStatus: equal('ScanResult.ScanResultStatus'),
    },
  }),
};
