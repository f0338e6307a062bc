import { actionOf, isOperation } from '../catalogue/operations.ts';
import type { Gap } from '../inventory/gap.ts';
import type { Scope } from '../inventory/record.ts';
import type { Reason } from './answer.ts';

/** Reasons named in a message; the rest are counted, and all stand in the result's gaps. */
const reasonsNamed = 3;

/** What could not be decided, what was not read or not known and where, and what to do. */
export function unknownMessage(
  target: string,
  title: string,
  reasons: readonly Reason[],
  isInWorld: (scope: Scope) => boolean,
): string {
  const sentences = [...new Set(reasons.map((reason) => sentenceOf(reason, isInWorld)))].sort();
  const more = sentences.length - reasonsNamed;
  const rest = more > 0 ? [`and ${more} more`] : [];
  return `Cannot tell for ${target} whether "${title}": ${[...sentences.slice(0, reasonsNamed), ...rest].join('; ')}`;
}

/** One reason, with what to do about it. */
export function sentenceOf(reason: Reason, isInWorld: (scope: Scope) => boolean): string {
  if ('note' in reason) return reason.note;
  const { gap } = reason;
  return isInWorld(gap) ? gapSentence(gap) : outsideSentence(gap);
}

/** A copy or a record leads to where nobody looked. */
const outsideSentence = ({ accountId, region, resource }: Gap): string =>
  `${resource ?? 'it'} is in ${accountId}/${region}, outside the scopes read: collect that too, or name the accounts that count in scope.copyAccounts`;

function gapSentence(gap: Gap): string {
  const of = gap.resource === undefined ? '' : ` of ${gap.resource}`;
  return `${gap.operation}${of} in ${gap.accountId}/${gap.region} ${becauseOf(gap)}`;
}

function becauseOf({ operation, status, error }: Gap): string {
  const answer = error === undefined ? '' : ` (${error.name})`;
  switch (status) {
    case 'denied':
      return `was denied${answer}: grant ${isOperation(operation) ? actionOf(operation) : `backup:${operation}`}`;
    case 'throttled':
      return `was throttled${answer}: collect it again`;
    case 'failed':
      return `failed${answer}: collect it again`;
    case 'cutOff':
      return 'was not read to its end: collect it whole';
    case 'filtered':
      return 'was read with a filter: collect it without';
    case 'horizon':
      return 'goes no further back: add older inventories';
    case 'notRead':
      return 'was not read: collect it';
  }
}
