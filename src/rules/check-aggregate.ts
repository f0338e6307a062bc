import { kindSpec } from '../catalogue/kinds.ts';
import type { Resolved, View } from './check-view.ts';
import { guardsOfTarget } from './guards.ts';
import { kindFact } from './kind-fact.ts';
import { asReference, factKey } from './reference-key.ts';
import { relatedKind } from './relation-path.ts';
import type { Condition, FactRef, Params, Reference } from './rule.ts';
import { describeType, isOneOf, isScalar, type ValueType } from './value-type.ts';

/** A function over related records: of what, which of them, and which fact of each. */
export function checkAggregate(reference: Reference, pointer: string, view: View): Resolved | undefined {
  const { of, where, fact } = reference.params ?? {};
  if (typeof of !== 'string') {
    view.notes.fault(`${pointer}/params/of`, `"${reference.fact}" wants a relation such as "recoveryPoints" here`);
    return undefined;
  }
  const kind = relatedKind(of, `${pointer}/params/of`, view);
  const related = kind === undefined ? undefined : viewOf(kind, view);
  if (kind === undefined || related === undefined) return undefined;
  if (where !== undefined) checkWhere(where, `${pointer}/params/where`, related);
  const types = fact === undefined ? [] : factTypes(fact, reference.fact, `${pointer}/params/fact`, related);
  if (types === undefined) return undefined;
  return reference.fact === 'newest'
    ? newestOf(reference, types[0] ?? { type: 'record', kind }, { kind, pointer, view })
    : totalOf(reference, types[0]);
}

/** A related record: its own facts, and of what is proven around it only what concerns the target. */
const viewOf = (kind: string, view: View): View | undefined => {
  const spec = kindSpec(kind);
  return (
    spec && {
      ...view,
      kind,
      spec,
      related: true,
      negated: false,
      guards: view.related ? guardsOfTarget(view.guards) : [],
    }
  );
};

function checkWhere(where: Condition, pointer: string, view: View): void {
  if ('fact' in where) view.notes.fault(pointer, groupWanted('where'));
  view.check.condition(where, pointer, view);
}

/** json-rules-engine refuses a condition whose root is a single leaf. */
export const groupWanted = (member: string): string =>
  `"${member}" wants a group: put this condition into { "all": […] }`;

function factTypes(
  fact: NonNullable<Params['fact']>,
  name: string,
  pointer: string,
  view: View,
): readonly ValueType[] | undefined {
  if (!isList(fact)) return allKnown([factType(fact, name, pointer, view)]);
  if (name === 'distinct')
    return allKnown(fact.map((each, index) => factType(each, name, `${pointer}/${index}`, view)));
  view.notes.fault(pointer, `"${name}" takes one fact: a list of facts is for "distinct"`);
  return undefined;
}

const isList = (fact: FactRef | readonly FactRef[]): fact is readonly FactRef[] => Array.isArray(fact);

const allKnown = (types: readonly (ValueType | undefined)[]): readonly ValueType[] | undefined => {
  const known = types.filter((type) => type !== undefined);
  return known.length === types.length ? known : undefined;
};

function factType(fact: FactRef, name: string, pointer: string, view: View): ValueType | undefined {
  const resolved = view.check.reference(asReference(fact), pointer, view);
  if (resolved === undefined) return undefined;
  const { wants, fits } = operands[name] ?? { wants: 'a fact', fits: () => true };
  if (fits(resolved.type)) return resolved.type;
  view.notes.fault(pointer, `"${name}" wants ${wants}, but "${resolved.name}" is ${describeType(resolved.type)}`);
  return undefined;
}

type Operand = { readonly wants: string; readonly fits: (type: ValueType) => boolean };
const numbers: Operand = { wants: 'a number', fits: (type) => isOneOf(type, 'number') };

const operands: { readonly [name: string]: Operand } = {
  distinct: { wants: 'single values', fits: isScalar },
  values: {
    wants: 'single values or lists of them',
    fits: (type) => isScalar(type) || (type.type === 'list' && isScalar(type.of)),
  },
  min: numbers,
  max: numbers,
  sum: numbers,
};

type At = { readonly kind: string; readonly pointer: string; readonly view: View };

function newestOf(reference: Reference, type: ValueType, { kind, pointer, view }: At): Resolved | undefined {
  const spec = kindSpec(kind);
  const date = spec && kindFact(spec, 'date');
  if (date === undefined) {
    view.notes.fault(`${pointer}/params/of`, `"newest" goes by date, and ${kind} has none`);
    return undefined;
  }
  view.notes.needs(date.operations(undefined));
  const key = factKey(reference);
  return reference.params?.take === undefined
    ? { type, name: 'newest', key, absentAt: [[key]] }
    : { type: { type: 'list', of: type }, name: 'newest', key, absentAt: [] };
}

/** Never absent: of nothing a count is 0, a list is empty, a least number is Infinity. */
function totalOf(reference: Reference, fact: ValueType | undefined): Resolved {
  const resolved = { name: reference.fact, key: factKey(reference), absentAt: [] };
  if (reference.fact !== 'values') return { ...resolved, type: { type: 'number' } };
  const of: ValueType = fact?.type === 'list' ? fact.of : (fact ?? { type: 'scalar' });
  return { ...resolved, type: { type: 'list', of }, totalList: true };
}
