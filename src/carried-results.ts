import { type Baseline, groupKey } from './baseline/baseline.ts';
import { standing } from './baseline/compare.ts';
import { isFailing } from './failing.ts';
import { plural } from './reporters/pretty/page.ts';
import type { Carried, CarriedResult } from './reporters/sarif/carried.ts';

type Compared = { readonly baseline: Baseline | undefined; readonly isNewOnly: boolean };

/** Findings that are carried over, as the baseline leaves them: like those of this scan. */
export const carriedResults = (carried: readonly Carried[], compared: Compared): readonly CarriedResult[] =>
  carried.map((each) => {
    const finding = { outcome: 'fail' as const, severity: each.severity, waiver: null };
    const { baseline: known, isNewOnly } = compared;
    const baseline = known === undefined ? null : standing(finding, known.get(groupKey(each)), each.firstSeen);
    return { ...each, baseline, isFailing: isFailing({ ...finding, baseline }, isNewOnly) };
  });

/** What is carried where only new findings count, and that the baseline has, is no alert. */
export function carriedNote(carried: readonly CarriedResult[], file: string): string {
  const known = carried.filter(({ isFailing }) => !isFailing).length;
  const how = known === 0 ? '' : `; the baseline has ${known} of them, which are no alerts`;
  return `${plural(carried.length, 'result')} carried over from ${file}${how}`;
}
