import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces } from '../../src/reporters/json-pieces.ts';

const textOf = (value: unknown, levels: number) => [...jsonPieces(value, levels)].join('');
/** What JSON leaves as it is and a terminal would obey. */
const unsafe = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/u;

test('the pieces are the text of JSON.stringify, however deep it is walked', () => {
  const ascii = fc.jsonValue({ stringUnit: 'grapheme-ascii' });
  fc.assert(
    fc.property(ascii, fc.nat(5), (value, levels) => {
      fc.pre(!JSON.stringify(value).includes('##['));
      expect(textOf(value, levels)).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test('any text comes back as it was, and none of it steers a terminal', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.nat(3), (value, levels) => {
      const text = textOf(value, levels);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(text).not.toMatch(unsafe);
    }),
  );
});

test('a tag character outside the first plane is escaped as both of its halves', () => {
  expect(textOf('\u{e0041}\u202e\u009b', 1)).toBe('"\\udb40\\udc41\\u202e\\u009b"');
});

test('a command to the runner of GitHub Actions is the same text, and none', () => {
  expect(textOf('###[error]x # #[a]', 1)).toBe('"#\\u0023#[error]x # #[a]"');
});

test('a list may be lazy: an item is taken when its text is', () => {
  let made = 0;
  function* items() {
    for (const item of [1, 2, 3]) {
      made += 1;
      yield { item };
    }
  }
  const pieces = jsonPieces({ items: items(), absent: undefined }, 2)[Symbol.iterator]();
  for (let piece = ''; !piece.includes('1'); piece = pieces.next().value ?? '1') expect(made).toBeLessThan(2);
  expect(made).toBe(1);
  expect(textOf({ items: items(), absent: undefined }, 2)).toBe(
    JSON.stringify({ items: [{ item: 1 }, { item: 2 }, { item: 3 }] }, null, 2),
  );
});
