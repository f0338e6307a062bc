import { aggregateNames, arithmeticNames, durationNames } from '../catalogue/functions.ts';
import { expectedOneOf } from '../nearest.ts';
import { checkAggregate } from './check-aggregate.ts';
import type { Resolved, View } from './check-view.ts';
import { asReference, factKey } from './reference-key.ts';
import type { FactRef, Params, Reference } from './rule.ts';
import { describeType, isOneOf } from './value-type.ts';

type ParamName = keyof Params;
type Signature = { readonly needs: readonly ParamName[]; readonly takes: readonly ParamName[] };

const signatures: { readonly [name: string]: Signature } = {
  count: { needs: ['of'], takes: ['where'] },
  newest: { needs: ['of'], takes: ['where', 'fact', 'take'] },
  ...each(['distinct', 'values', 'min', 'max', 'sum'], { needs: ['of', 'fact'], takes: ['where'] }),
  ...each(durationNames, { needs: ['from'], takes: ['to'] }),
  ...each(arithmeticNames, { needs: ['of'], takes: [] }),
};

function each(names: readonly string[], signature: Signature): { readonly [name: string]: Signature } {
  return Object.fromEntries(names.map((name) => [name, signature]));
}

/** What a function yields; undefined where its params are wrong (which is then a fault). */
export function checkFunction(reference: Reference, pointer: string, view: View): Resolved | undefined {
  const signature = signatures[reference.fact];
  const params = reference.params ?? {};
  if (signature === undefined || !fitsSignature(reference.fact, params, { signature, pointer, view })) return undefined;
  if (aggregateNames.some((name) => name === reference.fact)) return checkAggregate(reference, pointer, view);
  if (durationNames.some((name) => name === reference.fact)) return checkDuration(reference, params, pointer, view);
  return checkArithmetic(reference, params, pointer, view);
}

type Place = { readonly signature: Signature; readonly pointer: string; readonly view: View };

function fitsSignature(name: string, params: Params, { signature: { needs, takes }, pointer, view }: Place): boolean {
  const given = Object.keys(params);
  const known: readonly string[] = [...needs, ...takes];
  const strange = given.filter((param) => !known.includes(param));
  for (const param of strange) {
    view.notes.fault(`${pointer}/params/${param}`, `"${name}" takes no "${param}"${expectedOneOf(param, known)}`);
  }
  const missing = needs.filter((param) => !given.includes(param));
  for (const param of missing) {
    const where = given.length === 0 ? `${pointer}/fact` : `${pointer}/params`;
    view.notes.fault(where, `"${name}" needs "${param}" in its params`);
  }
  return strange.length === 0 && missing.length === 0;
}

function checkDuration(reference: Reference, { from, to }: Params, pointer: string, view: View): Resolved | undefined {
  const dates = [
    ...(from === undefined ? [] : [operand(from, 'date', `${pointer}/params/from`, reference.fact, view)]),
    ...(to === undefined ? [] : [operand(to, 'date', `${pointer}/params/to`, reference.fact, view)]),
  ];
  return numberOf(reference, dates);
}

function checkArithmetic(reference: Reference, { of }: Params, pointer: string, view: View): Resolved | undefined {
  if (typeof of === 'string' || of?.length !== 2) {
    const want = 'a list of two, each a number or a fact';
    view.notes.fault(`${pointer}/params/of`, `"${reference.fact}" wants ${want}`);
    return undefined;
  }
  const numbers = of.flatMap((each, index) =>
    typeof each === 'number' ? [] : [operand(each, 'number', `${pointer}/params/of/${index}`, reference.fact, view)],
  );
  return numberOf(reference, numbers);
}

function operand(
  fact: FactRef,
  type: 'date' | 'number',
  pointer: string,
  name: string,
  view: View,
): Resolved | undefined {
  const resolved = view.check.reference(asReference(fact), pointer, view);
  if (resolved === undefined || isOneOf(resolved.type, type)) return resolved;
  const what = describeType(resolved.type);
  view.notes.fault(pointer, `"${name}" wants a ${type} here, but "${resolved.name}" is ${what}`);
  return undefined;
}

/** Absent where an operand is: shown to exist, the operand or the whole will do. */
function numberOf(reference: Reference, operands: readonly (Resolved | undefined)[]): Resolved | undefined {
  const known = operands.filter((each) => each !== undefined);
  if (known.length < operands.length) return undefined;
  const key = factKey(reference);
  const absentAt = known.flatMap((each) => each.absentAt.map((keys) => [...keys, key]));
  return { type: { type: 'number' }, name: reference.fact, key, absentAt };
}
