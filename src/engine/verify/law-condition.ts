import type { NestedCondition, TopLevelCondition } from 'json-rules-engine';
import type { Condition } from '../../rules/rule.ts';

/** How an undecided leaf is taken: `surely` as false, `maybe` as true. */
export type Doubt = 'surely' | 'maybe';

const other: { readonly [doubt in Doubt]: Doubt } = { surely: 'maybe', maybe: 'surely' };

/** Where a leaf stands: its JSON Pointer into the rule, by which its two facts are named too. */
export type LeafPlace = { readonly at: string; readonly operator: string };

export const rightOf = (at: string): string => `${at}/value`;

/** The places of the leaves, in rule order. */
export function leafPlaces(condition: Condition, at: string): readonly LeafPlace[] {
  if ('all' in condition) return condition.all.flatMap((each, index) => leafPlaces(each, `${at}/all/${index}`));
  if ('any' in condition) return condition.any.flatMap((each, index) => leafPlaces(each, `${at}/any/${index}`));
  if ('not' in condition) return leafPlaces(condition.not, `${at}/not`);
  return [{ at, operator: condition.operator }];
}

/** One of a rule's conditions, and where it stands. */
export type Part = { readonly at: string; readonly condition: Condition };

/**
 * A rule's conditions for json-rules-engine, which finds the values of both sides as facts: no path, no `params` and
 * nothing else of the rule's text but operators reaches it. Doubt turns around below each `not`.
 */
export const lawCondition = (parts: readonly Part[], doubt: Doubt): TopLevelCondition => ({
  all: parts.map(({ at, condition }) => nestedCondition(condition, at, doubt)),
});

function nestedCondition(condition: Condition, at: string, doubt: Doubt): NestedCondition {
  if ('all' in condition) {
    return { all: condition.all.map((each, index) => nestedCondition(each, `${at}/all/${index}`, doubt)) };
  }
  if ('any' in condition) {
    return { any: condition.any.map((each, index) => nestedCondition(each, `${at}/any/${index}`, doubt)) };
  }
  if ('not' in condition) return { not: nestedCondition(condition.not, `${at}/not`, other[doubt]) };
  return { fact: at, operator: `${doubt}:${condition.operator}`, value: { fact: rightOf(at) } };
}
