import type { Fields, Scope } from '../../src/inventory/record.ts';
import { resourceArn } from './arns.ts';
import { ageInDays, daysAgo, laterByMinutes } from './clock.ts';
import { completionOf, type Point } from './point.ts';
import { allPoints } from './points.ts';
import { resourceNamed } from './resources.ts';
import { sameScope } from './scopes.ts';
import { seededUuid } from './seeded.ts';
import { vaultArn, vaultOf } from './vaults.ts';

type Job = Omit<Point, 'arn'> & { readonly outcome: Fields };

/** AWS lists the backup jobs of the last 30 days; a copy has a copy job instead. */
const made: readonly Job[] = allPoints
  .filter(({ created, source }) => source === undefined && ageInDays(created) <= 30)
  .map((point) => ({ ...point, outcome: outcomeOf(point) }));

function outcomeOf(point: Point): Fields {
  const RecoveryPointArn = point.arn;
  if (point.status === 'CREATING') return { RecoveryPointArn, State: 'RUNNING' };
  const CompletionDate = completionOf(point);
  if (point.status === 'PARTIAL') {
    return { RecoveryPointArn, State: 'PARTIAL', CompletionDate, MessageCategory: 'PARTIAL' };
  }
  return { RecoveryPointArn, State: 'COMPLETED', CompletionDate, MessageCategory: 'SUCCESS' };
}

/** A job that made no point. */
function without(name: string, created: string, outcome: Fields): Job {
  const resource = resourceNamed(name);
  return { resource, vault: vaultOf(resource.scope, resource.vault), created, keep: 35, status: 'COMPLETED', outcome };
}

const unsuccessful: readonly Job[] = [
  without('media-bucket', daysAgo(18, 2, 10), {
    State: 'FAILED',
    MessageCategory: 'ACCESS_DENIED',
    StatusMessage: 'Versioning is suspended on the bucket.',
    CompletionDate: daysAgo(18, 2, 14),
  }),
  without('lake-raw', daysAgo(11, 2, 0), {
    State: 'EXPIRED',
    MessageCategory: 'EXPIRED',
    StatusMessage: 'The job did not start within its window.',
    CompletionDate: laterByMinutes(daysAgo(11, 2, 0), 480),
  }),
];

function jobFields({ resource, vault, created, outcome }: Job): Fields {
  return {
    AccountId: resource.scope.accountId,
    BackupJobId: seededUuid(`backup/${resourceArn(resource)}/${created}`).toUpperCase(),
    BackupVaultArn: vaultArn(vault),
    ResourceArn: resourceArn(resource),
    ResourceType: resource.type,
    ResourceName: resource.name,
    CreationDate: created,
    ...outcome,
  };
}

export const backupJobsIn = (scope: Scope): readonly Fields[] =>
  [...made, ...unsuccessful].filter(({ vault }) => sameScope(vault.scope, scope)).map(jobFields);
