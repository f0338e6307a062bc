import type { Diff, Difference, DiffSection } from '../diff-result.ts';
import { placesOf } from '../place.ts';
import type { Finding, Result } from '../result.ts';
import type { Severity } from '../severity.ts';
import { groupKey } from './baseline.ts';
import { type JudgedGroup, judgedIn, knownIn } from './judged.ts';

type State = 'none' | 'open' | 'accepted' | 'unknown';
type Group = { readonly state: State; readonly finding: Finding; readonly places: ReadonlySet<string> };

/** What became of each group. What the new scan did not judge is not called fixed. */
export function diffOf(old: Result, now: Result): Diff {
  const before = groupsOf(old);
  const after = groupsOf(now);
  const isJudged = judgedIn(now, { hears: () => true, knows: knownIn(now), earlier: old.scopes });
  const differences: { readonly [section in DiffSection]: Difference[] } = {
    new: [],
    waiverExpired: [],
    changed: [],
    becameUnknown: [],
    fixed: [],
    waived: [],
    notJudged: [],
  };
  let unchanged = 0;
  for (const key of new Set([...after.keys(), ...before.keys()])) {
    const section = sectionOf(before.get(key), after.get(key), isJudged);
    if (section === undefined) unchanged += 1;
    else differences[section].push(differenceOf(before.get(key), after.get(key)));
  }
  const side = ({ asOf, summary }: Result) => ({ asOf, summary });
  return { schemaVersion: 1, old: side(old), new: side(now), unchanged, differences };
}

/** Of several findings of a group the failing ones tell, then the accepted ones. They come worst first. */
function groupsOf({ findings }: Result): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const known = groups.get(groupKey(finding));
    const state = stateOf(finding);
    const places = new Set([...(known?.places ?? []), ...placesOf(finding.target)]);
    const told = known === undefined || ranks[state] > ranks[known.state] ? { state, finding } : known;
    groups.set(groupKey(finding), { ...told, places });
  }
  return groups;
}

const ranks = { none: 0, unknown: 1, accepted: 2, open: 3 };

const stateOf = ({ outcome, waiver }: Finding): State =>
  waiver !== null ? 'accepted' : outcome === 'fail' ? 'open' : 'unknown';

type IsJudged = (group: JudgedGroup) => boolean;

function sectionOf(old: Group | undefined, now: Group | undefined, isJudged: IsJudged): DiffSection | undefined {
  const was = old?.state ?? 'none';
  switch (now?.state ?? 'none') {
    case 'open':
      if (was === 'accepted') return 'waiverExpired';
      if (was !== 'open') return 'new';
      return old?.finding.severity === now?.finding.severity ? undefined : 'changed';
    case 'accepted':
      return was === 'accepted' ? undefined : 'waived';
    case 'unknown':
      return was === 'unknown' ? undefined : 'becameUnknown';
    case 'none':
      return old !== undefined && isJudged(judgedGroup(old)) ? 'fixed' : 'notJudged';
  }
}

function differenceOf(old: Group | undefined, now: Group | undefined): Difference {
  const shown = now ?? old;
  if (shown === undefined) throw new Error('a group that is in neither result');
  const { ruleId, ruleName, severity, target, message, fingerprint } = shown.finding;
  const was = wasOf(old, severity);
  return { ruleId, ruleName, severity, ...(was === undefined ? {} : { was }), target, message, fingerprint };
}

function wasOf(old: Group | undefined, severity: Severity): Difference['was'] {
  if (old === undefined) return undefined;
  if (old.state === 'unknown' || old.state === 'accepted') return old.state;
  return old.finding.severity === severity ? undefined : old.finding.severity;
}

const judgedGroup = ({ finding: { ruleId, target }, places }: Group): JudgedGroup => ({
  ruleId,
  kind: target.kind,
  id: target.id,
  places: [...places],
});
