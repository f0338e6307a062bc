import type { FactTable } from '../fact.ts';
import { listOf, string } from '../field.ts';
import { ageFacts, periodFact, placeFacts } from './common.ts';
import { supportsFact } from './points.ts';
import { tagFacts } from './tags.ts';

const readIn = {
  accountId: { type: string, total: true, description: 'The account it was read in.' },
  region: { type: string, total: true, description: 'The Region it was read in.' },
} as const satisfies FactTable;

const made = (date: string) => ({ ...readIn, ...ageFacts(date, true) }) as const;
const madeWithArn = (date: string) => ({ ...made(date), partition: placeFacts.partition }) as const;

const types = listOf(string);

/** Of what stands for itself in one scope: where it was read, and when it was made. */
export const stateFacts = {
  backupPlan: { ...madeWithArn('CreationDate'), ...tagFacts },
  backupSelection: made('CreationDate'),
  restoreTestingPlan: { ...madeWithArn('CreationTime'), periodHours: periodFact('') },
  restoreTestingSelection: made('CreationTime'),
  legalHold: madeWithArn('CreationDate'),
  framework: { ...madeWithArn('CreationTime'), ...tagFacts },
  reportPlan: { ...madeWithArn('CreationTime'), ...tagFacts },
  regionSettings: {
    ...readIn,
    optedInTypes: {
      type: types,
      total: true,
      description: 'The resource types that AWS Backup protects here: ResourceTypeOptInPreference is true. Sorted.',
    },
    managedTypes: {
      type: types,
      total: true,
      description: 'Those whose backups it manages in full: ResourceTypeManagementPreference is true. Sorted.',
    },
  },
  globalSettings: readIn,
  listedResource: { ...placeFacts, ...supportsFact, ...tagFacts },
} as const satisfies { readonly [kind: string]: FactTable };
