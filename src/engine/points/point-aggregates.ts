import { aggregateNames } from '../../catalogue/functions.ts';
import { kindSpec } from '../../catalogue/kinds.ts';
import { canonical } from '../../inventory/canonical.ts';
import { type Condition, isReference, type Params, type Reference } from '../../rules/rule.ts';
import type { Asking } from '../asking.ts';
import type { Aggregate, Parameters } from '../compiled.ts';
import { compilerFor } from '../compiler.ts';
import { needPoints } from './needs-points.ts';
import { passAfter } from './pass-after.ts';

/** An aggregate over recovery points of one owner, which is fed as they pass. */
export type PointAggregate = {
  readonly aggregate: Aggregate;
  readonly parameters: Parameters;
  /** `protectedResource/recoveryPoints` */
  readonly relation: string;
  /** Aggregates of one text over one relation are fed once. */
  readonly text: string;
  /** In which pass over the points it is fed, from 0. */
  readonly pass: number;
};

/** Every aggregate of the rules that ends at recovery points; those alone that targets of one kind ask, where it is given. */
export const pointAggregates = (rules: readonly Asking[], only?: string): readonly PointAggregate[] =>
  rules.flatMap((active) => {
    const kinds = [active.rule.target].flat().filter((kind) => only === undefined || kind === only);
    return kinds.flatMap((kind) => aggregatesOf(active, kind));
  });

function aggregatesOf({ rule, parameters }: Asking, kind: string): readonly PointAggregate[] {
  const { when, require, message = [], facts = {} } = rule;
  const texts = typeof message === 'string' ? [] : message;
  const conditions = [when, require, ...texts.map((text) => text.when)].flatMap((condition) => condition ?? []);
  const references = [...conditions.flatMap(referencesIn), ...Object.values(facts)];
  return references.flatMap((reference) => inReference(reference, { kind, parameters, isTarget: true }));
}

/** What a reference is asked of. */
type Asked = { readonly kind: string; readonly parameters: Parameters; readonly isTarget: boolean };

function referencesIn(condition: Condition): readonly Reference[] {
  if ('all' in condition) return condition.all.flatMap(referencesIn);
  if ('any' in condition) return condition.any.flatMap(referencesIn);
  if ('not' in condition) return referencesIn(condition.not);
  return isReference(condition.value) ? [condition, condition.value] : [condition];
}

function inReference(reference: Reference, asked: Asked): readonly PointAggregate[] {
  const { fact, params } = reference;
  if (params === undefined) return [];
  if (!aggregateNames.some((name) => name === fact)) return inOperands(params, asked);
  const end = relationEnd(String(params.of), asked.kind);
  const inner = end === undefined ? [] : inParams(params, { ...asked, kind: end.to, isTarget: false });
  // One record that another one names is held, and asked itself.
  if (end?.to !== 'recoveryPoint' || !end.isMany) return inner;
  const { parameters } = asked;
  const aggregate = compilerFor(parameters).aggregate(reference);
  const pass = passOf(aggregate, reference, inner, asked);
  return [...inner, { aggregate, parameters, relation: end.relation, text: textOf(reference, parameters), pass }];
}

function passOf(
  { asksTarget, of }: Aggregate,
  { fact: name, params = {} }: Reference,
  inner: readonly PointAggregate[],
  { isTarget }: Asked,
): number {
  const { where, fact } = params;
  const pass = passAfter(JSON.stringify([where, name === 'newest' ? null : fact]), inner);
  if (!asksTarget) return pass;
  // A state is kept for each owner, so the owner must be the target.
  if (!isTarget || of.length > 1) return needPoints('a `where` that asks for a target farther away');
  return Math.max(1, pass);
}

function inOperands({ of, from, to }: Params, asked: Asked): readonly PointAggregate[] {
  const operands = [...(Array.isArray(of) ? of : []), from, to].filter(isReference);
  return operands.flatMap((reference) => inReference(reference, asked));
}

function inParams({ where, fact }: Params, asked: Asked): readonly PointAggregate[] {
  const facts = [fact].flat().filter(isReference);
  const references = [...(where === undefined ? [] : referencesIn(where)), ...facts];
  return references.flatMap((reference) => inReference(reference, asked));
}

type End = { readonly relation: string; readonly to: string; readonly isMany: boolean };

/** The last step of a path of relations. */
function relationEnd(path: string, start: string): End | undefined {
  let kind = start;
  let end: End | undefined;
  for (const step of path.split('.')) {
    const spec = kindSpec(kind);
    const to = spec?.toMany[step]?.to ?? spec?.toOne[step]?.to;
    if (to === undefined) return undefined;
    end = { relation: `${kind}/${step}`, to, isMany: spec?.toMany[step] !== undefined };
    kind = to;
  }
  return end;
}

/** What it says, but for the way to its owner. */
function textOf({ fact: name, params = {} }: Reference, parameters: Parameters): string {
  const { where, fact, take } = params;
  const text = canonical([name, where ?? null, fact ?? null, take ?? null]);
  return text.includes('"parameters"') ? `${text}\n${canonical(parameters)}` : text;
}
