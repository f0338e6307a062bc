import type { Finding } from '../result.ts';
import { groupBy } from './group-by.ts';

/** The findings of one rule with one fingerprint, told by the first: the points of one resource are one thing to mend. */
export type FingerprintGroup = { readonly first: Finding; readonly count: number };

export function fingerprintGroups(findings: readonly Finding[]): readonly FingerprintGroup[] {
  const groups = groupBy(findings, ({ ruleId, fingerprint }) => `${ruleId}\n${fingerprint}`);
  return [...groups.values()].flatMap((members) =>
    members.slice(0, 1).map((first) => ({ first, count: members.length })),
  );
}

export const groupMessage = ({ first, count }: FingerprintGroup): string =>
  count === 1 ? first.message : `${first.message} (and ${count - 1} more of the same group)`;
