import type { FieldTable } from './field.ts';
import {
  frameworkFields,
  globalSettingsFields,
  legalHoldFields,
  regionSettingsFields,
  reportPlanFields,
} from './fields/governance.ts';
import { backupJobFields, copyJobFields, restoreJobFields, scanJobFields } from './fields/jobs.ts';
import {
  backupPlanFields,
  backupSelectionFields,
  restoreTestingPlanFields,
  restoreTestingSelectionFields,
} from './fields/plans.ts';
import {
  backupVaultFields,
  listedResourceFields,
  protectedResourceFields,
  recoveryPointFields,
} from './fields/points.ts';

/** The fields that AWS documents for each kind of record (service model 2018-11-15, as of 2026-08-06). All may be absent. */
export const recordFields = {
  recoveryPoint: recoveryPointFields,
  backupVault: backupVaultFields,
  protectedResource: protectedResourceFields,
  restoreJob: restoreJobFields,
  copyJob: copyJobFields,
  backupJob: backupJobFields,
  scanJob: scanJobFields,
  backupPlan: backupPlanFields,
  backupSelection: backupSelectionFields,
  restoreTestingPlan: restoreTestingPlanFields,
  restoreTestingSelection: restoreTestingSelectionFields,
  legalHold: legalHoldFields,
  framework: frameworkFields,
  reportPlan: reportPlanFields,
  regionSettings: regionSettingsFields,
  globalSettings: globalSettingsFields,
  listedResource: listedResourceFields,
} as const satisfies { readonly [kind: string]: FieldTable };

export type RecordKind = keyof typeof recordFields;
export const recordKinds = Object.keys(recordFields) as readonly RecordKind[];

/** Jobs are events: once seen they stay true, so older inventories extend them. Everything else is state. */
export const eventKinds: ReadonlySet<string> = new Set(['restoreJob', 'copyJob', 'backupJob', 'scanJob']);
