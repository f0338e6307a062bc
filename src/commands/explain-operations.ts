import type { FactSpec } from '../catalogue/fact.ts';
import { type KindSpec, kindSpec } from '../catalogue/kinds.ts';
import { type Operation, operationSpec } from '../catalogue/operations.ts';
import { type Asking, demandOf, factsOf } from '../rules/demand.ts';
import { matchOperations } from '../rules/match.ts';
import type { Rule } from '../rules/rule.ts';

export type OperationUse = { readonly operation: Operation; readonly uses: readonly string[] };

/** The operations that a rule needs, with what of it each is for. */
export function operationUses(asking: Asking): readonly OperationUse[] {
  const { rule } = asking;
  return demandOf([asking]).map(({ operation }) => {
    const uses = [
      ...targetUses(rule, operation),
      ...factUses(rule, operation),
      ...relationUses(rule, operation),
      ...overrideUses(asking, operation),
    ];
    const onlyNames = `finds each ${operationSpec(operation).yields} that another operation is called for`;
    return { operation, uses: uses.length === 0 ? [onlyNames] : [...new Set(uses)] };
  });
}

const targetUses = ({ target }: Rule, operation: Operation): readonly string[] =>
  [target].flat().flatMap((kind) => (kindSpec(kind)?.operations.includes(operation) ? [`finds each ${kind}`] : []));

const overrideUses = ({ rule, overrides = [] }: Asking, operation: Operation): readonly string[] =>
  overrides.some(({ match }) => matchOperations(rule, match).includes(operation)) ? ['tells whom overrides match'] : [];

const factUses = (rule: Rule, operation: Operation): readonly string[] =>
  factsOf(rule).filter((name) => operationsOfFact(name).includes(operation));

function operationsOfFact(name: string): readonly Operation[] {
  const [kind = '', fact = ''] = name.split('.');
  const spec = kindSpec(kind);
  if (spec === undefined) return [];
  const ours: FactSpec | undefined = own(spec.facts, fact);
  const reader = own(spec.readBy, fact);
  return [
    ...(ours?.operations ?? []),
    ...Object.values(ours?.memberOperations ?? {}).flat(),
    ...(own(spec.toOne, fact)?.operations ?? []),
    ...(reader === undefined ? [] : [reader]),
  ];
}

const relationUses = (rule: Rule, operation: Operation): readonly string[] => {
  const kinds = [rule.target, ...factsOf(rule).map((name) => name.split('.')[0] ?? '')].flat();
  return relationsIn(rule)
    .filter((name) => kinds.some((kind) => fills(kindSpec(kind), name, operation)))
    .map((name) => `the ${name} of each`);
};

const fills = (spec: KindSpec | undefined, relation: string, operation: Operation): boolean =>
  spec !== undefined && (own(spec.toMany, relation)?.operations.includes(operation) ?? false);

/** Every relation that an `of` of the rule goes along. */
function relationsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === 'of' && typeof inner === 'string' ? inner.split('.') : relationsIn(inner),
  );
}

/** Names come from rule text: `constructor` must not find what every object has. */
const own = <T>(table: { readonly [name: string]: T }, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
