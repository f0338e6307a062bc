import { boolean, number, oneOf, shapeOf, string } from '../field.ts';

/** AWS's RecoveryPointCreator: the plan and rule behind a point or job. */
export const creator = shapeOf({
  BackupPlanId: string,
  BackupPlanArn: string,
  BackupPlanName: string,
  BackupPlanVersion: string,
  BackupRuleId: string,
  BackupRuleName: string,
  BackupRuleCron: string,
  BackupRuleTimezone: string,
});

/** AWS's Lifecycle. */
export const lifecycle = shapeOf({
  MoveToColdStorageAfterDays: number,
  DeleteAfterDays: number,
  OptInToArchiveForSupportedResources: boolean,
  DeleteAfterEvent: oneOf(['DELETE_AFTER_COPY']),
});
