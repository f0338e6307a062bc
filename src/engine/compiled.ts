import type { AggregateName } from '../catalogue/functions.ts';
import type { Condition, FactRef, Reference } from '../rules/rule.ts';
import type { Answer, Truth } from './answer.ts';
import type { Context } from './context.ts';

/** The values of a rule's parameters. */
export type Parameters = { readonly [name: string]: unknown };

/** A condition as a function. */
export type Judge = (context: Context) => Truth;
/** A reference as a function. */
export type Ask = (context: Context) => Answer;

/** An aggregate's parts as functions. */
export type Aggregate = {
  readonly name: AggregateName;
  /** The relations that lead to its records, one after the other. */
  readonly of: readonly string[];
  readonly where: Judge | undefined;
  /** What it asks of each record. */
  readonly facts: readonly Ask[];
  /** What it asks of the newest one. */
  readonly ofNewest: Ask | undefined;
  /** The fact that `ofNewest` asks, where it is a plain one: all else that is known of the newest one may be forgotten. */
  readonly factOfNewest: string | undefined;
  readonly take: number | undefined;
  /** Whether its text names the target of the rule. */
  readonly asksTarget: boolean;
};

/** Makes functions of the parts of one rule's text. */
export type Compiler = {
  readonly parameters: Parameters;
  readonly condition: (condition: Condition) => Judge;
  readonly reference: (reference: Reference) => Ask;
  /** Of a reference whose fact is an aggregate. */
  readonly aggregate: (reference: Reference) => Aggregate;
  /** Where `params` takes a fact, a bare name is short for a reference. */
  readonly fact: (fact: FactRef | number) => Ask;
  /** A literal, or a reference. */
  readonly value: (value: unknown) => Ask;
};
