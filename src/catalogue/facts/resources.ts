import type { FactTable } from '../fact.ts';
import { boolean, number } from '../field.ts';
import { placeFacts } from './common.ts';
import { supportsFact } from './points.ts';
import { tagFacts } from './tags.ts';

export const protectedResourceFacts = {
  ...placeFacts,
  ...supportsFact,
  ...tagFacts,
  daysSinceLastBackup: {
    type: number,
    total: false,
    unit: 'days',
    operations: ['ListProtectedResources', 'ListBackupVaults', 'ListRecoveryPointsByBackupVault'],
    description: 'asOf − the later of LastBackupTime and the newest CreationDate of its points.',
  },
} as const satisfies FactTable;

export const scopeFacts = {
  accountId: placeFacts.accountId,
  region: placeFacts.region,
  complete: {
    type: boolean,
    total: true,
    description: 'True, or unknown where a gap of the scope touches an enabled rule. Never false.',
  },
} as const satisfies FactTable;
