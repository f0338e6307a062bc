import { arnTail } from '../arn.ts';
import type { Target } from '../result.ts';
import type { Answer } from './answer.ts';
import { memberOf } from './facts/common.ts';
import { type Item, isItem } from './item.ts';
import type { World } from './world/world.ts';

/** A value as it stands in a result: JSON has no Infinity, and a record is its id. */
export function plainValue(value: unknown): unknown {
  if (value === Number.POSITIVE_INFINITY) return 'never';
  if (value === Number.NEGATIVE_INFINITY) return 'none';
  if (isItem(value)) return value.kind === 'supports' ? undefined : value.id;
  return Array.isArray(value) ? value.map(plainValue) : value;
}

/** Those of parameters. */
export const plainValues = (values: { readonly [name: string]: unknown }): { [name: string]: unknown } =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plainValue(value)]));

/** A value as it stands in a message: one decimal is enough for a person. */
export function textOf(answer: Answer): string {
  if (answer.is !== 'known') return '(not known)';
  if (answer.value === undefined) return '(none)';
  const value = plainValue(answer.value);
  if (typeof value === 'number') return String(Math.round(value * 10) / 10);
  if (typeof value === 'string') return value.replace(/\.000Z$/, 'Z');
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}

/** Who is judged. Names and places are given where they are known. */
export function targetOf(item: Item, world: World): Target {
  const known = (fact: string): string | undefined => {
    const answer = world.fact(item, fact);
    return answer.is === 'known' && typeof answer.value === 'string' ? answer.value : undefined;
  };
  const members = {
    name: nameOf(item),
    resourceType: known('ResourceType'),
    accountId: known('accountId') ?? item.scope?.accountId,
    region: known('region') ?? item.scope?.region,
  };
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  return { kind: item.kind, id: item.id, ...Object.fromEntries(given) };
}

const nameFields: { readonly [kind: string]: string } = {
  protectedResource: 'ResourceName',
  backupVault: 'BackupVaultName',
  backupPlan: 'BackupPlanName',
  backupRule: 'RuleName',
  backupSelection: 'SelectionName',
  restoreTestingPlan: 'RestoreTestingPlanName',
  restoreTestingSelection: 'RestoreTestingSelectionName',
  legalHold: 'Title',
  framework: 'FrameworkName',
  reportPlan: 'ReportPlanName',
  listedResource: 'ResourceName',
};

/** Where the answer that tells all of a thing has its name; the list has it beside the id. */
const wholes: { readonly [kind: string]: string } = { backupPlan: 'BackupPlan', backupSelection: 'BackupSelection' };

/** What people call it: AWS's name for it, else the last part of its ARN. */
function nameOf({ kind, id, fields }: Item): string {
  const field = nameFields[kind] ?? '';
  const name = memberOf(fields[wholes[kind] ?? ''], field) ?? fields[field];
  if (typeof name === 'string') return name;
  return id.startsWith('arn:') ? arnTail(id) : id;
}

/** How a message speaks of the target: by name, of a point by its resource's name too, and of a part by what it is of. */
export function targetText(item: Item): string {
  if (item.parent !== undefined) return `${nameOf(item)} of ${targetText(item.parent)}`;
  const { ResourceName: name, ResourceArn: arn } = item.fields;
  if (item.kind !== 'recoveryPoint' || typeof arn !== 'string') return nameOf(item);
  return `${nameOf(item)} of ${typeof name === 'string' ? name : arnTail(arn)}`;
}
