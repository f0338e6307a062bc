import { Engine } from 'json-rules-engine';

type Operator = { readonly evaluate: (fact: unknown, value: unknown) => boolean };
/** Engine keeps its operators, decorators included, in a map that its types do not show. */
type OperatorMap = { readonly get: (name: string) => Operator | null };

const engineOperators: OperatorMap = operatorsOf(new Engine());

/** Teaches an engine the two operators that json-rules-engine does not have. */
export function addOwnOperators(engine: Engine): void {
  engine.addOperator('exists', (fact: unknown, value: unknown) => (fact !== undefined) === value);
  engine.addOperator('matches', (fact: unknown, value: unknown) => matchesPattern(fact, value));
}

function operatorsOf(engine: Engine): OperatorMap {
  addOwnOperators(engine);
  const operators: unknown = Reflect.get(engine, 'operators');
  if (!isOperatorMap(operators)) throw new Error('json-rules-engine has no operator map');
  return operators;
}

function isOperatorMap(value: unknown): value is OperatorMap {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'get') === 'function';
}

const known = new Map<string, Operator>();

/** json-rules-engine's own operator, decorators and all; one that nobody knows is a bug, since rules are checked when loaded. */
export function operatorOf(name: string): Operator {
  const seen = known.get(name);
  if (seen !== undefined) return seen;
  const found = engineOperators.get(name);
  if (found === null) throw new Error(`unknown operator ${name}`);
  const operator: Operator = { evaluate: shortcut(name, (fact, value) => found.evaluate(fact, value)) };
  known.set(name, operator);
  return operator;
}

type Evaluate = Operator['evaluate'];

/** What an operator of json-rules-engine comes down to of two numbers: it writes each as text to see that it is one. */
function shortcut(name: string, engines: Evaluate): Evaluate {
  switch (name) {
    case 'equal':
      return (a, b) => a === b;
    case 'lessThan':
      return (a, b) => (typeof a === 'number' && typeof b === 'number' ? a < b : engines(a, b));
    case 'lessThanInclusive':
      return (a, b) => (typeof a === 'number' && typeof b === 'number' ? a <= b : engines(a, b));
    case 'greaterThan':
      return (a, b) => (typeof a === 'number' && typeof b === 'number' ? a > b : engines(a, b));
    case 'greaterThanInclusive':
      return (a, b) => (typeof a === 'number' && typeof b === 'number' ? a >= b : engines(a, b));
    default:
      return engines;
  }
}

export const compare = (operator: string, fact: unknown, value: unknown): boolean =>
  operatorOf(operator).evaluate(fact, value);

const matchesPattern = (fact: unknown, value: unknown): boolean =>
  typeof fact === 'string' && typeof value === 'string' && matches(value, fact);

/**
 * IAM's patterns: `*` any characters, `/` and `:` included, `?` one; case-sensitive. Greedy with one step back, so that
 * no pattern takes more than length × length.
 */
export function matches(pattern: string, text: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (pattern[inPattern] === '*') {
      star = inPattern++;
      resume = at;
    } else if (inPattern < pattern.length && (pattern[inPattern] === '?' || pattern[inPattern] === text[at])) {
      inPattern++;
      at++;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++resume;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
