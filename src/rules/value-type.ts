import type { FieldType } from '../catalogue/field.ts';
import type { Parameter } from './rule.ts';

/** What a reference may yield: what a field may hold, a record (through a relation), or a scalar of a type known only at run time. */
export type ValueType =
  | FieldType
  | { readonly type: 'record'; readonly kind: string }
  | { readonly type: 'list'; readonly of: ValueType }
  | { readonly type: 'parameters' | 'scalar' };

export const describeType = (type: ValueType): string => {
  switch (type.type) {
    case 'boolean':
      return 'true or false';
    case 'record':
      return `a record (${type.kind})`;
    case 'object':
    case 'map':
      return 'an object';
    case 'parameters':
      return 'the object of all parameters';
    case 'scalar':
      return 'a single value';
    default:
      return `a ${type.type}`;
  }
};

const scalarTypes: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'date', 'scalar']);
export const isScalar = ({ type }: ValueType): boolean => scalarTypes.has(type);

/** Whether two values may ever be equal. */
export const comparable = (a: ValueType, b: ValueType): boolean =>
  isScalar(a) && isScalar(b) && (a.type === b.type || a.type === 'scalar' || b.type === 'scalar');

export const isOneOf = ({ type }: ValueType, ...types: readonly ValueType['type'][]): boolean =>
  type === 'scalar' || types.includes(type);

export const literalType = (value: unknown): ValueType =>
  typeof value === 'string'
    ? { type: 'string' }
    : typeof value === 'number'
      ? { type: 'number' }
      : typeof value === 'boolean'
        ? { type: 'boolean' }
        : { type: 'list', of: { type: 'scalar' } };

/** The elements of a list parameter are of the type that its default (or else its enum) shows. */
export function parameterType({ type, default: standard, enum: allowed }: Parameter): ValueType {
  if (type !== 'list') return { type };
  const examples = [...(Array.isArray(standard) ? standard : []), ...(allowed ?? [])];
  const [first, ...rest] = [...new Set(examples.map((each) => literalType(each).type))];
  const uniform = (first === 'string' || first === 'number' || first === 'boolean') && rest.length === 0;
  return { type: 'list', of: { type: uniform ? first : 'scalar' } };
}
