import type { Match } from '../engine/match.ts';
import type { Result, ResultWaiver } from '../result.ts';

type Written = Pick<ResultWaiver, 'rule' | 'match' | 'fingerprint' | 'owner' | 'expires'>;
type Come = Pick<ResultWaiver, 'state' | 'findings'> & {
  readonly ruleId: string | undefined;
  readonly daysLeft: number;
};

/** What its owner should see to. */
export function waiverWarnings(written: Written, come: Come, { rules, gaps }: Result): string[] {
  const what = waiverText(written);
  const isAsked = come.ruleId === undefined || rules.some(({ id }) => id === come.ruleId);
  return [
    ...(matchesEverything(written.match) ? [`${what} matches everything: name what is accepted`] : []),
    ...(come.state === 'expired' ? [expiredText(what, written, come)] : []),
    ...(come.state === 'expiring' ? [`${what} expires in ${days(come.daysLeft)}, on ${written.expires}`] : []),
    ...(come.state === 'unused' && isAsked ? [unusedText(what, gaps.length)] : []),
  ];
}

const days = (count: number): string => (count === 1 ? 'a day' : count === 0 ? 'less than a day' : `${count} days`);

function expiredText(what: string, { expires, owner }: Written, { findings }: Come): string {
  const effect =
    findings === 0
      ? 'nothing is left of what it accepted: remove it'
      : `${findings === 1 ? 'a finding is' : `${findings} findings are`} open again: mend it, or have ${owner} decide anew`;
  return `${what} expired ${expires}: ${effect}`;
}

const unusedText = (what: string, gaps: number): string =>
  gaps === 0
    ? `${what} accepts nothing: remove it`
    : `${what} accepts nothing of what was read (not everything was): remove it, if that stays so`;

/** How a message speaks of a waiver. */
export function waiverText({ rule, match, fingerprint }: Written): string {
  const of = rule === undefined || rule === '*' ? 'waiver' : `waiver of ${rule}`;
  if (fingerprint !== undefined) return `${of} for ${fingerprint}`;
  const members = Object.entries(match ?? {}).map(([name, patterns]) => `${name} ${patternsText(patterns)}`);
  return members.length === 0 ? of : `${of} for ${members.join(', ')}`;
}

const patternsText = (patterns: unknown): string =>
  typeof patterns === 'string'
    ? patterns
    : Array.isArray(patterns)
      ? patterns.join(' or ')
      : Object.entries(Object(patterns))
          .map(([key, value]) => `${key}=${patternsText(value)}`)
          .join(', ');

const matchesEverything = (match: Match | undefined): boolean =>
  match !== undefined &&
  match.tags === undefined &&
  Object.values(match).every((patterns) => [patterns].flat().some((pattern) => /^\*+$/.test(String(pattern))));
