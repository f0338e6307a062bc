import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boolean, date, listOf, mapOf, number, oneOf, shapeOf, string } from '../../src/catalogue/field.ts';
import { recordFields, recordKinds } from '../../src/catalogue/record-kinds.ts';
import { withoutEmptyMembers } from '../../src/inventory/aws-value.ts';
import { fieldsReader, otherForm } from '../../src/inventory/canonical-fields.ts';
import { recordSchema } from '../../src/inventory/inventory-schema.ts';
import { ireland } from './inventory-text.ts';
import { anyFields } from './random-fields.ts';

const read = fieldsReader({
  name: string,
  state: oneOf(['ON', 'OFF']),
  size: number,
  locked: boolean,
  at: date,
  names: listOf(string),
  dates: listOf(date),
  tags: mapOf(string),
  inner: shapeOf({ at: date, size: number, rules: listOf(shapeOf({ name: string })) }),
});

type Fields = { readonly [name: string]: unknown };

describe('what is read', () => {
  test.each<[what: string, fields: Fields, expected: Fields]>([
    ['nothing', {}, {}],
    ['texts, also of an enum that has grown', { name: 'main', state: 'LATER' }, { name: 'main', state: 'LATER' }],
    ['numbers', { size: -1.5 }, { size: -1.5 }],
    ['zero and false are values', { size: 0, locked: false }, { size: 0, locked: false }],
    ['a Date', { at: new Date('2026-01-31T08:00:00.123Z') }, { at: '2026-01-31T08:00:00.123Z' }],
    ['our own date', { at: '2026-01-28T08:00:00.123Z' }, { at: '2026-01-28T08:00:00.123Z' }],
    ['absent members', { name: null, size: undefined, at: '', state: 'ON' }, { state: 'ON' }],
    ['absent items', { names: ['a', null, '', undefined, 'b'] }, { names: ['a', 'b'] }],
    ['empty lists and objects', { names: [], tags: {}, inner: {} }, { names: [], tags: {}, inner: {} }],
    ['a tag without a value', { tags: { team: '', owner: null, cost: '1' } }, { tags: { team: '', cost: '1' } }],
    [
      'members of members',
      { inner: { at: new Date(0), size: null, rules: [{ name: 'daily', target: 'x' }, null] } },
      { inner: { at: '1970-01-01T00:00:00.000Z', rules: [{ name: 'daily', target: 'x' }] } },
    ],
    ['unknown fields as they are', { later: { a: ['', null] }, more: 7 }, { later: { a: ['', null] }, more: 7 }],
    ['an unknown field with a Date', { later: new Date(0) }, { later: '1970-01-01T00:00:00.000Z' }],
    ['an unknown field that is absent', { later: null, more: '' }, {}],
    [
      'names that every object has',
      { constructor: 'a', tags: { toString: 'b' } },
      { constructor: 'a', tags: { toString: 'b' } },
    ],
  ])('%s', (_, fields, expected) => {
    expect(read(fields)).toStrictEqual(expected);
  });
});

describe('what is left to the schema', () => {
  test.each<[what: string, fields: Fields]>([
    ['a number as a text', { size: '35' }],
    ['no number', { size: Number.NaN }],
    ['an endless number', { size: Number.POSITIVE_INFINITY }],
    ['a text that is a number', { name: 35 }],
    ['a text that is a list', { name: ['main'] }],
    ['true as a text', { locked: 'true' }],
    ['true as a number', { locked: 1 }],
    ['a date with an offset', { at: '2026-01-28T08:00:00.000+01:00' }],
    ['a date without milliseconds', { at: '2026-01-28T08:00:00Z' }],
    ['a date in seconds', { at: 1769846400 }],
    ['a month that is none', { at: '2026-13-01T08:00:00.000Z' }],
    ['an hour that is none', { at: '2026-01-28T24:00:00.000Z' }],
    ['a day that its month does not have: the 29th', { at: '2026-02-29T08:00:00.000Z' }],
    ['the 31st', { at: '2026-11-31T08:00:00.000Z' }],
    ['a Date that is none', { at: new Date(Number.NaN) }],
    ['seconds taken for milliseconds: a year beyond 9999', { at: new Date(253_402_300_800_000) }],
    ['a year before 0', { at: new Date(-62_198_755_200_000) }],
    ['a year beyond 9999 in an unknown field', { later: new Date(253_402_300_800_000) }],
    ['one of many dates', { dates: ['2026-01-28T08:00:00.000Z', 'yesterday'] }],
    ['a list that is a text', { names: 'a' }],
    ['a list that is an object', { names: { 0: 'a' } }],
    ['an item of another type', { names: ['a', 7] }],
    ['a map that is a list', { tags: ['a'] }],
    ['a map that is a Date', { tags: new Date(0) }],
    ['a tag that is a number', { tags: { team: 7 } }],
    ['an object that is a text', { inner: 'x' }],
    ['a member of a member', { inner: { rules: [{ name: 7 }] } }],
  ])('%s', (_, fields) => {
    expect(read(fields)).toBe(otherForm);
  });
});

test('a Date of any moment from year 0 to 9999 is read as it prints itself', () => {
  const moment = fc.date({
    min: new Date(-62_167_219_200_000),
    max: new Date(253_402_300_799_999),
    noInvalidDate: true,
  });
  const edges = fc.constantFrom(
    -62_167_219_200_000,
    -86_400_001,
    -1,
    0,
    86_399_999,
    951_782_400_000,
    253_402_300_799_999,
  );
  fc.assert(
    fc.property(
      fc.oneof(
        moment,
        edges.map((time) => new Date(time)),
      ),
      (at) => {
        expect(read({ at })).toStrictEqual({ at: at.toISOString() });
      },
    ),
    { numRuns: 1000 },
  );
});

test('a name that would change what the record inherits is no field', () => {
  const fields = JSON.parse('{"name":"a","__proto__":{"state":"ON"},"inner":{"__proto__":{"size":1}}}');
  const made = read(fields);
  expect(made).toStrictEqual({ name: 'a', inner: {} });
  expect(Reflect.get(Object(made), 'state')).toBeUndefined();
});

/** The fields as the schema reads them; undefined where it refuses them. */
function bySchema(kind: (typeof recordKinds)[number], fields: Fields): unknown {
  const parsed = recordSchema(kind).safeParse(withoutEmptyMembers({ ...fields, kind, ...ireland }));
  if (!parsed.success) return undefined;
  const { kind: _, accountId: __, region: ___, ...rest } = parsed.data;
  return rest;
}

describe('whatever the fast reader accepts, the schema reads to the same value', () => {
  test.each(recordKinds)('%s', (kind) => {
    const fast = fieldsReader(recordFields[kind]);
    const heard = { accepted: 0, left: 0 };
    fc.assert(
      fc.property(anyFields(recordFields[kind]), (fields) => {
        const made = fast(fields);
        if (made === otherForm) heard.left += 1;
        else {
          heard.accepted += 1;
          expect(made).toStrictEqual(bySchema(kind, fields));
        }
      }),
      { numRuns: 300 },
    );
    expect(heard.accepted).toBeGreaterThan(50);
    expect(heard.left).toBeGreaterThan(0);
  });
});
