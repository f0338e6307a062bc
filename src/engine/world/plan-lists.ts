import { listOf, operationSpec } from '../../catalogue/operations.ts';
import type { RecordKind } from '../../catalogue/record-kinds.ts';
import { idOf } from '../../inventory/join-records.ts';
import type { Inventory } from '../../inventory/join-shards.ts';
import type { AwsRecord, Fields, Scope } from '../../inventory/record.ts';
import { scopeId } from '../../inventory/scope.ts';
import type { Item } from '../item.ts';
import { planNaming } from '../plan-of.ts';
import { type Intern, standIn } from './placeholders.ts';

type Plan = { readonly scope: Scope; readonly arn: string | undefined; readonly fields: Fields };

/** Selections of plans whose list was not read whole. They name their plan, where its record tells how. */
export function unreadInPlans(kind: RecordKind, inventory: Inventory, intern: Intern): readonly Item[] {
  const list = listOf(kind);
  if (planNaming[kind] === undefined) return [];
  return plansNamed(kind, inventory).flatMap(({ scope, arn, fields }) =>
    inventory
      .unread(scope, list, arn)
      .map(({ gap, constraints }) => standIn({ kind, scope, fields, gap: intern(gap), constraints })),
  );
}

/** Each plan that a record or a coverage line of its list names. */
function plansNamed(kind: RecordKind, inventory: Inventory): readonly Plan[] {
  const list = listOf(kind);
  const plans = new Map<string, Plan>();
  const name = ({ accountId, region }: Scope, arn: string | undefined, fields: Fields): unknown =>
    plans.set(`${scopeId({ accountId, region })} ${arn}`, { scope: { accountId, region }, arn, fields });
  for (const line of inventory.covered(list)) name(line, line.resource, {});
  for (const record of inventory.records)
    if (record.kind === operationSpec(list).per) name(record, idOf(record), nameOf(record, kind));
  return [...plans.values()];
}

function nameOf({ fields }: AwsRecord, kind: RecordKind): Fields {
  const field = planNaming[kind]?.field;
  return field === undefined || fields[field] === undefined ? {} : { [field]: fields[field] };
}
