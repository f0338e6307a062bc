import type { jobFacts, restoreJobFacts, scanJobFacts } from '../../catalogue/facts/jobs.ts';
import { type Answer, absent, known, mapAnswer } from '../answer.ts';
import { isItem } from '../item.ts';
import { ageDays, type FactReader, isPresent, placeReaders, type Readers, readIn } from './common.ts';
import { verdict } from './scans.ts';

/** CompletionDate, else CreationDate. */
const date: FactReader = (item, world) =>
  mapAnswer(world.fact(item, 'CompletionDate'), (value) =>
    value === undefined ? world.fact(item, 'CreationDate') : known(value),
  );

/** A job's ids name no place: its scope is where it was listed. */
const jobReaders = (vaultField: string): Readers<typeof jobFacts> => ({
  ...readIn,
  partition: placeReaders(vaultField).partition,
  date,
  ageDays,
});

const endStatuses: readonly unknown[] = ['COMPLETED', 'FAILED', 'ABORTED'];

const ended: FactReader = (item, world) =>
  mapAnswer(world.fact(item, 'Status'), (status) =>
    endStatuses.includes(status)
      ? mapAnswer(world.fact(item, 'ValidationStatus'), (validation) => known(validation !== 'VALIDATING'))
      : known(false),
  );

/** Before 2025-10 AWS gave no SourceResourceArn: then the point that was restored tells, if it is still there. */
const resourceArn: FactReader = (item, world) =>
  mapAnswer(world.fact(item, 'SourceResourceArn'), (arn) =>
    arn !== undefined ? known(arn) : resourceOfPoint(world.fact(item, 'recoveryPoint'), world),
  );

const resourceOfPoint = (point: Answer, world: Parameters<FactReader>[1]): Answer =>
  mapAnswer(point, (found) => (isItem(found) ? world.fact(found, 'ResourceArn') : absent));

export const restoreJobReaders: Readers<typeof restoreJobFacts> = {
  ...jobReaders('RecoveryPointArn'),
  isTest: isPresent('CreatedBy', 'RestoreTestingPlanArn'),
  ended,
  resourceArn,
};
export const copyJobReaders: Readers<typeof jobFacts> = jobReaders('SourceRecoveryPointArn');
export const backupJobReaders: Readers<typeof jobFacts> = jobReaders('BackupVaultArn');
export const scanJobReaders: Readers<typeof scanJobFacts> = { ...jobReaders('BackupVaultArn'), verdict };
