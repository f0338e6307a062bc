import type { Fields } from '../../../src/inventory/record.ts';
import type { Handlers } from '../handler.ts';
import { without } from '../wire.ts';
import { describe, listOf } from './lists.ts';

const framework = {
  kind: 'framework',
  list: 'Frameworks',
  id: 'FrameworkName',
  member: (fields: Fields) => ({
    ...without(fields, ['FrameworkControls', 'FrameworkStatus', 'IdempotencyToken']),
    NumberOfControls: Array.isArray(fields.FrameworkControls) ? fields.FrameworkControls.length : undefined,
  }),
} as const;
const legalHold = {
  kind: 'legalHold',
  list: 'LegalHolds',
  id: 'LegalHoldId',
  member: (fields: Fields) => without(fields, ['CancelDescription', 'RetainRecordUntil', 'RecoveryPointSelection']),
} as const;

export const governanceHandlers: Handlers = {
  ListFrameworks: listOf(framework),
  DescribeFramework: describe(framework, 'FrameworkName'),
  ListReportPlans: listOf({ kind: 'reportPlan', list: 'ReportPlans', id: 'ReportPlanName' }),
  ListLegalHolds: listOf(legalHold),
  GetLegalHold: describe(legalHold, 'LegalHoldId'),
};
