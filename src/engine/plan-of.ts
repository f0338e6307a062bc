import type { RecordKind } from '../catalogue/record-kinds.ts';
import { scopeId } from '../inventory/scope.ts';
import type { Item } from './item.ts';
import { indexOf } from './item-index.ts';
import type { World } from './world/world.ts';

export type Naming = { readonly plan: RecordKind; readonly field: string };

/** A selection names its plan by a field that the plan has too, inside their scope. */
export const planNaming: { readonly [kind: string]: Naming } = {
  backupSelection: { plan: 'backupPlan', field: 'BackupPlanId' },
  restoreTestingSelection: { plan: 'restoreTestingPlan', field: 'RestoreTestingPlanName' },
};

/** The plan of a selection; undefined where it was not seen. */
export function planOf(item: Item, world: World): Item | undefined {
  const naming = planNaming[item.kind];
  if (naming === undefined || item.scope === undefined) return undefined;
  const scope = scopeId(item.scope);
  const plans = indexOf(naming.plan, naming.field, world).byKey.get(item.fields[naming.field]) ?? [];
  return plans.find((plan) => !plan.isPlaceholder && plan.scope !== undefined && scopeId(plan.scope) === scope);
}

/**
 * What coverage lines name when they tell how more of an item was read: the item, or for all selections of a plan the
 * plan. Undefined where the plan was not seen: then only what is said of the whole scope counts.
 */
export const coveredResource = (item: Item, world: World): string | undefined =>
  planNaming[item.kind] === undefined || item.scope === undefined ? item.id : planOf(item, world)?.id;
