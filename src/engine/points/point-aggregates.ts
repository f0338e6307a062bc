import { aggregateNames } from '../../catalogue/functions.ts';
import { kindSpec } from '../../catalogue/kinds.ts';
import { canonical } from '../../inventory/canonical.ts';
import { type ActiveRule, type Condition, isReference, type Params, type Reference } from '../../rules/rule.ts';
import type { Aggregate, Parameters } from '../compiled.ts';
import { compilerFor } from '../compiler.ts';

/** An aggregate over recovery points of one owner, which is fed as they pass. */
export type PointAggregate = {
  readonly aggregate: Aggregate;
  readonly parameters: Parameters;
  /** `protectedResource/recoveryPoints` */
  readonly relation: string;
  /** Aggregates of one text over one relation are fed once. */
  readonly text: string;
};

/** Every aggregate of the rules that ends at recovery points. */
export const pointAggregates = (rules: readonly ActiveRule[]): readonly PointAggregate[] =>
  rules.flatMap((active) => [active.rule.target].flat().flatMap((kind) => aggregatesOf(active, kind)));

function aggregatesOf({ rule, parameters }: ActiveRule, kind: string): readonly PointAggregate[] {
  const messages = typeof rule.message === 'string' ? [] : rule.message.flatMap(({ when }) => when ?? []);
  const conditions = [...(rule.when === undefined ? [] : [rule.when]), rule.require, ...messages];
  const references = [...conditions.flatMap(referencesIn), ...Object.values(rule.facts ?? {})];
  return references.flatMap((reference) => inReference(reference, kind, parameters));
}

function referencesIn(condition: Condition): readonly Reference[] {
  if ('all' in condition) return condition.all.flatMap(referencesIn);
  if ('any' in condition) return condition.any.flatMap(referencesIn);
  if ('not' in condition) return referencesIn(condition.not);
  return isReference(condition.value) ? [condition, condition.value] : [condition];
}

function inReference(reference: Reference, kind: string, parameters: Parameters): readonly PointAggregate[] {
  const { fact, params } = reference;
  if (params === undefined) return [];
  if (!aggregateNames.some((name) => name === fact)) return inOperands(params, kind, parameters);
  const end = relationEnd(String(params.of), kind);
  const inner = end === undefined ? [] : inParams(params, end.to, parameters);
  if (end?.to !== 'recoveryPoint') return inner;
  const aggregate = compilerFor(parameters).aggregate(reference);
  return [...inner, { aggregate, parameters, relation: end.relation, text: textOf(reference, parameters) }];
}

function inOperands({ of, from, to }: Params, kind: string, parameters: Parameters): readonly PointAggregate[] {
  const operands = [...(Array.isArray(of) ? of : []), from, to].filter(isReference);
  return operands.flatMap((reference) => inReference(reference, kind, parameters));
}

function inParams({ where, fact }: Params, kind: string, parameters: Parameters): readonly PointAggregate[] {
  const facts = [fact].flat().filter(isReference);
  const references = [...(where === undefined ? [] : referencesIn(where)), ...facts];
  return references.flatMap((reference) => inReference(reference, kind, parameters));
}

type End = { readonly relation: string; readonly to: string };

/** The last step of a path of relations. */
function relationEnd(path: string, start: string): End | undefined {
  let kind = start;
  let end: End | undefined;
  for (const step of path.split('.')) {
    const spec = kindSpec(kind);
    const to = spec?.toMany[step]?.to ?? spec?.toOne[step]?.to;
    if (to === undefined) return undefined;
    end = { relation: `${kind}/${step}`, to };
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
