import type { NestedConditionResult, TopLevelConditionResult } from 'json-rules-engine';

/** What json-rules-engine noted of each leaf, in rule order: it evaluates all leaves where none has a priority. */
export function leafResults(condition: TopLevelConditionResult | NestedConditionResult): readonly boolean[] {
  if ('all' in condition) return condition.all.flatMap(leafResults);
  if ('any' in condition) return condition.any.flatMap(leafResults);
  if ('not' in condition) return leafResults(condition.not);
  return condition.result === undefined ? [] : [condition.result];
}
