import type { NestedConditionResult, TopLevelConditionResult } from 'json-rules-engine';

export type PartResult = { readonly holds: boolean; readonly leaves: readonly boolean[] };

/** What json-rules-engine noted of each part of the conditions: all that stand beside each other are evaluated. */
export function partResults(conditions: TopLevelConditionResult): readonly PartResult[] {
  if (!('all' in conditions)) throw new Error('json-rules-engine was not asked for parts');
  return conditions.all.map(partResult);
}

const partResult = (part: NestedConditionResult): PartResult => ({
  holds: part.result === true,
  leaves: leafResults(part),
});

/** In rule order. */
function leafResults(condition: NestedConditionResult): readonly boolean[] {
  if ('all' in condition) return condition.all.flatMap(leafResults);
  if ('any' in condition) return condition.any.flatMap(leafResults);
  if ('not' in condition) return leafResults(condition.not);
  return condition.result === undefined ? [] : [condition.result];
}
