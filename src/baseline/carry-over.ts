import { placesOf } from '../place.ts';
import type { Carried } from '../reporters/sarif/carried.ts';
import type { Finding, Result } from '../result.ts';
import type { Demand } from '../rules/demand.ts';
import { type Severity, severities } from '../severity.ts';
import { groupKey } from './baseline.ts';
import { type Hearing, judgedIn } from './judged.ts';

type Scanned = Pick<Result, 'scopes' | 'findings' | 'rules' | 'gaps'>;
type Needs = readonly Pick<Demand, 'operation' | 'rules'>[];

/**
 * What an earlier scan found and this one did not judge anew: its place was not read, or something that its rule needs was
 * not, or it cannot be told.
 */
export function carryOver(
  found: readonly Carried[],
  now: Scanned,
  { needs, ...asked }: Pick<Hearing, 'knows' | 'earlier'> & { readonly needs: Needs },
): readonly Carried[] {
  const inForce = new Set(now.rules.map(({ id }) => id));
  const open = new Set(now.findings.filter(({ outcome }) => outcome === 'unknown').map(groupKey));
  const isSeen = seenIn(now.findings);
  const isJudged = judgedIn(now, { ...asked, hears: hearingOf(needs) });
  return found
    .filter((each) => inForce.has(each.ruleId) && !isSeen(each))
    .filter((each) => open.has(groupKey(each)) || !isJudged(groupOf(each)))
    .sort((a, b) => rankOf(a.severity) - rankOf(b.severity) || compare(groupKey(a), groupKey(b)));
}

const groupOf = ({ ruleId, target: { kind, id }, places }: Carried) => ({ ruleId, kind, id, places });

/** It fails again; what is accepted now tells of its own places alone. */
function seenIn(findings: readonly Finding[]): (each: Carried) => boolean {
  const failing = findings.filter(({ outcome }) => outcome === 'fail');
  const open = new Set(failing.filter(({ waiver }) => waiver === null).map(groupKey));
  const accepted = new Set(
    failing
      .filter(({ waiver }) => waiver !== null)
      .flatMap((finding) => placesOf(finding.target).map((place) => `${groupKey(finding)}\n${place}`)),
  );
  return (each) => open.has(groupKey(each)) || each.places.some((place) => accepted.has(`${groupKey(each)}\n${place}`));
}

function hearingOf(needs: Needs): Hearing['hears'] {
  const rulesOf = new Map<string, ReadonlySet<string>>(
    needs.map(({ operation, rules }) => [operation, new Set(rules)]),
  );
  return (ruleId, operation) => rulesOf.get(operation)?.has(ruleId) === true;
}

const rankOf = (severity: Severity): number => severities.indexOf(severity);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
