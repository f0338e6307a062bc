import { boolean, date, listOf, mapOf, number, oneOf, shapeOf, string } from '../field.ts';

export const legalHoldFields = {
  Title: string,
  Status: oneOf(['CREATING', 'ACTIVE', 'CANCELING', 'CANCELED']),
  Description: string,
  CancelDescription: string,
  LegalHoldId: string,
  LegalHoldArn: string,
  CreationDate: date,
  CancellationDate: date,
  RetainRecordUntil: date,
  RecoveryPointSelection: shapeOf({
    VaultNames: listOf(string),
    ResourceIdentifiers: listOf(string),
    DateRange: shapeOf({
      FromDate: date,
      ToDate: date,
    }),
  }),
} as const;

export const frameworkFields = {
  FrameworkName: string,
  FrameworkArn: string,
  FrameworkDescription: string,
  FrameworkControls: listOf(
    shapeOf({
      ControlName: string,
      ControlInputParameters: listOf(
        shapeOf({
          ParameterName: string,
          ParameterValue: string,
        }),
      ),
      ControlScope: shapeOf({
        ComplianceResourceIds: listOf(string),
        ComplianceResourceTypes: listOf(string),
        Tags: mapOf(string),
      }),
    }),
  ),
  CreationTime: date,
  DeploymentStatus: string,
  FrameworkStatus: string,
  IdempotencyToken: string,
} as const;

export const reportPlanFields = {
  ReportPlanArn: string,
  ReportPlanName: string,
  ReportPlanDescription: string,
  ReportSetting: shapeOf({
    ReportTemplate: string,
    FrameworkArns: listOf(string),
    NumberOfFrameworks: number,
    Accounts: listOf(string),
    OrganizationUnits: listOf(string),
    Regions: listOf(string),
  }),
  ReportDeliveryChannel: shapeOf({
    S3BucketName: string,
    S3KeyPrefix: string,
    Formats: listOf(string),
  }),
  DeploymentStatus: string,
  CreationTime: date,
  LastAttemptedExecutionTime: date,
  LastSuccessfulExecutionTime: date,
} as const;

export const regionSettingsFields = {
  ResourceTypeOptInPreference: mapOf(boolean),
  ResourceTypeManagementPreference: mapOf(boolean),
} as const;

export const globalSettingsFields = {
  GlobalSettings: mapOf(string),
  LastUpdateTime: date,
} as const;
