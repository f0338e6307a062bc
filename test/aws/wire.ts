import type { FieldTable, FieldType } from '../../src/catalogue/field.ts';
import type { Fields } from '../../src/inventory/record.ts';

/** Fields as JSON of AWS's: dates in seconds since 1970, with milliseconds as a fraction. */
export const wireFields = (fields: Fields, table: FieldTable): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, wireValue(value, table[name])]));

function wireValue(value: unknown, type: FieldType | undefined): unknown {
  if (type === undefined) return value;
  if (type.type === 'date') return typeof value === 'string' ? Date.parse(value) / 1000 : value;
  if (type.type === 'list' && Array.isArray(value)) return value.map((item) => wireValue(item, type.of));
  if (type.type === 'object' && isFields(value)) return wireFields(value, type.fields);
  return value;
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const without = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
