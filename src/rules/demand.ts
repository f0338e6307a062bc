import { listsBefore, type Operation } from '../catalogue/operations.ts';
import { matchOperations } from './match.ts';
import type { ActiveRule, Rule } from './rule.ts';
import { walkRule } from './walk-rule.ts';

/** An operation, and the sorted ids of the rules that need it, be it only for the names that another one asks about. */
export type Demand = { readonly operation: Operation; readonly rules: readonly string[] };

/** A rule, and what the config says of whom its parameters are for. */
export type Asking = Pick<ActiveRule, 'rule' | 'overrides'>;

/** All that these rules need to be read, sorted. An operation comes with the lists whose records it is called for. */
export function demandOf(rules: readonly Asking[]): readonly Demand[] {
  const idsOf = new Map<Operation, Set<string>>();
  for (const { rule, overrides = [] } of rules) {
    const asked = [...operationsOf(rule), ...overrides.flatMap(({ match }) => matchOperations(rule, match))];
    for (const operation of asked.flatMap((name) => [...listsBefore(name), name])) {
      idsOf.set(operation, (idsOf.get(operation) ?? new Set()).add(rule.id));
    }
  }
  return [...idsOf.keys()].sort().map((operation) => ({ operation, rules: [...(idsOf.get(operation) ?? [])].sort() }));
}

/** The AWS operations that a rule needs, sorted. Names in a rule are static, so it is their union. */
export const operationsOf = (rule: Rule): readonly Operation[] => askedBy(rule).operations;

/** The facts and to-one relations that a rule asks for, as `kind.fact`, sorted. */
export const factsOf = (rule: Rule): readonly string[] => askedBy(rule).facts;

function askedBy(rule: Rule): { readonly operations: readonly Operation[]; readonly facts: readonly string[] } {
  const operations = new Set<Operation>();
  const facts = new Set<string>();
  walkRule(rule, {
    fault: () => {},
    strangeValue: () => {},
    usesFact: (kind, fact) => void facts.add(`${kind}.${fact}`),
    needs: (more) => {
      for (const operation of more) operations.add(operation);
    },
  });
  return { operations: [...operations].sort(), facts: [...facts].sort() };
}
