import type { FactSpec } from '../catalogue/fact.ts';
import type { KindSpec } from '../catalogue/kinds.ts';
import type { Operation } from '../catalogue/operations.ts';
import type { PathStep } from './path.ts';
import type { ValueType } from './value-type.ts';

/** A field, a fact of ours or a to-one relation of a kind. */
export type KindFact = {
  readonly type: ValueType;
  readonly mayBeAbsent: boolean;
  readonly ours: boolean;
  /** What it needs beyond the record itself, by the first step that a path takes into it. */
  readonly operations: (member: PathStep | undefined) => readonly Operation[];
};

export function kindFact(spec: KindSpec, name: string): KindFact | undefined {
  const field = own(spec.fields, name);
  if (field !== undefined) {
    const reader = own(spec.readBy, name);
    const operations = reader === undefined ? [] : [reader];
    return { type: field, mayBeAbsent: !spec.alwaysFilled.includes(name), ours: false, operations: () => operations };
  }
  const fact = own(spec.facts, name);
  if (fact !== undefined) {
    return {
      type: fact.type,
      mayBeAbsent: !fact.total,
      ours: true,
      operations: (member) => factOperations(fact, member),
    };
  }
  const relation = own(spec.toOne, name);
  return relation === undefined
    ? undefined
    : {
        type: { type: 'record', kind: relation.to },
        mayBeAbsent: true,
        ours: false,
        operations: () => relation.operations,
      };
}

export const kindFactNames = ({ fields, facts, toOne }: KindSpec): readonly string[] => [
  ...Object.keys(fields),
  ...Object.keys(facts),
  ...Object.keys(toOne),
];

/** Names come from rule text: `constructor` must not find what every object has. */
export const own = <T>(table: { readonly [name: string]: T }, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Without a member the whole object is asked for, so all of them count. */
function factOperations({ operations = [], memberOperations = {} }: FactSpec, member: PathStep | undefined) {
  const ofMembers =
    member === undefined ? Object.values(memberOperations).flat() : (own(memberOperations, String(member)) ?? []);
  return [...operations, ...ofMembers];
}
