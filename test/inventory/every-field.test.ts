import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { FieldType } from '../../src/catalogue/field.ts';
import { recordFields, recordKinds } from '../../src/catalogue/record-kinds.ts';
import { readInventory } from '../../src/inventory/read-inventory.ts';
import { header, ireland, ndjson, readShard, temporaryFile } from './inventory-text.ts';

/** A value of the type, in canonical form or as tools print it that know strings only. */
function sample(type: FieldType, form: 'canonical' | 'printed'): unknown {
  switch (type.type) {
    case 'string':
      return type.values?.at(-1) ?? 'text';
    case 'number':
      return form === 'canonical' ? 35 : '35';
    case 'boolean':
      return form === 'canonical' ? true : 'true';
    case 'date':
      return form === 'canonical' ? '2026-01-31T08:00:00.123Z' : 1769846400.123;
    case 'list':
      return [sample(type.of, form), sample(type.of, form)];
    case 'map':
      return { key: sample(type.of, form) };
    case 'object':
      return Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, sample(field, form)]));
  }
}

test('the tables name all that AWS lists and describes of points and restore jobs', () => {
  expect(Object.keys(recordFields.recoveryPoint)).toHaveLength(30);
  expect(Object.keys(recordFields.restoreJob)).toHaveLength(23);
});

test.each(recordKinds)('every field of a %s survives', async (kind) => {
  const type: FieldType = { type: 'object', fields: recordFields[kind] };
  const expected = sample(type, 'canonical');
  for (const form of ['canonical', 'printed'] as const) {
    const { records } = await readShard(JSON.stringify({ kind, ...ireland, ...Object(sample(type, form)) }));
    expect(records).toStrictEqual([{ kind, ...ireland, fields: expected }]);
  }
});

test('what was read, written again, reads the same', async () => {
  const records = recordKinds.map((kind) => ({
    kind,
    ...ireland,
    ...Object(sample({ type: 'object', fields: recordFields[kind] }, 'printed')),
  }));
  const [first] = await readInventory([await temporaryFile(ndjson(header, ...records))], { stdin: Readable.from([]) });
  const again = (first?.records ?? []).map(({ fields, ...rest }) => ({ ...rest, ...fields }));
  const [second] = await readInventory([await temporaryFile(ndjson(header, ...again))], { stdin: Readable.from([]) });
  expect(again).toHaveLength(recordKinds.length);
  expect(second?.records).toStrictEqual(first?.records);
});
