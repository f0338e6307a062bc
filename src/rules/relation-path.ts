import { type KindSpec, kindSpec } from '../catalogue/kinds.ts';
import { expectedOneOf } from '../nearest.ts';
import type { View } from './check-view.ts';
import { own } from './kind-fact.ts';

/** The kind that a path of relations such as `selections.plan.rules` ends at; undefined where it is wrong. */
export function relatedKind(of: string, pointer: string, view: View): string | undefined {
  let kind = view.kind;
  let many = false;
  for (const step of of.split('.')) {
    const spec = kindSpec(kind);
    const relation = spec && (own(spec.toMany, step) ?? own(spec.toOne, step));
    if (spec === undefined || relation === undefined) {
      view.notes.fault(pointer, unknownRelation(step, kind, spec));
      return undefined;
    }
    many ||= Object.hasOwn(spec.toMany, step);
    view.notes.needs(relation.operations);
    kind = relation.to;
  }
  if (many) return kind;
  view.notes.fault(
    pointer,
    `"${of}" leads to one record at most: ask it as a fact, { "fact": "${of.split('.')[0]}", "path": "$.…" }`,
  );
  return undefined;
}

function unknownRelation(step: string, kind: string, spec: KindSpec | undefined): string {
  const names = spec === undefined ? [] : [...Object.keys(spec.toMany), ...Object.keys(spec.toOne)];
  const hint = names.length === 0 ? '; it has none' : expectedOneOf(step, names);
  return `unknown relation "${step}" of ${kind}${hint}`;
}
