import { z } from 'zod';
import type { FieldTable, FieldType } from '../catalogue/field.ts';
import {
  canonicalBoolean,
  canonicalDate,
  canonicalNumber,
  withoutEmptyItems,
  withoutEmptyMembers,
  withoutNullMembers,
} from './aws-value.ts';
import { expected, expectedDate } from './expected.ts';

/**
 * The schema of an AWS field. It reads every form that AWS tools print; its output, and so its JSON Schema, is the
 * canonical form alone. Enums are open, because AWS adds to them.
 */
function fieldSchema(type: FieldType): z.ZodType {
  switch (type.type) {
    case 'string':
      return type.values
        ? z.string(expected('a string')).meta({ examples: [...type.values] })
        : z.string(expected('a string'));
    case 'number':
      return z.preprocess(canonicalNumber, z.number(expected('a number')));
    case 'boolean':
      return z.preprocess(canonicalBoolean, z.boolean(expected('true or false')));
    case 'date':
      return isoDate;
    case 'list':
      return z.preprocess(withoutEmptyItems, z.array(fieldSchema(type.of), expected('a list')));
    case 'map':
      return z.preprocess(withoutNullMembers, z.record(z.string(), fieldSchema(type.of), expected('an object')));
    case 'object':
      return z.preprocess(withoutEmptyMembers, z.looseObject(fieldSchemas(type.fields), expected('an object')));
  }
}

/** ISO-8601 UTC with milliseconds, read from any form that AWS prints. */
export const isoDate = z.preprocess(canonicalDate, z.iso.datetime({ precision: 3, ...expectedDate }));

export const fieldSchemas = (fields: FieldTable): { readonly [name: string]: z.ZodType } =>
  Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, fieldSchema(type).exactOptional()]));
