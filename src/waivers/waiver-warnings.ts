import type { Result, ResultWaiver } from '../result.ts';
import type { Match } from '../rules/match.ts';

type Written = Pick<ResultWaiver, 'match' | 'fingerprint' | 'owner' | 'expires'>;
type Come = Pick<ResultWaiver, 'state' | 'findings'> & {
  readonly ruleId: string | undefined;
  readonly daysLeft: number;
  /** Findings of which it cannot be told, since their tags were not read. */
  readonly untold: number;
};

/** What its owner should see to; which waiver it is, whoever shows them says. */
export function waiverWarnings(written: Written, come: Come, { rules, gaps }: Result): string[] {
  const isAsked = come.ruleId === undefined || rules.some(({ id }) => id === come.ruleId);
  return [
    ...(matchesEverything(written.match) ? ['matches everything: name what is accepted'] : []),
    ...(come.state === 'expired' ? [expiredText(written, come)] : []),
    ...(come.state === 'expiring' ? [`expires in ${daysText(come.daysLeft)}, on ${written.expires}`] : []),
    ...(come.untold > 0 ? [untoldText(come.untold)] : []),
    ...(come.state === 'unused' && isAsked && come.untold === 0 ? [unusedText(written, come, gaps.length)] : []),
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

const untoldText = (count: number): string =>
  `cannot be told of ${count === 1 ? 'a finding, whose' : `${count} findings, whose`} tags were not read; a rule in force that asks for tags has them read`;

/** A fingerprint alone does not tell whether its rule was asked. */
function unusedText({ fingerprint }: Written, { ruleId }: Come, gaps: number): string {
  const isForAll = gaps === 0 && (fingerprint === undefined || ruleId !== undefined);
  if (isForAll) return 'accepts nothing: remove it';
  const of = gaps === 0 ? 'that the rules in force found' : 'of what was read (not everything was)';
  return `accepts nothing ${of}: remove it, if that stays so`;
}

export const matchesEverything = (match: Match | undefined): boolean =>
  match !== undefined &&
  match.tags === undefined &&
  Object.values(match).every((patterns) => [patterns].flat().some((pattern) => /^[*?]*\*[*?]*$/.test(String(pattern))));
