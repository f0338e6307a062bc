import type { FactTable } from '../fact.ts';
import { boolean, oneOf, string } from '../field.ts';
import { ageFacts, placeFacts } from './common.ts';

/** A job's account and Region are those of the scope that ran it. */
export const jobFacts = { ...placeFacts, ...ageFacts('CompletionDate, else CreationDate', true) } as const;

export const restoreJobFacts = {
  ...jobFacts,
  isTest: { type: boolean, total: true, description: 'CreatedBy.RestoreTestingPlanArn is present.' },
  ended: {
    type: boolean,
    total: true,
    description: 'Status is COMPLETED, FAILED or ABORTED, and ValidationStatus is not VALIDATING.',
  },
  resourceArn: {
    type: string,
    total: false,
    operations: ['ListBackupVaults', 'ListRecoveryPointsByBackupVault'],
    description: 'SourceResourceArn, else the ResourceArn of the point that RecoveryPointArn names in the inventory.',
  },
} as const satisfies FactTable;

export const scanJobFacts = {
  ...jobFacts,
  verdict: {
    type: oneOf(['clean', 'threats']),
    total: true,
    description:
      'threats: ScanResult is THREATS_FOUND. clean: it is NO_THREATS_FOUND and State is COMPLETED. Else unknown: a scan that failed, passed over objects or still runs tells neither.',
  },
} as const satisfies FactTable;
