import type { Operation } from '../catalogue/operations.ts';
import type { Rule } from './rule.ts';
import { walkRule } from './walk-rule.ts';

/** The AWS operations that a rule needs, sorted. Names in a rule are static, so it is their union. */
export const operationsOf = (rule: Rule): readonly Operation[] => demandOf(rule).operations;

/** The facts and to-one relations that a rule asks for, as `kind.fact`, sorted. */
export const factsOf = (rule: Rule): readonly string[] => demandOf(rule).facts;

function demandOf(rule: Rule): { readonly operations: readonly Operation[]; readonly facts: readonly string[] } {
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
