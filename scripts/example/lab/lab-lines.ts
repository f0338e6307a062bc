import type { AwsRecord } from '../../../src/inventory/record.ts';
import { asOf } from '../clock.ts';
import { labJobs, labSettings } from './jobs.ts';
import { labPlans, labTesting } from './plans.ts';
import { london, paris, stockholm } from './record.ts';
import { labPoints, labResources } from './resources.ts';
import { labVaults } from './vaults.ts';

const records: readonly AwsRecord[] = [
  ...labVaults,
  ...labPoints,
  ...labResources,
  ...labJobs,
  ...labPlans,
  ...labTesting,
  ...labSettings,
];

/** The inventory of the lab: a hand-made one, so that one line says that everything was read. */
export function labLines(): readonly string[] {
  const scopes = [stockholm, london, paris];
  const lines = records.map(({ kind, accountId, region, fields }) => ({ kind, accountId, region, ...fields }));
  return [
    { kind: 'inventory', schemaVersion: 1, generator: 'backuplint/0.1.0', asOf, scopes },
    ...lines,
    ...scopes.map((scope) => ({ kind: 'coverage', ...scope, operation: '*', status: 'ok' })),
    { kind: 'end', records: lines.length },
  ].map((line) => JSON.stringify(line));
}
