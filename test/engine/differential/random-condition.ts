import fc from 'fast-check';
import type { Condition, Leaf, Reference } from '../../../src/rules/rule.ts';
import { type OperatorShape, operatorShapes, plainOperators, type Shape } from './operator-shapes.ts';
import { anyValue, listLiteral, listsValue, listValue, paths, pathValue, scalarLiteral } from './random-values.ts';

/** The facts that conditions may ask, and what each may be. */
export const factValues: { readonly [fact: string]: fc.Arbitrary<unknown> } = {
  any0: anyValue,
  any1: anyValue,
  any2: anyValue,
  list0: listValue,
  list1: listValue,
  lists0: listsValue,
  object0: pathValue,
  object1: pathValue,
};

const listReferences: readonly Reference[] = [
  { fact: 'list0' },
  { fact: 'list1' },
  { fact: 'lists0' },
  { fact: 'parameters', path: '$.list' },
];

const anyReference: fc.Arbitrary<Reference> = fc.oneof(
  { arbitrary: fc.constantFrom<Reference>({ fact: 'any0' }, { fact: 'any1' }, { fact: 'any2' }), weight: 3 },
  {
    arbitrary: fc.record({ fact: fc.constantFrom('object0', 'object1', 'lists0'), path: fc.constantFrom(...paths) }),
    weight: 2,
  },
  {
    arbitrary: fc.constantFrom<Reference>(
      { fact: 'parameters', path: '$.scalar' },
      { fact: 'parameters', path: '$.none' },
      { fact: 'list0', path: '$[0]' },
      { fact: 'list1', path: '$.length' },
      ...listReferences,
    ),
    weight: 2,
  },
);

const references: { readonly [shape in Shape]: fc.Arbitrary<Reference> } = {
  any: anyReference,
  list: fc.constantFrom(...listReferences),
  lists: fc.constant({ fact: 'lists0' }),
};

const values: { readonly [shape in Shape]: fc.Arbitrary<unknown> } = {
  any: fc.oneof(scalarLiteral, listLiteral, anyReference),
  list: fc.oneof(listLiteral, references.list),
  lists: references.lists,
};

const leafOf = ({ operator, left, right }: OperatorShape): fc.Arbitrary<Leaf> =>
  fc.tuple(references[left], values[right]).map(([reference, value]) => ({ ...reference, operator, value }));

const numberOperators: readonly string[] = [
  ...['equal', 'notEqual', 'in', 'notIn', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'],
  ...['not:equal', 'not:lessThan', 'swap:lessThan', 'swap:not:greaterThanInclusive'],
];
const number = fc.constantFrom(-1, 0, 1, 2.5, 5, 6, 7, 16, 17);

/** A comparison of numbers: what facts between two ends are asked with. */
const numberLeaf: fc.Arbitrary<Leaf> = fc
  .tuple(
    fc.constantFrom('any0', 'any1', 'any2'),
    fc.constantFrom(...numberOperators),
    fc.array(number, { minLength: 1, maxLength: 2 }),
  )
  .map(([fact, operator, [value, ...more]]) => ({
    ...{ fact, operator },
    value: /in$/i.test(operator) ? [value, ...more] : more.length > 0 ? value : { fact: 'any2' },
  }));

const randomLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.constantFrom(...plainOperators).chain(leafOf),
  fc.constantFrom(...operatorShapes).chain(leafOf),
  numberLeaf,
);

/** Conditions to a depth of four; `all`, `any` and `not` in any order. */
export const randomCondition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => {
  const group = fc.array(tie('node'), { minLength: 1, maxLength: 4 });
  return {
    node: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { arbitrary: randomLeaf, weight: 4 },
      { arbitrary: group.map((all) => ({ all })), weight: 2 },
      { arbitrary: group.map((any) => ({ any })), weight: 2 },
      { arbitrary: tie('node').map((not) => ({ not })), weight: 2 },
    ),
  };
}).node;

export const randomParameters = fc.record({ scalar: scalarLiteral, list: listLiteral }, { noNullPrototype: true });
