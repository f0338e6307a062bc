import type { Fields } from '../../src/inventory/record.ts';
import { continuousArn, pointArn } from './arns.ts';
import { daysAgo, laterByDays } from './clock.ts';
import type { Point } from './point.ts';
import type { Resource } from './resource.ts';
import { resourceNamed } from './resources.ts';
import { scheduledPoint } from './scheduled-points.ts';
import { prodIreland } from './scopes.ts';
import { vaultOf } from './vaults.ts';

const defaultVault = vaultOf(prodIreland, 'Default');

/** A server that is gone; nobody took its image along. AWS puts such images into the Default vault, as expired. */
const goneServer: Resource = {
  scope: prodIreland,
  type: 'EC2',
  name: 'web-legacy',
  gib: 40,
  vault: 'Default',
  schedule: 'weekly',
};

function own(name: string, created: string, rest: Partial<Point>): Point {
  const resource = resourceNamed(name);
  const vault = rest.vault ?? vaultOf(resource.scope, resource.vault);
  const arn = pointArn(resource, vault, created);
  return { resource, vault, arn, created, keep: 35, status: 'COMPLETED', ...rest };
}

/** Gone as soon as all its copies are made. */
function temporary(name: string, days: number): Point {
  const resource = resourceNamed(name);
  const point = scheduledPoint(resource, vaultOf(resource.scope, resource.vault), days);
  const more: Fields = { ...point.more, Lifecycle: { DeleteAfterDays: 35, DeleteAfterEvent: 'DELETE_AFTER_COPY' } };
  return { ...point, more };
}

/** One per resource that grows; its window reaches back as long as it is kept. */
function continuous(name: string, days: number, rest: Partial<Point>): Point {
  const point = own(name, daysAgo(days, 2, 15), { status: 'AVAILABLE', ...rest });
  return { ...point, arn: continuousArn(point.resource.scope, name) };
}

const web01Expired = daysAgo(40, 2, 33);

export const oddPoints: readonly Point[] = [
  temporary('ledger-journal', 0),
  temporary('pos-gateway', 5),
  continuous('invoices-bucket', 34, {}),
  continuous('lake-curated', 34, {}),
  continuous('media-bucket', 21, {
    status: 'STOPPED',
    more: { StatusMessage: 'Continuous backup stopped: versioning is suspended on the bucket.' },
  }),
  own('documents', daysAgo(0, 4, 10), { status: 'CREATING' }),
  own('web-01', web01Expired, {
    status: 'EXPIRED',
    more: { StatusMessage: 'The role that AWS Backup used can no longer delete this recovery point.' },
  }),
  own('api-02', daysAgo(36, 2, 5), { status: 'DELETING' }),
  // Made by hand before a release, and meant to go again.
  own('catalogue-db', daysAgo(2, 15, 40), { vault: defaultVault, keep: 7 }),
  own('eu-orders-db', daysAgo(200, 10, 0), { keep: undefined, more: { Lifecycle: { DeleteAfterDays: -1 } } }),
  own('finance-vm-01', daysAgo(128, 2, 20), {
    keep: 2557,
    more: {
      CalculatedLifecycle: {
        MoveToColdStorageAt: laterByDays(daysAgo(128, 2, 20), 30),
        DeleteAt: laterByDays(daysAgo(128, 2, 20), 2557),
      },
      Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 2557 },
    },
  }),
  {
    resource: goneServer,
    vault: defaultVault,
    arn: pointArn(goneServer, defaultVault, daysAgo(240, 2, 41)),
    created: daysAgo(240, 2, 41),
    keep: 35,
    status: 'EXPIRED',
  },
];
