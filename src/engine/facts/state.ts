import type { stateFacts } from '../../catalogue/facts/state.ts';
import { ageDays, field, placeReaders, type Readers, readIn } from './common.ts';
import { periodOf } from './period.ts';

const made = (date: string) => ({ ...readIn, date: field(date), ageDays });
const madeWithArn = (date: string, arn: string) => ({ ...made(date), partition: placeReaders(arn).partition });

type StateReaders = { readonly [kind in keyof typeof stateFacts]: Readers<(typeof stateFacts)[kind]> };

/** A list of resources may come from an export that holds other accounts' too, so there the ARN tells. */
export const stateReaders: StateReaders = {
  backupPlan: madeWithArn('CreationDate', 'BackupPlanArn'),
  backupSelection: made('CreationDate'),
  restoreTestingPlan: { ...madeWithArn('CreationTime', 'RestoreTestingPlanArn'), periodHours: periodOf() },
  restoreTestingSelection: made('CreationTime'),
  legalHold: madeWithArn('CreationDate', 'LegalHoldArn'),
  framework: madeWithArn('CreationTime', 'FrameworkArn'),
  reportPlan: madeWithArn('CreationTime', 'ReportPlanArn'),
  regionSettings: readIn,
  globalSettings: readIn,
  listedResource: placeReaders('ResourceArn'),
};
