import { partitionOf } from '../../inventory/scope.ts';
import { known, noted } from '../answer.ts';
import type { Item } from '../item.ts';
import { isObject, listIn, type Part, type Shape, type Splitter, withOwnIds } from './split.ts';

/** The rules of a plan. */
export const splitPlan: Splitter = (plan, value) => {
  const rules = isObject(value) ? listIn(value.Rules).filter(isObject) : [];
  const parts = rules.map((fields, index) => ({ id: `${plan.id}#${fields.RuleId ?? index + 1}`, fields }));
  return { parts: withOwnIds(parts), notes: [] };
};

/** The vaults that a rule writes to. */
export const splitRule: Splitter = (rule, value) => {
  const fields = isObject(value) ? value : {};
  const copies = listIn(fields.CopyActions).filter(isObject);
  const parts = [
    ...targetsOf(rule, fields),
    ...copies.map((copy) =>
      destination(rule, 'copy', copy.DestinationBackupVaultArn, copiedLifecycle(copy.Lifecycle, fields.Lifecycle)),
    ),
  ];
  return { parts: withOwnIds(parts), notes: [] };
};

/** Beside an air-gapped target the other one holds points only until they are copied (trap I7). */
function targetsOf(rule: Item, fields: Shape): readonly Part[] {
  const { TargetLogicallyAirGappedBackupVaultArn: airGapped, Lifecycle: lifecycle } = fields;
  const target = destination(rule, 'target', targetArn(rule, fields.TargetBackupVaultName), lifecycle);
  if (airGapped === undefined) return [target];
  const waiting = { ...target, given: { ...target.given, temporary: known(true) } };
  return [waiting, destination(rule, 'airGappedTarget', airGapped, lifecycle)];
}

function destination(rule: Item, role: string, arn: unknown, lifecycle: unknown): Part {
  const vaultArn = typeof arn === 'string' ? known(arn) : noted(`the ${role} of ${rule.id} does not name its vault`);
  return {
    id: `${rule.id}/${role}/${String(arn ?? '')}`,
    fields: lifecycle === undefined ? {} : { Lifecycle: lifecycle },
    given: { role: known(role), vaultArn },
  };
}

/** A plan names its target in its own scope. */
function targetArn({ scope }: Item, name: unknown): string | undefined {
  if (scope === undefined || typeof name !== 'string') return undefined;
  const { accountId, region } = scope;
  return `arn:${partitionOf(region)}:backup:${region}:${accountId}:backup-vault:${name}`;
}

/** A copy that does not say when it ends, or says −1, ends with its source (trap I5). */
function copiedLifecycle(own: unknown, source: unknown): unknown {
  const { DeleteAfterDays: days, ...rest } = isObject(own) ? own : {};
  const inherited = isObject(source) ? source.DeleteAfterDays : undefined;
  const effective = days === undefined || days === -1 ? inherited : days;
  return effective === undefined ? rest : { ...rest, DeleteAfterDays: effective };
}
