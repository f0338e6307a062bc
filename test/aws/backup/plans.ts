import type { Fields } from '../../../src/inventory/record.ts';
import type { Handlers } from '../handler.ts';
import { without } from '../wire.ts';
import { describe, listOf, memberOf } from './lists.ts';

/** Lists flatten what the Get operations nest. */
const plan = {
  kind: 'backupPlan',
  list: 'BackupPlansList',
  id: 'BackupPlanId',
  member: (fields: Fields) => ({
    ...without(fields, ['BackupPlan', 'ScheduledRunsPreview']),
    BackupPlanName: memberOf(fields.BackupPlan, 'BackupPlanName'),
  }),
} as const;
const selection = {
  kind: 'backupSelection',
  list: 'BackupSelectionsList',
  id: 'SelectionId',
  parent: 'BackupPlanId',
  member: (fields: Fields) => ({
    ...without(fields, ['BackupSelection']),
    SelectionName: memberOf(fields.BackupSelection, 'SelectionName'),
    IamRoleArn: memberOf(fields.BackupSelection, 'IamRoleArn'),
  }),
} as const;
const testingPlan = {
  kind: 'restoreTestingPlan',
  list: 'RestoreTestingPlans',
  id: 'RestoreTestingPlanName',
  member: (fields: Fields) => without(fields, ['CreatorRequestId', 'RecoveryPointSelection']),
} as const;
const testingSelection = {
  kind: 'restoreTestingSelection',
  list: 'RestoreTestingSelections',
  id: 'RestoreTestingSelectionName',
  parent: 'RestoreTestingPlanName',
  member: (fields: Fields) =>
    without(fields, [
      'CreatorRequestId',
      'ProtectedResourceArns',
      'ProtectedResourceConditions',
      'RestoreMetadataOverrides',
    ]),
} as const;

export const planHandlers: Handlers = {
  ListBackupPlans: listOf(plan),
  GetBackupPlan: describe(plan, 'BackupPlanId'),
  ListBackupSelections: listOf(selection),
  GetBackupSelection: describe(selection, 'SelectionId'),
  ListRestoreTestingPlans: listOf(testingPlan),
  GetRestoreTestingPlan: describe(testingPlan, 'RestoreTestingPlanName', 'RestoreTestingPlan'),
  ListRestoreTestingSelections: listOf(testingSelection),
  GetRestoreTestingSelection: describe(testingSelection, 'RestoreTestingSelectionName', 'RestoreTestingSelection'),
};
