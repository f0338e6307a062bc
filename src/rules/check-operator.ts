import { didYouMean } from '../nearest.ts';
import type { Notes, Resolved } from './check-view.ts';
import type { DecoratorName, Operator, OperatorName } from './operator.ts';
import { shown } from './schema-faults.ts';
import { comparable, describeType, isOneOf, isScalar, literalType, type ValueType } from './value-type.ts';

type Literal = { readonly value: unknown; readonly pointer: string };

/** One side of an operator. `literals` are compared one by one; a `list` is one value. */
export type Operand =
  | { readonly from: 'reference'; readonly resolved: Resolved }
  | { readonly from: 'literals' | 'list'; readonly literals: readonly Literal[] };

type Place = { readonly pointer: string; readonly text: string; readonly notes: Notes };
type Sides = { readonly left: Operand; readonly right: Operand };

/** Whether an operator fits what stands on its two sides, decorators taken off one by one from the outermost. */
export function checkOperator({ decorators, name }: Operator, left: Operand, right: Operand, place: Place): void {
  if (name === 'exists') {
    checkExists(decorators, right, place);
    return;
  }
  let sides: Sides | undefined = { left, right };
  for (const decorator of decorators) sides = sides && undecorated(decorator, sides, place);
  if (sides !== undefined) checkBare(name, sides, place);
}

function checkExists(decorators: readonly DecoratorName[], right: Operand, { pointer, notes }: Place): void {
  const stranger = decorators.find((decorator) => decorator !== 'not');
  if (stranger !== undefined) notes.fault(`${pointer}/operator`, `"exists" takes no decorator "${stranger}"`);
  const [literal] = right.from === 'literals' ? right.literals : [];
  if (typeof literal?.value !== 'boolean') notes.fault(`${pointer}/value`, '"exists" wants true or false as its value');
}

function undecorated(decorator: DecoratorName, { left, right }: Sides, place: Place): Sides | undefined {
  switch (decorator) {
    case 'not':
      return { left, right };
    case 'swap':
      return { left: right, right: left };
    case 'someFact':
    case 'everyFact': {
      const elements = elementsOf(left, `"${decorator}" wants a list on the left`, place);
      return elements && { left: elements, right };
    }
    default: {
      const elements = elementsOf(right, `"${decorator}" wants a list on the right`, place, true);
      return elements && { left, right: elements };
    }
  }
}

/** A list that json-rules-engine looks into must be there: it throws on an absent one, where the left side says false. */
function elementsOf(side: Operand, want: string, place: Place, total = false): Operand | undefined {
  if (side.from === 'list') return { from: 'literals', literals: side.literals };
  if (side.from !== 'reference' || side.resolved.type.type !== 'list') {
    return refuse(`${want}, but ${spoken(side)}`, place);
  }
  const { resolved } = side;
  if (total && !resolved.totalList) {
    const always = 'that is always there: a literal, a list parameter or "values"';
    return refuse(`${want} ${always}, not "${resolved.name}"`, place);
  }
  return { from: 'reference', resolved: { ...resolved, type: side.resolved.type.of } };
}

function refuse(message: string, { pointer, text, notes }: Place): undefined {
  notes.fault(`${pointer}/operator`, `operator "${text}": ${message}`);
  return undefined;
}

const typeOf = (side: Operand): ValueType =>
  side.from === 'reference'
    ? side.resolved.type
    : side.from === 'list'
      ? { type: 'list', of: { type: 'scalar' } }
      : side.literals.length === 1
        ? literalType(side.literals[0]?.value)
        : { type: 'scalar' };

const typesIn = (side: Operand): readonly ValueType[] =>
  side.from === 'literals' ? side.literals.map(({ value }) => literalType(value)) : [typeOf(side)];

const spoken = (side: Operand): string => {
  const what = describeType(typeOf(side));
  if (side.from === 'reference') return `"${side.resolved.name}" is ${what}`;
  if (side.from === 'list') return 'the value is a list';
  const values = side.literals.map(({ value }) => value);
  return values.length === 1 ? `the value ${shown(values[0])} is ${what}` : `the values are ${shown(values)}`;
};

function checkBare(name: OperatorName, { left, right }: Sides, place: Place): void {
  switch (name) {
    case 'equal':
    case 'notEqual':
      checkEqual(left, right, place);
      break;
    case 'in':
    case 'notIn':
      checkEqual(left, elementsOf(right, 'it wants a list on the right', place, true), place);
      break;
    case 'contains':
    case 'doesNotContain':
      checkEqual(elementsOf(left, 'it wants a list on the left', place), right, place);
      break;
    case 'matches':
      areOneOf([left, right], ['string'], 'it matches a string against a pattern', place);
      break;
    default:
      if (areOneOf([left, right], ['number', 'date'], 'it compares two numbers or two dates', place)) {
        checkEqual(left, right, place);
      }
  }
}

function areOneOf(sides: readonly Operand[], types: readonly ValueType['type'][], want: string, place: Place): boolean {
  const wrong = sides.find((side) => !typesIn(side).every((type) => isOneOf(type, ...types)));
  if (wrong !== undefined) refuse(`${want}, but ${spoken(wrong)}`, place);
  return wrong === undefined;
}

/** Two sides that may be equal: single values of one type, and of an enum only what AWS has. */
function checkEqual(left: Operand | undefined, right: Operand | undefined, place: Place): void {
  if (left === undefined || right === undefined) return;
  const wrong = [left, right].find((side) => side.from !== 'literals' && !isScalar(typeOf(side)));
  if (wrong !== undefined) refuse(`it compares single values, but ${spoken(wrong)}${advice(wrong)}`, place);
  else if (left.from === 'reference' && right.from === 'reference')
    checkReferences(left.resolved, right.resolved, place);
  else if (left.from === 'reference' && right.from === 'literals') checkLiterals(left.resolved, right.literals, place);
  else if (left.from === 'literals' && right.from === 'reference') checkLiterals(right.resolved, left.literals, place);
}

const advice = (side: Operand): string => {
  const type = typeOf(side).type;
  if (type === 'list') return '; "contains", "in" or a decorator looks into a list';
  return side.from === 'reference' && type !== 'parameters' ? '; say in "path" which part of it' : '';
};

function checkReferences(left: Resolved, right: Resolved, { pointer, notes }: Place): void {
  if (comparable(left.type, right.type)) return;
  const fact = `"${left.name}" is ${describeType(left.type)}`;
  notes.fault(`${pointer}/value`, `${fact}, but "${right.name}" is ${describeType(right.type)}: they are never equal`);
}

function checkLiterals({ type, name }: Resolved, literals: readonly Literal[], { notes }: Place): void {
  for (const { value, pointer } of literals) {
    const actual = literalType(value);
    if (!comparable(type, actual)) {
      const way = type.type === 'date' ? '; ask its age with "days", or compare it with another date' : '';
      const got = `the value ${shown(value)} is ${describeType(actual)}`;
      notes.fault(pointer, `"${name}" is ${describeType(type)}, but ${got}${way}`);
    } else if (type.type === 'string' && type.values !== undefined && !type.values.includes(String(value))) {
      notes.strangeValue(pointer, strangeValue(name, String(value), type.values));
    }
  }
}

const strangeValue = (name: string, value: string, values: readonly string[]): string => {
  const all = values.map((each) => `"${each}"`).join(', ');
  const hint = didYouMean(value, values) || `; expected one of ${all}`;
  return `no value "${value}" of "${name}" is known${hint}`;
};
