import type { Fields, Scope } from '../../src/inventory/record.ts';
import { resourceArn } from './arns.ts';
import { daysAgo } from './clock.ts';
import { completionOf } from './point.ts';
import { allPoints, newestFirst } from './points.ts';
import type { Resource } from './resource.ts';
import { resources } from './resources.ts';
import { lastRestoreMinutes, restoredBy } from './restore-jobs.ts';
import { prodIreland, sameScope } from './scopes.ts';
import { vaultArn } from './vaults.ts';

function protectedFields(resource: Resource): Fields {
  const points = allPoints.filter((point) => point.resource === resource && point.status !== 'CREATING');
  const [last] = newestFirst(points);
  const minutes = lastRestoreMinutes(resource);
  return {
    ResourceArn: resourceArn(resource),
    ResourceType: resource.type,
    ResourceName: resource.name,
    ...(last === undefined
      ? {}
      : {
          LastBackupTime: completionOf(last),
          LastBackupVaultArn: vaultArn(last.vault),
          LastRecoveryPointArn: last.arn,
        }),
    ...(minutes === undefined ? {} : { LatestRestoreExecutionTimeMinutes: minutes }),
  };
}

/** What restore tests made, and a backup caught before it was cleaned up. Nobody wants it tested in its turn. */
const testArtefacts: readonly Fields[] = [
  { ResourceArn: restoredBy('web-01'), ResourceType: 'EC2', LastBackupTime: daysAgo(3, 12, 5) },
  {
    ResourceArn: restoredBy('catalogue-db'),
    ResourceType: 'RDS',
    ResourceName: restoredBy('catalogue-db').split(':').at(-1),
    LastBackupTime: daysAgo(3, 12, 20),
  },
];

export const protectedResourcesIn = (scope: Scope): readonly Fields[] => [
  ...resources.filter((resource) => sameScope(resource.scope, scope)).map(protectedFields),
  ...(sameScope(scope, prodIreland) ? testArtefacts : []),
];
