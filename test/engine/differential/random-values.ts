import fc from 'fast-check';

/** What JavaScript's comparisons are known to trip over. */
const odd: readonly unknown[] = [
  ...[undefined, null, true, false, 0, -0, 1, 5, 7, -1, 2.5, 16, 17, Number.NaN, Infinity, -Infinity],
  ...['', 'a', 'b', 'abc', '5', ' 3', '07', '1e1', '0x10', '12abc', 'NaN', 'true', 'null'],
  ...['2026-11-20', '2026-11-20T06:00:00.000Z', '2026-11-20T06:00:00Z', 'toString', '__proto__'],
  ...[[], [1], ['5'], [[]], ['a', 'b'], [null], [5, 7], [[5], ['a']], {}, { a: 1 }, { fact: 'any0' }, { length: 2 }],
  ...[JSON.parse('{"__proto__": 1}'), { constructor: 5 }],
];

/** An object whose own `toString` is no function throws wherever it is made a number or a text. */
const isHarmless = (value: unknown): boolean => !/"(toString|valueOf)":/.test(JSON.stringify(value) ?? '');

export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: fc.constantFrom(...odd), weight: 9 },
  { arbitrary: fc.jsonValue({ maxDepth: 2 }).filter(isHarmless), weight: 1 },
);
export const listValue = fc.array(anyValue, { maxLength: 4 });
export const listsValue = fc.array(listValue, { maxLength: 3 });

const hostile = JSON.parse('{ "toString": 5, "valueOf": 7, "__proto__": { "a": 7 }, "constructor": "abc" }');

/** An object or a list for paths to go into, with names that every object inherits. */
export const pathValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(undefined, {}, [], hostile),
  listValue,
  fc.record(
    {
      a: anyValue,
      b: fc.record({ c: anyValue, a: anyValue }, { noNullPrototype: true }),
      list: listValue,
      'x y': anyValue,
      length: anyValue,
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
  fc.array(fc.record({ a: anyValue, b: anyValue }, { requiredKeys: [], noNullPrototype: true }), { maxLength: 2 }),
);

export const paths: readonly string[] = [
  ...[
    '$.a',
    '$.b',
    '$.b.c',
    '$.b.a',
    '$.list',
    '$.list[0]',
    '$.list[1]',
    '$.list.length',
    '$.length',
    '$[0]',
    '$[1].a',
  ],
  ...["$['x y']", "$['__proto__']", "$['__proto__'].a", '$.constructor', '$.constructor.name', "$['toString'].length"],
  ...['$.hasOwnProperty', '$.a.b.c', '$.a[0]', "$['a'].length", '$.list[0][0]', '$[0].length'],
];

/** What a rule's text may have as a `value`. */
export const scalarLiteral = fc.constantFrom<unknown>(
  ...odd.filter((value) => ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)),
);
export const listLiteral = fc.array(scalarLiteral, { maxLength: 6 });
