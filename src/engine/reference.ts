import type { ArithmeticName, DurationName } from '../catalogue/functions.ts';
import { kinds } from '../catalogue/kinds.ts';
import { pathSteps } from '../rules/path.ts';
import type { Params, Reference } from '../rules/rule.ts';
import { aggregated } from './aggregate.ts';
import { type Answer, known } from './answer.ts';
import { arithmetic, duration } from './arithmetic.ts';
import type { Ask, Compiler } from './compiled.ts';
import type { Context } from './context.ts';
import { isItem } from './item.ts';
import { walk } from './path.ts';
import { columnOf } from './world/remembered.ts';

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
  if (steps.length > 0) return telling((context) => walk(ask(context), steps, context.world));
  return isRecord(fact) ? telling(ask) : ask;
}

const records: ReadonlySet<string> = new Set([
  'target',
  'supports',
  ...Object.values(kinds).flatMap(({ toOne }) => Object.keys(toOne)),
]);

/** Whether the value of a fact may be a record; a named one tells of its record itself. */
const isRecord = (fact: string): boolean => records.has(fact);

const constant =
  (answer: Answer): Ask =>
  () =>
    answer;

/** Tells of a record that it leads to. */
const telling =
  (ask: Ask): Ask =>
  (context) =>
    tell(ask(context), context);

function tell(answer: Answer, { reached }: Context): Answer {
  if (answer.is === 'known' && isItem(answer.value)) reached(answer.value);
  return answer;
}

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
function factOrNamed(name: string): Ask {
  const column = columnOf(name);
  return (context) => {
    const { named, item, world } = context;
    const ownName = named?.[name];
    if (ownName !== undefined) return tell(ownName(), context);
    const known = world.row.item === item ? world.row.answers[column] : undefined;
    return known ?? world.fact(item, name);
  };
}

function durationOf(unit: DurationName, { from = 'asOf', to = 'asOf' }: Params, compiler: Compiler): Ask {
  const [start, end] = [compiler.fact(from), compiler.fact(to)];
  return (context) => duration(unit, start(context), end(context));
}

function arithmeticOf(name: ArithmeticName, { of }: Params, compiler: Compiler): Ask {
  const [a = 0, b = 0] = Array.isArray(of) ? of : [];
  const [left, right] = [compiler.fact(a), compiler.fact(b)];
  return (context) => arithmetic(name, left(context), right(context));
}
