import { hasTexts, listOf, textOf } from './cli-answer.ts';
import { cliAnswers } from './cli-answers.ts';
import { isJsonObject, type JsonObject } from './parse-json.ts';

type LookAlike = {
  readonly matches: (answer: JsonObject) => boolean;
  readonly what: string;
  readonly lacks: string;
  readonly run: string;
};

const pointsByVault = 'list-recovery-points-by-backup-vault --backup-vault-name NAME';

const hasPoint = (answer: JsonObject, matches: (point: unknown) => boolean): boolean =>
  listOf(answer, 'RecoveryPoints')?.some((point) => textOf(point, 'BackupVaultArn') === undefined && matches(point)) ??
  false;

/** Answers that could be taken for one that can be read, and what is missing in them. */
const lookAlikes: readonly LookAlike[] = [
  {
    matches: (answer) =>
      hasPoint(answer, (point) => hasTexts(point, ['ResourceArn']) && textOf(point, 'Status') === undefined),
    what: 'list-recovery-points-by-legal-hold',
    lacks: 'has neither status nor lifecycle of the points',
    run: pointsByVault,
  },
  {
    matches: (answer) => hasPoint(answer, () => true),
    what: 'list-recovery-points-by-resource',
    lacks: 'has neither lifecycle nor vault ARN of the points',
    run: pointsByVault,
  },
  {
    matches: (answer) => listOf(answer, 'BackupPlansList') !== undefined,
    what: 'list-backup-plans',
    lacks: 'has no rules of the plans',
    run: 'get-backup-plan --backup-plan-id ID',
  },
  {
    matches: (answer) => hasTexts(answer, ['BackupJobId', 'State']),
    what: 'describe-backup-job',
    lacks: 'is one job, not the history',
    run: 'list-backup-jobs',
  },
  {
    matches: (answer) => hasTexts(answer, ['RestoreJobId', 'Status']),
    what: 'describe-restore-job',
    lacks: 'is one job, not the history',
    run: 'list-restore-jobs',
  },
  {
    matches: (answer) => isJsonObject(answer.CopyJob),
    what: 'describe-copy-job',
    lacks: 'is one job, not the history',
    run: 'list-copy-jobs',
  },
  {
    matches: (answer) =>
      hasTexts(answer, ['BackupVaultName', 'BackupVaultArn', 'CreationDate']) && !('RecoveryPointArn' in answer),
    what: 'describe-backup-vault',
    lacks: 'is one vault, not the list',
    run: 'list-backup-vaults',
  },
];

/** Why a look-alike cannot be used, with the command that gives what is needed. */
export function refusal(answer: JsonObject): string | undefined {
  const found = lookAlikes.find(({ matches }) => matches(answer));
  return found && `the output of ${found.what} ${found.lacks}; run \`aws backup ${found.run}\` instead`;
}

export const unrecognized = `is neither an inventory nor output of the AWS CLI that can be read, which is that of \`aws backup\` ${cliAnswers
  .map(({ service, command }) => (service === undefined ? command : `and \`aws ${service}\` ${command}`))
  .join(', ')}`;
