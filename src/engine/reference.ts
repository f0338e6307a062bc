import type { ArithmeticName, DurationName } from '../catalogue/functions.ts';
import { pathSteps } from '../rules/path.ts';
import type { Params, Reference } from '../rules/rule.ts';
import { aggregated } from './aggregate.ts';
import { type Answer, known } from './answer.ts';
import { arithmetic, duration } from './arithmetic.ts';
import type { Ask, Compiler } from './compiled.ts';
import { isItem } from './item.ts';
import { walk } from './path.ts';

/** A fact, and the way into its value. */
export function compileReference(reference: Reference, compiler: Compiler): Ask {
  const { fact, path = '' } = reference;
  const steps = pathSteps(path);
  const [name] = steps;
  // Parameters do not change while a rule is judged.
  if (fact === 'parameters' && steps.length === 1 && typeof name === 'string') {
    return constant(known(Object.hasOwn(compiler.parameters, name) ? compiler.parameters[name] : undefined));
  }
  const ask = factIn(reference, compiler);
  return telling(steps.length === 0 ? ask : (context) => walk(ask(context), steps, context.world));
}

const constant =
  (answer: Answer): Ask =>
  () =>
    answer;

/** Tells of a record that it leads to. */
const telling =
  (ask: Ask): Ask =>
  (context) => {
    const answer = ask(context);
    if (answer.is === 'known' && isItem(answer.value)) context.reached(answer.value);
    return answer;
  };

function factIn(reference: Reference, compiler: Compiler): Ask {
  const { fact, params = {} } = reference;
  switch (fact) {
    case 'parameters':
      return constant(known(compiler.parameters));
    case 'asOf':
      return ({ world }) => known(world.asOfText);
    case 'target':
      return ({ target }) => known(target);
    case 'days':
    case 'hours':
    case 'minutes':
      return durationOf(fact, params, compiler);
    case 'plus':
    case 'times':
      return arithmeticOf(fact, params, compiler);
    case 'count':
    case 'distinct':
    case 'values':
    case 'min':
    case 'max':
    case 'sum':
    case 'newest':
      return telling(aggregated(compiler.aggregate(reference)));
    default:
      return factOrNamed(fact);
  }
}

/** A rule's named fact goes before a fact of the target; no two have one name. */
const factOrNamed =
  (name: string): Ask =>
  (context) => {
    const named = context.named[name];
    if (named === undefined) return context.world.fact(context.item, name);
    const answer = named();
    if (answer.is === 'known' && isItem(answer.value)) context.reached(answer.value);
    return answer;
  };

function durationOf(unit: DurationName, { from = 'asOf', to = 'asOf' }: Params, compiler: Compiler): Ask {
  const [start, end] = [compiler.fact(from), compiler.fact(to)];
  return (context) => duration(unit, start(context), end(context));
}

function arithmeticOf(name: ArithmeticName, { of }: Params, compiler: Compiler): Ask {
  const [a = 0, b = 0] = Array.isArray(of) ? of : [];
  const [left, right] = [compiler.fact(a), compiler.fact(b)];
  return (context) => arithmetic(name, left(context), right(context));
}
