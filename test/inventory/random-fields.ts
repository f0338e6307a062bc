import fc from 'fast-check';
import type { FieldTable, FieldType } from '../../src/catalogue/field.ts';

/** Of 0001 to 9999: other years have no canonical form. */
const moment = fc.date({ min: new Date('0001-01-01T00:00:00.000Z'), max: new Date('9999-12-31T23:59:59.999Z') });
const anyDay = moment.filter((date) => !Number.isNaN(date.getTime())).map((date) => date.toISOString());
const isoText = fc.oneof(
  { weight: 40, arbitrary: anyDay.map((text) => text.replace(/-\d\dT/, '-28T')) },
  { weight: 1, arbitrary: anyDay },
);

const texts = fc
  .oneof(fc.string(), fc.constantFrom('true', '35', '2026-11-20', 'Büro 東京', '\u2028', '\n', '{"kind":"end"}'))
  .filter((text) => text !== '__proto__');

/** A value as our own files have it. */
function canonicalValue(type: FieldType): fc.Arbitrary<unknown> {
  switch (type.type) {
    case 'string':
      return fc.oneof(texts, fc.constantFrom(...(type.values ?? ['text']))).filter((text) => text !== '');
    case 'number':
      // JSON has no negative zero.
      return fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((value) => value + 0);
    case 'boolean':
      return fc.boolean();
    case 'date':
      return isoText;
    case 'list':
      return fc.array(canonicalValue(type.of), { maxLength: 3 });
    case 'map':
      return fc.dictionary(texts, canonicalValue(type.of), { maxKeys: 3 });
    case 'object':
      return canonicalFields(type.fields);
  }
}

/** Some fields of a table, all of them canonical. */
export const canonicalFields = (table: FieldTable): fc.Arbitrary<{ readonly [name: string]: unknown }> =>
  fc.record(Object.fromEntries(Object.entries(table).map(([name, type]) => [name, canonicalValue(type)])), {
    requiredKeys: [],
  });

const nothing = fc.constantFrom(null, undefined, '');
const oddDates = fc.constantFrom<unknown>(
  '2026-02-29T08:00:00.000Z',
  '2024-02-29T08:00:00.000Z',
  '2026-11-31T08:00:00.000Z',
  '2026-11-20T08:00:00Z',
  '2026-11-20T08:00:00.000+01:00',
  '2026-11-20T24:00:00.000Z',
  '2026-13-20T08:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
  1769846400.123,
  '1769846400',
  new Date('2026-01-31T08:00:00.123Z'),
  new Date(Number.NaN),
  new Date(8_640_000_000_000_000),
);
const oddValues = fc.oneof(
  oddDates,
  fc.constantFrom<unknown>('true', 'false', '35', '-1.5e3', Number.NaN, Number.POSITIVE_INFINITY, -0),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A value as some tool, or nobody, writes it; most of it still canonical. */
function anyValue(type: FieldType): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 100, arbitrary: nestedValue(type) },
    { weight: 2, arbitrary: nothing },
    { weight: 2, arbitrary: type.type === 'date' ? oddDates : oddValues },
    { weight: 1, arbitrary: oddValues },
  );
}

function nestedValue(type: FieldType): fc.Arbitrary<unknown> {
  switch (type.type) {
    case 'list':
      return fc.array(anyValue(type.of), { maxLength: 3 });
    case 'map':
      return fc.dictionary(fc.oneof(texts, fc.constant('__proto__')), anyValue(type.of), { maxKeys: 3 });
    case 'object':
      return anyFields(type.fields);
    default:
      return canonicalValue(type);
  }
}

/** Some fields of a table and some that it does not know. */
export function anyFields(table: FieldTable): fc.Arbitrary<{ readonly [name: string]: unknown }> {
  const known = fc.record(Object.fromEntries(Object.entries(table).map(([name, type]) => [name, anyValue(type)])), {
    requiredKeys: [],
  });
  const unknown = fc.dictionary(fc.constantFrom('Later', 'constructor', '__proto__'), fc.jsonValue({ maxDepth: 2 }), {
    maxKeys: 2,
  });
  return fc.tuple(unknown, known).map(([more, fields]) => ({ ...more, ...fields }));
}
