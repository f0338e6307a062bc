import { type Answer, joinReasons, type Reason, reasonsOf, strangeReason, strangeValue, type Truth } from './answer.ts';
import { compare, operatorOf } from './operators.ts';

const orderOperators = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];

const holds: Truth = { holds: true, reasons: [] };
const fails: Truth = { holds: false, reasons: [] };

/** A leaf's operator as a function. Nearly always both sides are known: that way has no detour. */
export function compileLeaf(operator: string): (left: Answer, right: Answer) => Truth {
  const { evaluate } = operatorOf(operator);
  return (left, right) => {
    if (left.is !== 'known' || right.is !== 'known' || strangeValue(left) !== undefined) {
      return judgeLeaf(operator, left, right);
    }
    return evaluate(left.value, right.value) ? holds : fails;
  };
}

/** Judges one leaf: json-rules-engine's operator on what is known; decided beyond that only where all cases agree. */
export function judgeLeaf(operator: string, left: Answer, right: Answer): Truth {
  const verdicts = casesOf(left).flatMap((fact) => casesOf(right).map((value) => judgeCase(operator, fact, value)));
  const [first] = verdicts;
  if (first !== undefined && first.holds !== null && verdicts.every(({ holds }) => holds === first.holds)) return first;
  const reasons = verdicts.map((verdict) => verdict.reasons);
  return { holds: null, reasons: joinReasons([...reasons, reasonsOf(left), reasonsOf(right)]) };
}

const casesOf = (answer: Answer): readonly Answer[] =>
  answer.is === 'oneOf' ? answer.answers.flatMap(casesOf) : [answer];

const decided = (isTrue: boolean): Truth => (isTrue ? holds : fails);
const undecided = (...answers: readonly Answer[]): Truth => ({
  holds: null,
  reasons: joinReasons(answers.map(reasonsOf)),
});

function judgeCase(operator: string, left: Answer, right: Answer): Truth {
  if (right.is !== 'known') return judgeUnknownRight(operator, left, right);
  if (left.is === 'known') return judgeKnown(operator, left, right.value);
  if (left.is === 'range') return judgeRange(operator, left, right.value);
  return excludes(operator, left, right.value) ?? undecided(left, right);
}

function judgeKnown(operator: string, left: Answer & { is: 'known' }, value: unknown): Truth {
  const strange = strangeValue(left);
  const isNamed = value === strange || (Array.isArray(value) && value.includes(strange));
  if (strange === undefined || isNamed || operator === 'exists') return decided(compare(operator, left.value, value));
  const reasons: readonly Reason[] = [strangeReason(strange)];
  return { holds: null, reasons };
}

/** A value known not to be the one asked for settles `equal` and its like. */
function excludes(operator: string, left: Answer, value: unknown): Truth | undefined {
  if (left.is !== 'unknown' || left.not === undefined || typeof value !== 'string') return undefined;
  if (!left.not.includes(value)) return undefined;
  return operator === 'equal' || operator === 'notEqual' ? decided(operator === 'notEqual') : undefined;
}

type Range = Answer & { is: 'range' };

function judgeRange(operator: string, left: Range, value: unknown): Truth {
  if (operator === 'exists') return decided(compare(operator, left.low, value));
  if (left.date) return undecided(left);
  if (isOrder(operator)) return bothEnds(left, (end) => compare(operator, end, value));
  if (!isEquality(operator)) return undecided(left);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isOutside = values.every((each) => typeof each !== 'number' || each < left.low || each > left.high);
  // No value of the range is meant, so any number outside of the list stands for it.
  return isOutside ? decided(compare(operator, Number.NaN, value)) : undecided(left);
}

function judgeUnknownRight(operator: string, left: Answer, right: Answer): Truth {
  if (right.is !== 'range' || right.date || !isOrder(operator)) return undecided(left, right);
  if (left.is === 'known') return bothEnds(right, (end) => compare(operator, left.value, end));
  if (left.is !== 'range' || left.date) return undecided(left, right);
  const verdicts = [left.low, left.high].map((fact) => bothEnds(right, (end) => compare(operator, fact, end)));
  const [first] = verdicts;
  const agree = first !== undefined && verdicts.every(({ holds }) => holds !== null && holds === first.holds);
  return agree ? first : undecided(left, right);
}

function bothEnds(answer: Range, holdsAt: (end: number) => boolean): Truth {
  const low = holdsAt(answer.low);
  return low === holdsAt(answer.high) ? decided(low) : undecided(answer);
}

/** `not` and `swap` keep an order operator's verdict monotone. */
const base = (operator: string): string => operator.replace(/^((not|swap):)+/, '');
const isOrder = (operator: string): boolean => orderOperators.includes(base(operator));
const isEquality = (operator: string): boolean =>
  ['equal', 'notEqual', 'in', 'notIn'].includes(operator.replace(/^(not:)+/, ''));
