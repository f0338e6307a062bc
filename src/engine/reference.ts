import type { ArithmeticName, DurationName } from '../catalogue/functions.ts';
import { pathSteps } from '../rules/path.ts';
import { type FactRef, isReference, type Params, type Reference } from '../rules/rule.ts';
import { aggregate } from './aggregate.ts';
import { type Answer, known } from './answer.ts';
import { arithmetic, duration } from './arithmetic.ts';
import type { Context } from './context.ts';
import { isItem } from './item.ts';
import { walk } from './path.ts';

/** What a reference is worth here. */
export function evaluateReference(reference: Reference, context: Context): Answer {
  const answer = walk(factIn(reference, context), pathSteps(reference.path ?? ''), context.world);
  if (answer.is === 'known' && isItem(answer.value)) context.reached(answer.value);
  return answer;
}

/** A leaf's right side: a literal, or a reference. */
export const evaluateValue = (value: unknown, context: Context): Answer =>
  isReference(value) ? evaluateReference(value, context) : known(value);

/** Where `params` takes a fact, a bare name is short for a reference. */
export const evaluateFact = (fact: FactRef | number, context: Context): Answer => {
  if (typeof fact === 'number') return known(fact);
  return evaluateReference(typeof fact === 'string' ? { fact } : fact, context);
};

function factIn({ fact, params }: Reference, context: Context): Answer {
  const named = context.named[fact];
  if (named !== undefined) return reached(named(), context);
  switch (fact) {
    case 'parameters':
      return known(context.parameters);
    case 'asOf':
      return known(context.world.asOfText);
    case 'target':
      return known(context.target);
    case 'days':
    case 'hours':
    case 'minutes':
      return durationOf(fact, params ?? {}, context);
    case 'plus':
    case 'times':
      return arithmeticOf(fact, params ?? {}, context);
    case 'count':
    case 'distinct':
    case 'values':
    case 'min':
    case 'max':
    case 'sum':
    case 'newest':
      return reached(aggregate(fact, params ?? {}, context), context);
    default:
      return context.world.fact(context.item, fact);
  }
}

/** Tells of a record that a path goes on through. */
function reached(answer: Answer, context: Context): Answer {
  if (answer.is === 'known' && isItem(answer.value)) context.reached(answer.value);
  return answer;
}

const durationOf = (unit: DurationName, { from, to }: Params, context: Context): Answer =>
  duration(unit, evaluateFact(from ?? 'asOf', context), evaluateFact(to ?? 'asOf', context));

function arithmeticOf(name: ArithmeticName, { of }: Params, context: Context): Answer {
  const [a = 0, b = 0] = Array.isArray(of) ? of : [];
  return arithmetic(name, evaluateFact(a, context), evaluateFact(b, context));
}
