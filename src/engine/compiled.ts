import type { Condition, FactRef, Reference } from '../rules/rule.ts';
import type { Answer, Truth } from './answer.ts';
import type { Context } from './context.ts';

/** The values of a rule's parameters. */
export type Parameters = { readonly [name: string]: unknown };

/** A condition as a function. */
export type Judge = (context: Context) => Truth;
/** A reference as a function. */
export type Ask = (context: Context) => Answer;

/** Makes functions of the parts of one rule's text. */
export type Compiler = {
  readonly parameters: Parameters;
  readonly condition: (condition: Condition) => Judge;
  readonly reference: (reference: Reference) => Ask;
  /** Where `params` takes a fact, a bare name is short for a reference. */
  readonly fact: (fact: FactRef | number) => Ask;
  /** A literal, or a reference. */
  readonly value: (value: unknown) => Ask;
};
