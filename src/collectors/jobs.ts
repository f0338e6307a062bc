import {
  ListBackupJobsCommand,
  ListCopyJobsCommand,
  ListRestoreJobsCommand,
  ListScanJobsCommand,
  type RestoreJobStatus,
} from '@aws-sdk/client-backup';
import { type Collector, dateOf, type Filters } from './collector.ts';
import { pageSize } from './page-size.ts';

const nextToken = 'NextToken';

/** AWS adds statuses: any may be asked for, and AWS itself says which it knows. */
const statusOf = ({ ByStatus }: Filters) => ByStatus as RestoreJobStatus | undefined;

export const jobCollectors: readonly Collector[] = [
  {
    operation: 'ListRestoreJobs',
    call: ({ filters, token }, { backup, options }) =>
      backup.send(
        new ListRestoreJobsCommand({
          ByAccountId: filters.ByAccountId,
          ByResourceType: filters.ByResourceType,
          ByCreatedBefore: dateOf(filters, 'ByCreatedBefore'),
          ByCreatedAfter: dateOf(filters, 'ByCreatedAfter'),
          ByStatus: statusOf(filters),
          ByCompleteBefore: dateOf(filters, 'ByCompleteBefore'),
          ByCompleteAfter: dateOf(filters, 'ByCompleteAfter'),
          ByRestoreTestingPlanArn: filters.ByRestoreTestingPlanArn,
          MaxResults: pageSize,
          NextToken: token,
        }),
        options,
      ),
    member: 'RestoreJobs',
    nextToken,
  },
  {
    operation: 'ListCopyJobs',
    call: ({ token }, { backup, options }) =>
      backup.send(new ListCopyJobsCommand({ MaxResults: pageSize, NextToken: token }), options),
    member: 'CopyJobs',
    nextToken,
  },
  {
    operation: 'ListBackupJobs',
    call: ({ token }, { backup, options }) =>
      backup.send(new ListBackupJobsCommand({ MaxResults: pageSize, NextToken: token }), options),
    member: 'BackupJobs',
    nextToken,
  },
  {
    operation: 'ListScanJobs',
    call: ({ token }, { backup, options }) =>
      backup.send(new ListScanJobsCommand({ MaxResults: pageSize, NextToken: token }), options),
    member: 'ScanJobs',
    nextToken,
  },
];
