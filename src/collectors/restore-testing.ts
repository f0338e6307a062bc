import {
  GetRestoreTestingPlanCommand,
  GetRestoreTestingSelectionCommand,
  ListRestoreTestingPlansCommand,
  ListRestoreTestingSelectionsCommand,
} from '@aws-sdk/client-backup';
import { type Ask, type Collector, textOf } from './collector.ts';
import { pageSize } from './page-size.ts';

const nextToken = 'NextToken';
const planName = ({ about }: Ask) => ({ RestoreTestingPlanName: textOf(about, 'RestoreTestingPlanName') });

export const restoreTestingCollectors: readonly Collector[] = [
  {
    operation: 'ListRestoreTestingPlans',
    call: ({ token }, { backup, options }) =>
      backup.send(new ListRestoreTestingPlansCommand({ MaxResults: pageSize, NextToken: token }), options),
    member: 'RestoreTestingPlans',
    nextToken,
  },
  {
    operation: 'GetRestoreTestingPlan',
    call: (ask, { backup, options }) => backup.send(new GetRestoreTestingPlanCommand(planName(ask)), options),
    member: 'RestoreTestingPlan',
    replaces: true,
  },
  {
    operation: 'ListRestoreTestingSelections',
    call: (ask, { backup, options }) =>
      backup.send(
        new ListRestoreTestingSelectionsCommand({ ...planName(ask), MaxResults: pageSize, NextToken: ask.token }),
        options,
      ),
    member: 'RestoreTestingSelections',
    nextToken,
  },
  {
    operation: 'GetRestoreTestingSelection',
    call: (ask, { backup, options }) =>
      backup.send(
        new GetRestoreTestingSelectionCommand({
          ...planName(ask),
          RestoreTestingSelectionName: textOf(ask.about, 'RestoreTestingSelectionName'),
        }),
        options,
      ),
    member: 'RestoreTestingSelection',
    replaces: true,
  },
];
