import { expect, test } from 'vitest';
import { guidOf, hashOf } from '../../src/hash.ts';

const texts = Array.from({ length: 5000 }, (_, at) => `text ${at}`);

test.each([
  ['hash', hashOf, /^[0-9a-f]{32}$/],
  ['GUID', guidOf, /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
])('a %s is the same for the same text alone, and nothing in it looks like an account id', (_, make, form) => {
  const made = texts.map((text) => make(text));
  expect(made.filter((each) => !form.test(each) || /\d{12}/.test(each))).toEqual([]);
  expect(new Set(made).size).toBe(texts.length);
  expect(make('a', 'b')).toBe(make('a', 'b'));
  expect(make('a', 'b')).not.toBe(make('ab'));
});
