import type { Fields } from '../../src/inventory/record.ts';
import { pointArn } from './arns.ts';
import { daysAgo } from './clock.ts';
import type { Point } from './point.ts';
import type { Resource } from './resource.ts';
import { resourceNamed } from './resources.ts';
import { createdBy, type Schedule, schedules } from './schedules.ts';
import { seededBelow } from './seeded.ts';
import { airGappedFrankfurt, airGappedIreland, isAirGapped, type Vault, vaultOf } from './vaults.ts';

/** A composite and what is nested in it are one backup, of one moment. */
function runTime({ name, partOf }: Resource, schedule: Schedule, days: number): string {
  return daysAgo(days, schedule.hour, seededBelow(`start/${partOf ?? name}`, 50));
}

export const airGappedFor = ({ scope }: Resource): Vault =>
  scope.region === airGappedIreland.scope.region ? airGappedIreland : airGappedFrankfurt;

export function scheduledPoint(resource: Resource, vault: Vault, days: number): Point {
  const schedule: Schedule = schedules[resource.schedule];
  const created = runTime(resource, schedule, days);
  return {
    resource,
    vault,
    arn: pointArn(resource, vault, created),
    created,
    keep: schedule.keep,
    status: resource.composite === 'partial' ? 'PARTIAL' : 'COMPLETED',
    more: { CreatedBy: createdBy(schedule), ...compositeFields(resource, vault, created) },
  };
}

function compositeFields({ composite, partOf, name }: Resource, vault: Vault, created: string): Fields {
  if (composite !== undefined) return { IsParent: true };
  if (partOf === undefined) return {};
  const parent = pointArn(resourceNamed(partOf), vault, created);
  return { ParentRecoveryPointArn: parent, CompositeMemberIdentifier: name };
}

/** The points of the resource's own vault, by its plan. */
export function localPoints(resource: Resource): readonly Point[] {
  if (resource.copies === 'only' || resource.copies === 'onlyFailing') return [];
  const vault = vaultOf(resource.scope, resource.vault);
  return schedules[resource.schedule].runs
    .map((days) => scheduledPoint(resource, vault, days))
    .filter(({ created }) => !isAirGapped(vault) || created > vault.created);
}

/** The runs whose copy came to the air-gapped vault. */
function copiedRuns({ copies, schedule }: Resource): readonly number[] {
  const { copied } = schedules[schedule];
  if (copies === 'copied' || copies === 'only') return copied;
  return copies === 'failing' || copies === 'onlyFailing' ? copied.filter((days) => days > 7) : [];
}

/** A copy has the CreationDate of its source. What is kept for ever is kept a year there: the vault's lock has a maximum. */
export const copiedPoints = (resource: Resource): readonly Point[] =>
  copiedRuns(resource).map((days) => {
    const copy = scheduledPoint(resource, airGappedFor(resource), days);
    const source = scheduledPoint(resource, vaultOf(resource.scope, resource.vault), days);
    return { ...copy, keep: copy.keep ?? 365, source };
  });
