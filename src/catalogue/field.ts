/** What a field of an AWS record, or a fact of ours, may hold. */
export type FieldType =
  | { readonly type: 'string'; readonly values?: readonly string[] }
  | { readonly type: 'number' | 'boolean' | 'date' }
  | { readonly type: 'list'; readonly of: FieldType }
  | { readonly type: 'map'; readonly of: FieldType }
  | { readonly type: 'object'; readonly fields: FieldTable };

export type FieldTable = { readonly [name: string]: FieldType };

export const string: FieldType = { type: 'string' };
export const number: FieldType = { type: 'number' };
export const boolean: FieldType = { type: 'boolean' };
/** ISO-8601 UTC with milliseconds inside; AWS prints it in many forms. */
export const date: FieldType = { type: 'date' };

/** A string of an AWS enum: the values known today. AWS adds to them, so other values are read and kept. */
export const oneOf = (values: readonly string[]): FieldType => ({ type: 'string', values });
export const listOf = (of: FieldType): FieldType => ({ type: 'list', of });
/** An object whose keys are data. */
export const mapOf = (of: FieldType): FieldType => ({ type: 'map', of });
export const shapeOf = (fields: FieldTable): FieldType => ({ type: 'object', fields });
