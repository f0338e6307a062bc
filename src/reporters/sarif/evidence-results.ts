import type { Result as SarifResult } from 'sarif';
import { guidOf } from '../../hash.ts';
import { placesOf } from '../../place.ts';
import type { Finding, ResultGap } from '../../result.ts';
import { plainText } from '../plain-text.ts';
import type { Report } from '../reporter.ts';
import { isCompared, standingOf } from './baseline.ts';
import { type CarriedResult, carriedResult } from './carried.ts';
import { type FindingGroup, findingGroups } from './finding-groups.ts';
import { sampleLimit } from './limits.ts';
import { gapReason } from './notifications.ts';
import { outcomeResults } from './outcome-results.ts';
import { groupResult, type ResultOptions, ruleOf } from './results.ts';
import { acceptanceOf, hasWaivers } from './suppressions.ts';
import type { Taxonomies } from './taxonomies.ts';

export type EvidenceOptions = ResultOptions & { readonly taxonomies: Taxonomies };

type Compared = readonly Pick<Finding, 'baseline'>[];

/** Findings in groups, what was carried over, then what was listed by name. */
export function* evidenceResults(report: Report, options: EvidenceOptions): Iterable<SarifResult> {
  const { result, carried = [] } = report;
  const groups = findingGroups(result.findings, () => true);
  const inAll = { isCompared: isCompared([...result.findings, ...carried]), hasWaivers: hasWaivers(result) };
  const settled = (each: SarifResult, compared: Iterable<Compared[number]>, seen: string): SarifResult =>
    withStanding(each, standingOf(compared, seen), inAll, options);

  for (let rank = 0; rank < groups.size; rank += 1) {
    const group = groups.at(rank);
    yield settled(findingResult(group, report, options), group.members(), result.asOf);
  }
  for (const each of carried) yield settled(carriedResult(each, options), [comparedOf(each)], each.lastSeen);
  for (const each of outcomeResults(result.outcomes ?? [], options)) yield settled(each, [], result.asOf);
}

const comparedOf = ({ baseline, firstSeen }: CarriedResult): Compared[number] => ({
  baseline: baseline ?? { state: 'unchanged', since: firstSeen },
});

function findingResult(group: FindingGroup, { result, waiverPlaces }: Report, options: EvidenceOptions): SarifResult {
  const { first, members, identity } = group;
  const { properties, ...rest } = groupResult(group, options);
  const isOpen = first.outcome === 'unknown';
  const accepted = acceptanceOf(members(), identity, { places: waiverPlaces, root: options.root });
  return {
    ...rest,
    ...(isOpen ? { kind: 'open', level: 'none' } : {}),
    suppressions: accepted.suppressions,
    properties: {
      ...properties,
      'backuplint/kind': first.target.kind,
      'backuplint/places': placesIn(members()),
      ...(isOpen ? { 'backuplint/gaps': gapTexts(first, result.gaps) } : {}),
      ...accepted.properties,
    },
  };
}

/** The next scan asks whether it read all of them. */
const placesIn = (members: Iterable<Finding>): readonly string[] =>
  [...new Set(Array.from(members, ({ target }) => placesOf(target)).flat())].sort().map(plainText);

const gapTexts = ({ gaps }: Finding, all: readonly ResultGap[]): string[] =>
  gaps.slice(0, sampleLimit).flatMap((at) => {
    const gap = all[at];
    if (gap === undefined) return [];
    const what = gap.resource === undefined ? gap.operation : `${gap.operation} of ${gap.resource}`;
    return [plainText(`${what} in ${gap.accountId}/${gap.region}: ${gapReason(gap)}`)];
  });

/** By the standard, suppressions and the state against a baseline stand in every result of a run or in none. */
function withStanding(
  { properties, suppressions, ...result }: SarifResult,
  { baselineState, provenance }: ReturnType<typeof standingOf>,
  inAll: { readonly isCompared: boolean; readonly hasWaivers: boolean },
  { rules, taxonomies }: EvidenceOptions,
): SarifResult {
  return {
    ...result,
    correlationGuid: guidOf(result.partialFingerprints?.primaryLocationLineHash ?? ''),
    taxa: taxonomies.taxaOf(ruleOf(result.ruleId ?? '', rules).active.rule),
    ...(inAll.hasWaivers ? { suppressions: suppressions ?? [] } : {}),
    ...(inAll.isCompared ? { baselineState } : {}),
    provenance,
    ...(properties === undefined ? {} : { properties }),
  };
}
