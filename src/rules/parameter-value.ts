import { didYouMean } from '../nearest.ts';
import type { Parameter } from './rule.ts';
import { shown } from './schema-faults.ts';
import { describeType, literalType, parameterType } from './value-type.ts';

/** Why a value is not one that a parameter may have; undefined where it is. */
export function parameterMismatch(parameter: Parameter, value: unknown): string | undefined {
  const type = parameterType(parameter);
  if (type.type !== 'list') return scalarMismatch(parameter, type.type, value);
  if (!Array.isArray(value)) return `expected a list, got ${shown(value)}`;
  for (const element of value) {
    const mismatch = scalarMismatch(parameter, type.of.type, element);
    if (mismatch !== undefined) return `in the list: ${mismatch}`;
  }
  return undefined;
}

function scalarMismatch(
  { minimum, maximum, enum: allowed }: Parameter,
  type: string,
  value: unknown,
): string | undefined {
  const actual = literalType(value);
  const isObject = typeof value === 'object' && value !== null;
  if (isObject || value === null || (type !== 'scalar' && actual.type !== type)) {
    return `expected ${type === 'boolean' ? 'true or false' : `a ${type === 'scalar' ? 'single value' : type}`}, got ${shown(value)}`;
  }
  if (typeof value === 'number' && minimum !== undefined && value < minimum) {
    return `expected at least ${minimum}, got ${value}`;
  }
  if (typeof value === 'number' && maximum !== undefined && value > maximum) {
    return `expected at most ${maximum}, got ${value}`;
  }
  if (allowed === undefined || allowed.includes(value)) return undefined;
  const hint = typeof value === 'string' ? didYouMean(value, allowed.map(String)) : '';
  return `expected one of ${allowed.map(shown).join(', ')}, got ${shown(value)}${hint}`;
}

/** Limits that a parameter of this type cannot have, and a default or enum that is none of its values. */
export function parameterFaults(
  name: string,
  parameter: Parameter,
): readonly (readonly [member: string, message: string])[] {
  const { type, minimum, maximum, enum: allowed = [] } = parameter;
  const limits = (['minimum', 'maximum'] as const)
    .filter((limit) => parameter[limit] !== undefined && type !== 'number')
    .map(
      (limit) =>
        [limit, `"${limit}" is for numbers, and "${name}" is ${describeType(parameterType(parameter))}`] as const,
    );
  if (limits.length > 0) return limits;
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    return [['minimum', `the minimum of "${name}" is above its maximum`]];
  }
  const element = type === 'list' ? elementType(parameter) : type;
  const stranger = allowed.find((value) => element !== 'scalar' && literalType(value).type !== element);
  if (stranger !== undefined)
    return [['enum', `the enum of "${name}" wants values of type ${element}, got ${shown(stranger)}`]];
  const mismatch = parameterMismatch(parameter, parameter.default);
  return mismatch === undefined ? [] : [['default', `the default of "${name}": ${mismatch}`]];
}

const elementType = (parameter: Parameter): string => {
  const type = parameterType(parameter);
  return type.type === 'list' ? type.of.type : type.type;
};
