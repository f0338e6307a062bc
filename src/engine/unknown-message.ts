import type { Gap } from '../inventory/gap.ts';
import type { Reason } from './answer.ts';

/** Reasons named in a message; the rest are counted, and all stand in the result's gaps. */
const reasonsNamed = 3;

/** What could not be decided, what was not read or not known and where, and what to do. */
export function unknownMessage(target: string, title: string, reasons: readonly Reason[]): string {
  const sentences = [...new Set(reasons.map(sentenceOf))].sort();
  const more = sentences.length - reasonsNamed;
  const rest = more > 0 ? [`and ${more} more`] : [];
  return `Cannot tell for ${target} whether "${title}": ${[...sentences.slice(0, reasonsNamed), ...rest].join('; ')}`;
}

const sentenceOf = (reason: Reason): string => ('note' in reason ? reason.note : gapSentence(reason.gap));

function gapSentence(gap: Gap): string {
  const of = gap.resource === undefined ? '' : ` of ${gap.resource}`;
  return `${gap.operation}${of} in ${gap.accountId}/${gap.region} ${becauseOf(gap)}`;
}

function becauseOf({ operation, status, error }: Gap): string {
  const answer = error === undefined ? '' : ` (${error.name})`;
  switch (status) {
    case 'denied':
      return `was denied${answer}: grant backup:${operation}`;
    case 'throttled':
      return `was throttled${answer}: collect it again`;
    case 'failed':
      return `failed${answer}: collect it again`;
    case 'cutOff':
      return 'was cut off: collect it again';
    case 'filtered':
      return 'was read with a filter: collect it without';
    case 'horizon':
      return 'goes no further back: add older inventories';
    case 'notRead':
      return 'was not read: collect it';
  }
}
