import {
  GetBackupPlanCommand,
  GetBackupSelectionCommand,
  ListBackupPlansCommand,
  ListBackupSelectionsCommand,
} from '@aws-sdk/client-backup';
import { type Collector, textOf } from './collector.ts';
import { pageSize } from './page-size.ts';

const nextToken = 'NextToken';

export const planCollectors: readonly Collector[] = [
  {
    operation: 'ListBackupPlans',
    call: ({ token }, { backup, options }) =>
      backup.send(new ListBackupPlansCommand({ MaxResults: pageSize, NextToken: token }), options),
    member: 'BackupPlansList',
    nextToken,
  },
  {
    operation: 'GetBackupPlan',
    call: ({ about }, { backup, options }) =>
      backup.send(new GetBackupPlanCommand({ BackupPlanId: textOf(about, 'BackupPlanId') }), options),
    replaces: true,
  },
  {
    operation: 'ListBackupSelections',
    call: ({ about, token }, { backup, options }) =>
      backup.send(
        new ListBackupSelectionsCommand({
          BackupPlanId: textOf(about, 'BackupPlanId'),
          MaxResults: pageSize,
          NextToken: token,
        }),
        options,
      ),
    member: 'BackupSelectionsList',
    nextToken,
  },
  {
    operation: 'GetBackupSelection',
    call: ({ about }, { backup, options }) =>
      backup.send(
        new GetBackupSelectionCommand({
          BackupPlanId: textOf(about, 'BackupPlanId'),
          SelectionId: textOf(about, 'SelectionId'),
        }),
        options,
      ),
    replaces: true,
  },
];
