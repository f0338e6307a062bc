import fc from 'fast-check';
import { parse, stripComments } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { withItem } from '../src/json-edit.ts';

const item = { a: 1 };

test.each([
  ['{\n  "list": []\n}\n', '{\n  "list": [\n    {\n      "a": 1\n    }\n  ]\n}\n'],
  ['{ "list": [] }', '{ "list": [\n  {\n    "a": 1\n  }\n] }'],
  [
    '{\n  // why\n  "list": [\n    // first\n    { "b": 1 }, // behind\n  ],\n}\n',
    '{\n  // why\n  "list": [\n    // first\n    { "b": 1 }, // behind\n    {\n      "a": 1\n    },\n  ],\n}\n',
  ],
  [
    '{\n  "list": [\n    { "b": 1 } // behind, with a comma\n    // last\n  ] // end\n}\n',
    '{\n  "list": [\n    { "b": 1 }, // behind, with a comma\n    // last\n    {\n      "a": 1\n    }\n  ] // end\n}\n',
  ],
  [
    '{\r\n\t"list": [\r\n\t\t{ "b": 1 }\r\n\t]\r\n}\r\n',
    '{\r\n\t"list": [\r\n\t\t{ "b": 1 },\r\n\t\t{\r\n\t\t\t"a": 1\r\n\t\t}\r\n\t]\r\n}\r\n',
  ],
  [
    '{\n    "list": [\n        // nothing yet\n    ]\n}\n',
    '{\n    "list": [\n        // nothing yet\n        {\n            "a": 1\n        }\n    ]\n}\n',
  ],
])('%j', (text, expected) => {
  expect(withItem(text, ['list'], item)).toBe(expected);
});

test('everything else stays, to the letter', () => {
  const space = fc.constantFrom('', ' ', '\n', '\n  ', ' // c, "x"\n', ' /* , */ ', '\n\t');
  const value = fc.constantFrom('{}', '{ "b": [1, 2] }', '"x"', '[]');
  const list = fc.tuple(fc.array(fc.tuple(space, value, space), { maxLength: 3 }), fc.boolean(), space);
  fc.assert(
    fc.property(list, space, ([items, trailing, tail], after) => {
      const inside = items.map((parts) => parts.join('')).join(',') + (trailing && items.length > 0 ? ',' : '') + tail;
      const text = `{"list": [${inside}]${after}}`;
      const made = withItem(text, ['list'], item);
      expect(parse(made).list).toEqual([...parse(text).list, item]);
      const letters = (jsonc: string) => stripComments(jsonc).replace(/\s/g, '');
      const comments = (jsonc: string) => jsonc.match(/\/\/[^\n]*|\/\*.*?\*\//g) ?? [];
      expect(comments(made)).toEqual(comments(text));
      expect(letters(made).replace(/,?\{"a":1\},?(?=\]\}$)/, '')).toBe(letters(text).replace(/,(?=\]\}$)/, ''));
    }),
  );
});
