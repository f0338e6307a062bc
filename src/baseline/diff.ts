import type { Diff, Difference, DiffSection } from '../diff-result.ts';
import type { Finding, Result, ResultGap } from '../result.ts';
import type { Severity } from '../severity.ts';
import { groupKey } from './baseline.ts';

type State = 'none' | 'open' | 'accepted' | 'unknown';
type Group = { readonly state: State; readonly finding: Finding };

/** What became of each group. What the new scan did not judge is not called fixed. */
export function diffOf(old: Result, now: Result): Diff {
  const before = groupsOf(old);
  const after = groupsOf(now);
  const judged = judgedIn(now);
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
    const section = sectionOf(before.get(key), after.get(key), judged);
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
    if (known === undefined || ranks[state] > ranks[known.state]) groups.set(groupKey(finding), { state, finding });
  }
  return groups;
}

const ranks = { none: 0, unknown: 1, accepted: 2, open: 3 };

const stateOf = ({ outcome, waiver }: Finding): State =>
  waiver !== null ? 'accepted' : outcome === 'fail' ? 'open' : 'unknown';

type IsJudged = (finding: Finding) => boolean;

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
      return old !== undefined && isJudged(old.finding) ? 'fixed' : 'notJudged';
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

/** Whether the new scan would have found it: its rule is in force, and its place was read to the end. */
function judgedIn({ rules, scopes, gaps, outcomes = [] }: Result): IsJudged {
  const inForce = new Set(rules.map(({ id }) => id));
  const read = new Set(scopes.map(placeOf));
  const open = new Set(gaps.filter(isOpen).map(placeOf));
  const passed = new Set(outcomes.map(({ ruleId, target }) => `${ruleId}\n${target.id}`));
  return ({ ruleId, target }) => {
    if (passed.has(`${ruleId}\n${target.id}`)) return true;
    const { accountId, region } = target;
    if (accountId === undefined || region === undefined) return inForce.has(ruleId) && open.size === 0;
    const place = placeOf({ accountId, region });
    return inForce.has(ruleId) && read.has(place) && !open.has(place);
  };
}

/** That AWS forgets old jobs is so in every scan. */
const isOpen = ({ status }: ResultGap): boolean => status !== 'horizon';

const placeOf = ({ accountId, region }: { readonly accountId: string; readonly region: string }): string =>
  `${accountId}/${region}`;
