import { type DecoratorName, decoratorNames, type OperatorName, operatorNames } from '../../../src/rules/operator.ts';

/** What a side must be for json-rules-engine not to throw: a list, a list of lists; `any`: whatever it is. */
export type Shape = 'any' | 'list' | 'lists';

export type OperatorShape = { readonly operator: string; readonly left: Shape; readonly right: Shape };

/** How deep a side is looked into, and how deep it must be a list. */
type Side = { depth: number; lists: number };

function needList(side: Side): void {
  side.lists = Math.max(side.lists, side.depth + 1);
}

function shapesOf(decorators: readonly DecoratorName[], name: OperatorName): readonly [Side, Side] {
  const sides: readonly [Side, Side] = [
    { depth: 0, lists: 0 },
    { depth: 0, lists: 0 },
  ];
  let [fact, value] = sides;
  for (const decorator of decorators) {
    if (decorator === 'swap') [fact, value] = [value, fact];
    if (decorator === 'someFact' || decorator === 'everyFact') fact.depth += 1;
    if (decorator === 'someValue' || decorator === 'everyValue') {
      needList(value);
      value.depth += 1;
    }
  }
  if (name === 'in' || name === 'notIn') needList(value);
  return sides;
}

const shapes: readonly Shape[] = ['any', 'list', 'lists'];

function operatorShape(decorators: readonly DecoratorName[], name: OperatorName): readonly OperatorShape[] {
  const [left, right] = shapesOf(decorators, name).map(({ lists }) => shapes[lists]);
  if (left === undefined || right === undefined) return [];
  return [{ operator: [...decorators, name].join(':'), left, right }];
}

const upTo = (length: number): readonly (readonly DecoratorName[])[] =>
  length === 0 ? [[]] : [[], ...upTo(length - 1).flatMap((rest) => decoratorNames.map((name) => [name, ...rest]))];

const nestings = (length: number): readonly (readonly DecoratorName[])[] => [
  ...new Map(upTo(length).map((each) => [each.join(':'), each])).values(),
];

/** Every operator below up to three decorators that a rule could be checked to be sound with, and more. */
export const operatorShapes: readonly OperatorShape[] = nestings(3).flatMap((decorators) =>
  operatorNames.flatMap((name) => operatorShape(decorators, name)),
);
export const plainOperators = operatorShapes.filter(({ operator }) => operator.split(':').length <= 2);
