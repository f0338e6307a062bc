import type { ResultGap } from '../result.ts';
import { groupBy } from './group-by.ts';

/** `at` are indexes into the result's gaps. */
export type GapGroup = { readonly gap: ResultGap; readonly at: ReadonlySet<number> };

/** One denied operation in fifty scopes is one thing to mend. */
export function groupGaps(gaps: readonly ResultGap[]): GapGroup[] {
  const keyOf = ({ operation, status, error }: ResultGap) => JSON.stringify([operation, status, error?.name]);
  const groups = groupBy(gaps.entries(), ([, gap]) => keyOf(gap));
  return [...groups.values()].flatMap((members) =>
    members.slice(0, 1).map(([, gap]) => ({ gap, at: new Set(members.map(([at]) => at)) })),
  );
}
