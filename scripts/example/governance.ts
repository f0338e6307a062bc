import type { Fields, Scope } from '../../src/inventory/record.ts';
import { daysAgo } from './clock.ts';
import { arnIn, prodFrankfurt, prodIreland, sameScope } from './scopes.ts';

const isProduction = (scope: Scope): boolean => sameScope(scope, prodIreland) || sameScope(scope, prodFrankfurt);

export const frameworksIn = (scope: Scope): readonly Fields[] =>
  sameScope(scope, prodIreland)
    ? [
        {
          FrameworkName: 'acme_audit',
          FrameworkArn: arnIn(scope, 'backup', 'framework:acme_audit-1f2e3d4c'),
          CreationTime: daysAgo(400, 9),
          DeploymentStatus: 'COMPLETED',
          FrameworkStatus: 'ACTIVE',
          FrameworkControls: [{ ControlName: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }],
        },
      ]
    : [];

/** Frankfurt's report has not come since its bucket was cleaned up. */
export const reportPlansIn = (scope: Scope): readonly Fields[] =>
  isProduction(scope)
    ? [
        {
          ReportPlanName: 'acme_jobs',
          ReportPlanArn: arnIn(scope, 'backup', 'report-plan:acme_jobs-5a6b7c8d'),
          ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' },
          ReportDeliveryChannel: { S3BucketName: 'acme-backup-reports', Formats: ['CSV'] },
          DeploymentStatus: 'COMPLETED',
          CreationTime: daysAgo(390, 9),
          LastAttemptedExecutionTime: daysAgo(0, 4),
          LastSuccessfulExecutionTime: daysAgo(sameScope(scope, prodIreland) ? 0 : 9, 4),
        },
      ]
    : [];

export const legalHoldsIn = (scope: Scope): readonly Fields[] =>
  sameScope(scope, prodIreland)
    ? [hold(scope, 'case-2291', 'ACTIVE', 120), hold(scope, 'case-2304', 'CREATING', 4)]
    : [];

const hold = (scope: Scope, title: string, status: string, days: number): Fields => ({
  LegalHoldId: title,
  LegalHoldArn: arnIn(scope, 'backup', `legal-hold:${title}`),
  Title: title,
  Status: status,
  Description: 'Asked for by the legal department.',
  CreationDate: daysAgo(days, 9),
  RecoveryPointSelection: { VaultNames: ['prod-databases'] },
});

/** Of the organization: the same wherever it is asked. */
export const globalSettings = (scope: Scope): Fields => ({
  GlobalSettings: {
    isCrossAccountBackupEnabled: 'true',
    isDelegatedAdministratorEnabled: 'true',
    isMpaEnabled: scope.accountId === prodIreland.accountId ? 'true' : 'false',
  },
  LastUpdateTime: daysAgo(300, 9),
});
