/** json-rules-engine's operators, and `exists` and `matches`, which are ours. */
export const operatorNames = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'exists',
  'matches',
] as const;
export type OperatorName = (typeof operatorNames)[number];

/** json-rules-engine's decorators: they stand before the operator, the outermost first. */
export const decoratorNames = ['someFact', 'everyFact', 'someValue', 'everyValue', 'swap', 'not'] as const;
export type DecoratorName = (typeof decoratorNames)[number];

export type Operator = { readonly decorators: readonly DecoratorName[]; readonly name: OperatorName };

export type UnknownOperator = { readonly unknown: string; readonly among: readonly string[] };

/** `everyValue:contains` in its parts; of a wrong one the part that nobody knows. */
export function parseOperator(
  text: string,
): Operator | { readonly unknown: string; readonly among: readonly string[] } {
  const parts = text.split(':');
  const word = parts.pop() ?? '';
  const stranger = parts.find((part) => !isDecorator(part));
  if (stranger !== undefined) return { unknown: stranger, among: decoratorNames };
  if (!isOperator(word)) return { unknown: word, among: operatorNames };
  return { decorators: parts.filter(isDecorator), name: word };
}

const isDecorator = (text: string): text is DecoratorName => decoratorNames.some((name) => name === text);
const isOperator = (text: string): text is OperatorName => operatorNames.some((name) => name === text);

const negatives: readonly OperatorName[] = ['notEqual', 'notIn', 'doesNotContain'];

/** Of an absent fact it may say true. */
export const isNegative = ({ decorators, name }: Operator): boolean =>
  name !== 'exists' && (negatives.includes(name) || decorators.includes('not'));
