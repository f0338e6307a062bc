import { type FactRef, isReference, type Reference } from '../../rules/rule.ts';
import { isAggregate } from './reference-text.ts';

/** An aggregate and its place in the rule. */
export type PlacedAggregate = { readonly at: string; readonly reference: Reference };

/** The aggregates that the value of a reference is made of: itself, or what its `params` take. */
export function aggregatesIn(reference: Reference, at: string): readonly PlacedAggregate[] {
  const { fact, params = {} } = reference;
  if (isAggregate(fact)) return [{ at, reference }];
  const operands = Array.isArray(params.of) ? params.of : [];
  return [
    ...inOperand(params.from, `${at}/params/from`),
    ...inOperand(params.to, `${at}/params/to`),
    ...operands.flatMap((operand: FactRef | number, index) => inOperand(operand, `${at}/params/of/${index}`)),
  ];
}

const inOperand = (operand: FactRef | number | undefined, at: string): readonly PlacedAggregate[] =>
  isReference(operand) ? aggregatesIn(operand, at) : [];
