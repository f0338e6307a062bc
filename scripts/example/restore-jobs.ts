import type { Fields, Scope } from '../../src/inventory/record.ts';
import { resourceArn, restoredArn } from './arns.ts';
import { daysAgo, laterByMinutes } from './clock.ts';
import type { Point } from './point.ts';
import { allPoints, newestFirst } from './points.ts';
import { type Resource, type Restore, type RestoreOutcome, restoresOf } from './resource.ts';
import { resourceNamed, resources } from './resources.ts';
import { type TestedVault, testingPlanArn } from './restore-testing.ts';
import { sameScope } from './scopes.ts';
import { seededBelow, seededUuid } from './seeded.ts';
import { isAirGapped, vaultArn } from './vaults.ts';

/** A job from before AWS filled SourceResourceArn: its point tells the resource. */
const withoutSource = new Set(['api-02']);
const cleanupFailed = new Set(['documents']);

const outcomes: { readonly [outcome in RestoreOutcome]: Fields } = {
  validated: { Status: 'COMPLETED', ValidationStatus: 'SUCCESSFUL' },
  validationFailed: {
    Status: 'COMPLETED',
    ValidationStatus: 'FAILED',
    ValidationStatusMessage: 'The server started; the health page answered 500.',
  },
  timedOut: { Status: 'COMPLETED', ValidationStatus: 'TIMED_OUT' },
  notValidated: { Status: 'COMPLETED' },
  validating: { Status: 'COMPLETED', ValidationStatus: 'VALIDATING' },
  failed: { Status: 'FAILED', StatusMessage: 'The DB subnet group acme-restore-tests does not exist.' },
  aborted: { Status: 'ABORTED', StatusMessage: 'The restore job was aborted.' },
  manual: { Status: 'COMPLETED' },
};

/** On a Tuesday morning; the one that runs now began this night. */
function startOf({ name }: Resource, { days }: Restore): string {
  return daysAgo(days, days === 0 ? 3 : 10, seededBelow(`restore/${name}`, 55));
}

const testable = new Set<Point['status']>(['COMPLETED', 'AVAILABLE', 'PARTIAL']);

/** The newest point of that moment, from the resource's own vault where it has one; temporary points are not tested. */
function restoredPoint(resource: Resource, start: string): Point {
  const points = allPoints.filter(
    (point) => point.resource === resource && point.created < start && testable.has(point.status),
  );
  const [newest] = newestFirst(resource.copies?.startsWith('only') ? points.filter(inAirGap) : points.filter(isOwn));
  if (newest === undefined) throw new Error(`no point of ${resource.name} before ${start}`);
  return newest;
}

const inAirGap = ({ vault }: Point): boolean => isAirGapped(vault);
const isOwn = ({ vault, resource }: Point): boolean => vault.name === resource.vault;

type RestoreRun = { readonly resource: Resource; readonly restore: Restore; readonly point: Point };

const runs: readonly RestoreRun[] = resources.flatMap((resource) =>
  restoresOf(resource).map((restore) => ({
    resource,
    restore,
    point: restoredPoint(resource, startOf(resource, restore)),
  })),
);

/** Terabytes take their time. */
const slow = new Set(['media-bucket']);
const minutesOf = ({ name }: Resource): number => (slow.has(name) ? 900 : 12 + seededBelow(`restored/${name}`, 90));

function restoreFields({ resource, restore, point }: RestoreRun): Fields {
  const start = startOf(resource, restore);
  const minutes = minutesOf(resource);
  return {
    AccountId: point.vault.scope.accountId,
    RestoreJobId: seededUuid(`restore/${resourceArn(resource)}/${restore.days}`).toUpperCase(),
    RecoveryPointArn: point.arn,
    ...(withoutSource.has(resource.name) ? {} : { SourceResourceArn: resourceArn(resource) }),
    BackupVaultArn: vaultArn(point.vault),
    ResourceType: resource.type,
    RecoveryPointCreationDate: point.created,
    CreationDate: start,
    CompletionDate: laterByMinutes(start, minutes),
    PercentDone: '100.00%',
    ...outcomes[restore.outcome],
    ...resultOf(resource, restore, point),
  };
}

function resultOf(resource: Resource, { outcome, days }: Restore, { vault }: Point): Fields {
  const test = outcome !== 'manual';
  const plan = testingPlanArn(vault);
  const made = outcome !== 'failed' && outcome !== 'aborted';
  return {
    ...(made ? { CreatedResourceArn: restoredArn({ ...resource, scope: vault.scope }, days, test) } : {}),
    ...(test ? { CreatedBy: { RestoreTestingPlanArn: plan } } : {}),
    ...(test && made && outcome !== 'validating' ? deletionOf(resource) : {}),
  };
}

const deletionOf = ({ name }: Resource): Fields =>
  cleanupFailed.has(name)
    ? { DeletionStatus: 'FAILED', DeletionStatusMessage: 'The tag awsbackup-restore-test is missing.' }
    : { DeletionStatus: 'SUCCESSFUL' };

/** The jobs run where the vault is that they restore from. */
export const restoreJobsIn = (scope: Scope): readonly Fields[] =>
  runs.filter(({ point }) => sameScope(point.vault.scope, scope)).map(restoreFields);

/** What the week's test of a resource made. */
export function restoredBy(name: string): string {
  const resource = resourceNamed(name);
  return restoredArn(resource, restoresOf(resource).at(-1)?.days ?? 0, true);
}

/** When each point was last restored, by its ARN. */
export const lastRestores: ReadonlyMap<string, string> = new Map(
  runs
    .filter(({ restore }) => outcomes[restore.outcome].Status === 'COMPLETED')
    .map(({ resource, restore, point }) => [point.arn, startOf(resource, restore)]),
);

/** How long the last restore of a resource took, in minutes; undefined where there was none. */
export function lastRestoreMinutes(resource: Resource): number | undefined {
  const last = runs.findLast(
    (run) => run.resource === resource && outcomes[run.restore.outcome].Status === 'COMPLETED',
  );
  return last === undefined ? undefined : minutesOf(resource);
}

/** The vaults whose points are tested, with the types of what is tested there. */
export const testedVaults: readonly TestedVault[] = [
  ...new Map(runs.map(({ point }) => [vaultArn(point.vault), point.vault])).values(),
].map((vault) => {
  const own = runs.filter(({ point, restore }) => point.vault === vault && restore.outcome !== 'manual');
  return { vault, types: [...new Set(own.map(({ resource }) => resource.type))].sort() };
});
