import type { Result, ResultWaiver } from '../result.ts';
import type { Match } from '../rules/match.ts';

type Written = Pick<ResultWaiver, 'match' | 'owner' | 'expires'>;
type Come = Pick<ResultWaiver, 'state' | 'findings'> & {
  readonly ruleId: string | undefined;
  readonly daysLeft: number;
};

/** What its owner should see to; which waiver it is, whoever shows them says. */
export function waiverWarnings(written: Written, come: Come, { rules, gaps }: Result): string[] {
  const isAsked = come.ruleId === undefined || rules.some(({ id }) => id === come.ruleId);
  return [
    ...(matchesEverything(written.match) ? ['matches everything: name what is accepted'] : []),
    ...(come.state === 'expired' ? [expiredText(written, come)] : []),
    ...(come.state === 'expiring' ? [`expires in ${daysText(come.daysLeft)}, on ${written.expires}`] : []),
    ...(come.state === 'unused' && isAsked ? [unusedText(gaps.length)] : []),
  ];
}

export const daysText = (count: number): string =>
  count === 1 ? 'a day' : count === 0 ? 'less than a day' : `${count} days`;

function expiredText({ expires, owner }: Written, { findings }: Come): string {
  const effect =
    findings === 0
      ? 'nothing is left of what it accepted: remove it'
      : `${findings === 1 ? 'a finding is' : `${findings} findings are`} open again: mend it, or have ${owner} decide anew`;
  return `expired ${expires}; ${effect}`;
}

const unusedText = (gaps: number): string =>
  gaps === 0
    ? 'accepts nothing: remove it'
    : 'accepts nothing of what was read (not everything was): remove it, if that stays so';

export const matchesEverything = (match: Match | undefined): boolean =>
  match !== undefined &&
  match.tags === undefined &&
  Object.values(match).every((patterns) => [patterns].flat().some((pattern) => /^\*+$/.test(String(pattern))));
