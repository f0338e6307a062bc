import { type Operation, operationNames, operationSpec } from '../catalogue/operations.ts';
import type { RecordKind } from '../catalogue/record-kinds.ts';
import type { Collector } from './collector.ts';
import { governanceCollectors } from './governance.ts';
import { jobCollectors } from './jobs.ts';
import { listedResourceCollectors } from './listed-resources.ts';
import { planCollectors } from './plans.ts';
import { protectedResourceCollectors } from './protected-resources.ts';
import { recoveryPointCollectors } from './recovery-points.ts';
import { restoreTestingCollectors } from './restore-testing.ts';
import { settingsCollectors } from './settings.ts';
import { vaultCollectors } from './vaults.ts';

const all = new Map(
  [
    ...vaultCollectors,
    ...recoveryPointCollectors,
    ...protectedResourceCollectors,
    ...jobCollectors,
    ...planCollectors,
    ...restoreTestingCollectors,
    ...governanceCollectors,
    ...settingsCollectors,
    ...listedResourceCollectors,
  ].map((collector) => [collector.operation, collector]),
);

export function collectorOf(operation: Operation): Collector {
  const found = all.get(operation);
  if (found === undefined) throw new Error(`no collector for ${operation}`);
  return found;
}

/** Of the operations wanted: those called once a scope. */
export const scopeOperations = (wanted: ReadonlySet<Operation>): readonly Operation[] =>
  operationNames.filter((name) => wanted.has(name) && operationSpec(name).per === 'scope');

/** Of the operations wanted: those that add to each record of a kind. */
export const detailsOf = (kind: RecordKind, wanted: ReadonlySet<Operation>): readonly Operation[] =>
  operationNames.filter((name) => wanted.has(name) && operationSpec(name).per === kind && operationSpec(name).adds);

const everything: ReadonlySet<Operation> = new Set(operationNames);

/** Of the operations wanted (all of them, unless told): those that list something for each record of a kind. */
export const listsOf = (kind: RecordKind, wanted = everything): readonly Operation[] =>
  operationNames.filter((name) => wanted.has(name) && operationSpec(name).per === kind && !operationSpec(name).adds);
