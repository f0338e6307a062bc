import { boolean, date, listOf, mapOf, number, oneOf, shapeOf, string } from '../field.ts';
import { lifecycle } from './shared.ts';

/** One rule of a plan. */
export const backupRuleFields = {
  RuleName: string,
  TargetBackupVaultName: string,
  TargetLogicallyAirGappedBackupVaultArn: string,
  ScheduleExpression: string,
  StartWindowMinutes: number,
  CompletionWindowMinutes: number,
  Lifecycle: lifecycle,
  RecoveryPointTags: mapOf(string),
  RuleId: string,
  CopyActions: listOf(
    shapeOf({
      Lifecycle: lifecycle,
      DestinationBackupVaultArn: string,
    }),
  ),
  EnableContinuousBackup: boolean,
  ScheduleExpressionTimezone: string,
  IndexActions: listOf(
    shapeOf({
      ResourceTypes: listOf(string),
    }),
  ),
  ScanActions: listOf(
    shapeOf({
      MalwareScanner: oneOf(['GUARDDUTY']),
      ScanMode: oneOf(['FULL_SCAN', 'INCREMENTAL_SCAN']),
    }),
  ),
} as const;

export const backupPlanFields = {
  BackupPlan: shapeOf({
    BackupPlanName: string,
    Rules: listOf(shapeOf(backupRuleFields)),
    AdvancedBackupSettings: listOf(
      shapeOf({
        ResourceType: string,
        BackupOptions: mapOf(string),
      }),
    ),
    ScanSettings: listOf(
      shapeOf({
        MalwareScanner: oneOf(['GUARDDUTY']),
        ResourceTypes: listOf(string),
        ScannerRoleArn: string,
      }),
    ),
  }),
  BackupPlanId: string,
  BackupPlanArn: string,
  VersionId: string,
  CreatorRequestId: string,
  CreationDate: date,
  DeletionDate: date,
  LastExecutionDate: date,
  AdvancedBackupSettings: listOf(
    shapeOf({
      ResourceType: string,
      BackupOptions: mapOf(string),
    }),
  ),
  ScheduledRunsPreview: listOf(
    shapeOf({
      ExecutionTime: date,
      RuleId: string,
      RuleExecutionType: oneOf(['CONTINUOUS', 'SNAPSHOTS', 'CONTINUOUS_AND_SNAPSHOTS']),
    }),
  ),
} as const;

export const backupSelectionFields = {
  BackupSelection: shapeOf({
    SelectionName: string,
    IamRoleArn: string,
    Resources: listOf(string),
    ListOfTags: listOf(
      shapeOf({
        ConditionType: oneOf(['STRINGEQUALS']),
        ConditionKey: string,
        ConditionValue: string,
      }),
    ),
    NotResources: listOf(string),
    Conditions: shapeOf({
      StringEquals: listOf(
        shapeOf({
          ConditionKey: string,
          ConditionValue: string,
        }),
      ),
      StringNotEquals: listOf(
        shapeOf({
          ConditionKey: string,
          ConditionValue: string,
        }),
      ),
      StringLike: listOf(
        shapeOf({
          ConditionKey: string,
          ConditionValue: string,
        }),
      ),
      StringNotLike: listOf(
        shapeOf({
          ConditionKey: string,
          ConditionValue: string,
        }),
      ),
    }),
  }),
  SelectionId: string,
  BackupPlanId: string,
  CreationDate: date,
  CreatorRequestId: string,
} as const;

export const restoreTestingPlanFields = {
  CreationTime: date,
  CreatorRequestId: string,
  LastExecutionTime: date,
  LastUpdateTime: date,
  RecoveryPointSelection: shapeOf({
    Algorithm: oneOf(['LATEST_WITHIN_WINDOW', 'RANDOM_WITHIN_WINDOW']),
    ExcludeVaults: listOf(string),
    IncludeVaults: listOf(string),
    RecoveryPointTypes: listOf(oneOf(['CONTINUOUS', 'SNAPSHOT'])),
    SelectionWindowDays: number,
  }),
  RestoreTestingPlanArn: string,
  RestoreTestingPlanName: string,
  ScheduleExpression: string,
  ScheduleExpressionTimezone: string,
  StartWindowHours: number,
} as const;

export const restoreTestingSelectionFields = {
  CreationTime: date,
  CreatorRequestId: string,
  IamRoleArn: string,
  ProtectedResourceArns: listOf(string),
  ProtectedResourceConditions: shapeOf({
    StringEquals: listOf(
      shapeOf({
        Key: string,
        Value: string,
      }),
    ),
    StringNotEquals: listOf(
      shapeOf({
        Key: string,
        Value: string,
      }),
    ),
  }),
  ProtectedResourceType: string,
  RestoreMetadataOverrides: mapOf(string),
  RestoreTestingPlanName: string,
  RestoreTestingSelectionName: string,
  ValidationWindowHours: number,
} as const;
