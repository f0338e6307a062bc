import type { FactTable } from '../fact.ts';
import { string } from '../field.ts';
import { ageFacts, periodFact, placeFacts } from './common.ts';

const readIn = {
  accountId: { type: string, total: true, description: 'The account it was read in.' },
  region: { type: string, total: true, description: 'The Region it was read in.' },
} as const satisfies FactTable;

const made = (date: string) => ({ ...readIn, ...ageFacts(date, true) }) as const;
const madeWithArn = (date: string) => ({ ...made(date), partition: placeFacts.partition }) as const;

/** Of what stands for itself in one scope: where it was read, and when it was made. */
export const stateFacts = {
  backupPlan: madeWithArn('CreationDate'),
  backupSelection: made('CreationDate'),
  restoreTestingPlan: { ...madeWithArn('CreationTime'), periodHours: periodFact('') },
  restoreTestingSelection: made('CreationTime'),
  legalHold: madeWithArn('CreationDate'),
  framework: madeWithArn('CreationTime'),
  reportPlan: madeWithArn('CreationTime'),
  regionSettings: readIn,
  globalSettings: readIn,
  listedResource: placeFacts,
} as const satisfies { readonly [kind: string]: FactTable };
