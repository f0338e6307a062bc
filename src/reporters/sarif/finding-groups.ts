import type { Finding, Result } from '../../result.ts';
import { groupBy } from '../group-by.ts';
import { resultLimit, sampleLimit } from './limits.ts';

/** One alert: the findings of one rule with one fingerprint. Recovery points are new every night, what they belong to is not. */
export type FindingGroup = {
  /** The worst, by which the group ranks and speaks. */
  readonly first: Finding;
  readonly count: number;
  readonly targets: readonly string[];
  readonly related: readonly string[];
};

export type Listing = {
  readonly listed: readonly FindingGroup[];
  /** What found no room, by rule id. */
  readonly cut: ReadonlyMap<string, readonly FindingGroup[]>;
};

/** The one rule whose unknown outcomes are shown: it says that the others may be quiet for want of data. */
const evidenceRule = 'BKP507';

/** Findings come worst first, so their groups do too. GitHub opens an alert for every result, also for one that only says "unknown". */
export function findingGroups({ findings }: Result): FindingGroup[] {
  const shown = findings.filter(({ outcome, ruleId }) => outcome === 'fail' || ruleId === evidenceRule);
  const groups = groupBy(shown, ({ ruleId, fingerprint }) => `${ruleId}\n${fingerprint}`);
  return [...groups.values()].flatMap((members) => members.slice(0, 1).map((first) => groupOf(first, members)));
}

function groupOf(first: Finding, members: readonly Finding[]): FindingGroup {
  const samples = members.slice(0, sampleLimit);
  const related = new Set(samples.flatMap((finding) => finding.related));
  return {
    first,
    count: members.length,
    targets: samples.map(({ target }) => target.id),
    related: [...related].slice(0, sampleLimit),
  };
}

/** The worst that fit, with room for one result of each rule that tells how many of it did not. */
export function listingOf(groups: readonly FindingGroup[], limit = resultLimit): Listing {
  for (let room = Math.min(limit, groups.length); ; ) {
    const cut = groupBy(groups.slice(room), ({ first }) => first.ruleId);
    if (room + cut.size <= limit) return { listed: groups.slice(0, room), cut };
    room = limit - cut.size;
  }
}
