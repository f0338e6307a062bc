import { type Condition, type FactRef, isReference, type Reference } from '../rules/rule.ts';
import { compileAggregate } from './aggregate.ts';
import { type Answer, known, type Truth } from './answer.ts';
import type { Aggregate, Ask, Compiler, Judge, Parameters } from './compiled.ts';
import { compileCondition } from './condition.ts';
import type { Context } from './context.ts';
import { compileReference } from './reference.ts';

const compilers = new WeakMap<Parameters, Compiler>();

/** Makes functions of a rule's conditions and references, each once: its text is walked when it is first asked for. */
export function compilerFor(parameters: Parameters): Compiler {
  const made = compilers.get(parameters) ?? newCompiler(parameters);
  compilers.set(parameters, made);
  return made;
}

function newCompiler(parameters: Parameters): Compiler {
  const judges = new WeakMap<Condition, Judge>();
  const asks = new WeakMap<Reference, Ask>();
  const aggregates = new WeakMap<Reference, Aggregate>();
  const compiler: Compiler = {
    parameters,
    condition: (condition) => once(judges, condition, () => compileCondition(condition, compiler)),
    reference: (reference) => once(asks, reference, () => compileReference(reference, compiler)),
    aggregate: (reference) => once(aggregates, reference, () => compileAggregate(reference, compiler)),
    fact: (fact) => {
      if (typeof fact === 'number') return constant(known(fact));
      return compiler.reference(typeof fact === 'string' ? { fact } : fact);
    },
    value: (value) => (isReference(value) ? compiler.reference(value) : constant(known(value))),
  };
  return compiler;
}

function once<Text extends object, Made>(made: WeakMap<Text, Made>, text: Text, make: () => Made): Made {
  const found = made.get(text) ?? make();
  made.set(text, found);
  return found;
}

const constant =
  (answer: Answer): Ask =>
  () =>
    answer;

/** Judges a condition in a context. */
export const judge = (condition: Condition, context: Context): Truth =>
  compilerFor(context.parameters).condition(condition)(context);

/** What a reference is worth here. */
export const evaluateReference = (reference: Reference, context: Context): Answer =>
  compilerFor(context.parameters).reference(reference)(context);

/** A leaf's right side: a literal, or a reference. */
export const evaluateValue = (value: unknown, context: Context): Answer =>
  compilerFor(context.parameters).value(value)(context);

export const evaluateFact = (fact: FactRef, context: Context): Answer =>
  compilerFor(context.parameters).fact(fact)(context);
