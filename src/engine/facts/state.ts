import type { stateFacts } from '../../catalogue/facts/state.ts';
import { known, mapAnswer } from '../answer.ts';
import { ageDays, type FactReader, field, memberOf, placeReaders, type Readers, readIn } from './common.ts';
import { periodOf } from './period.ts';
import { supports } from './supports.ts';
import { tagReaders } from './tags.ts';

const made = (date: string) => ({ ...readIn, date: field(date), ageDays });
const madeWithArn = (date: string, arn: string) => ({ ...made(date), partition: placeReaders(arn).partition });

type StateReaders = { readonly [kind in keyof typeof stateFacts]: Readers<(typeof stateFacts)[kind]> };

/** The resource types that a preference is true of. */
const typesIn =
  (preference: string): FactReader =>
  (item, world) =>
    mapAnswer(world.fact(item, preference), (value) =>
      known(
        Object.keys(Object(value))
          .filter((type) => memberOf(value, type) === true)
          .sort(),
      ),
    );

/** A list of resources may come from an export that holds other accounts' too, so there the ARN tells. */
export const stateReaders: StateReaders = {
  backupPlan: { ...madeWithArn('CreationDate', 'BackupPlanArn'), ...tagReaders('BackupPlanArn') },
  backupSelection: made('CreationDate'),
  restoreTestingPlan: { ...madeWithArn('CreationTime', 'RestoreTestingPlanArn'), periodHours: periodOf() },
  restoreTestingSelection: made('CreationTime'),
  legalHold: madeWithArn('CreationDate', 'LegalHoldArn'),
  framework: { ...madeWithArn('CreationTime', 'FrameworkArn'), ...tagReaders('FrameworkArn') },
  reportPlan: { ...madeWithArn('CreationTime', 'ReportPlanArn'), ...tagReaders('ReportPlanArn') },
  regionSettings: {
    ...readIn,
    optedInTypes: typesIn('ResourceTypeOptInPreference'),
    managedTypes: typesIn('ResourceTypeManagementPreference'),
  },
  globalSettings: readIn,
  listedResource: { ...placeReaders('ResourceArn'), supports, ...tagReaders('ResourceArn') },
};
