import { hashOf } from '../../hash.ts';
import type { Finding } from '../../result.ts';

/** The findings of one rule with one fingerprint and one standing. Recovery points are new every night, what they belong to is not. */
export type FindingGroup = {
  /** The worst, by which the group ranks and speaks. */
  readonly first: Finding;
  readonly count: number;
  readonly members: () => Iterable<Finding>;
  /** What tells its result from all others of the rule. */
  readonly identity: string;
};

/** Its unknown outcomes are results of their own right: they say that other rules may be quiet for want of data. */
export const evidenceRule = 'BKP507';

/** Groups by rank, the worst first. They are put together when asked for: held are two numbers a finding. */
export type FindingGroups = { readonly size: number; readonly at: (rank: number) => FindingGroup };

/** Findings come worst first, so a group ranks where its first finding stands. */
export function findingGroups(findings: readonly Finding[], isShown: (finding: Finding) => boolean): FindingGroups {
  const at = (index: number): Finding => known(findings[index]);
  const shown = positions(findings.length, (index) => isShown(at(index)));
  const order = shown.sort((a, b) => compareKeys(at(a), at(b)) || a - b);
  const isStart = (place: number) =>
    place === 0 || compareKeys(at(known(order[place - 1])), at(known(order[place]))) !== 0;
  const starts = positions(order.length, isStart);
  const ranked = starts.map((_, group) => group).sort((a, b) => firstOf(a) - firstOf(b));
  function firstOf(group: number): number {
    return known(order[known(starts[group])]);
  }

  return {
    size: starts.length,
    at: (rank) => {
      const group = known(ranked[rank]);
      const places = order.subarray(starts[group], starts[group + 1]);
      const first = at(firstOf(group));
      const before = group === 0 ? undefined : at(firstOf(group - 1));
      const members = function* () {
        for (const index of places) yield at(index);
      };
      return { first, count: places.length, members, identity: identityOf(first, before) };
    },
  };
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a group that is not there');
  return value;
}

/** Of the numbers below `count` those that are wanted. */
function positions(count: number, isWanted: (position: number) => boolean): Uint32Array {
  const found = new Uint32Array(count);
  let length = 0;
  for (let position = 0; position < count; position += 1) if (isWanted(position)) found[length++] = position;
  return found.slice(0, length);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is waived stands behind what is not. */
const compareKeys = (a: Finding, b: Finding): number =>
  compareStandings(a, b) || Number(a.waiver !== null) - Number(b.waiver !== null);

const compareStandings = (a: Finding, b: Finding): number =>
  compare(a.ruleId, b.ruleId) || compare(a.fingerprint, b.fingerprint) || compare(a.outcome, b.outcome);

/**
 * The fingerprint, so that accepting a group does not make another result of it. What is unknown is another result than what
 * fails, and where a part of a group alone is waived, that part is another result than the rest.
 */
function identityOf(finding: Finding, before: Finding | undefined): string {
  const { ruleId, fingerprint, outcome } = finding;
  const isRest = before !== undefined && compareStandings(before, finding) === 0;
  const standing = [
    ...(outcome === 'unknown' && ruleId !== evidenceRule ? ['unknown'] : []),
    ...(isRest ? ['waived'] : []),
  ];
  return standing.length === 0 ? fingerprint : identity(ruleId, fingerprint, ...standing);
}

/** Made as fingerprints are. */
export const identity = (...parts: readonly string[]): string => hashOf('v1', ...parts);
