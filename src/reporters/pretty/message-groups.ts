import { arnTail } from '../../arn.ts';
import type { Finding, Target } from '../../result.ts';
import { groupBy } from '../group-by.ts';

/** Findings that say the same of different targets. */
export type MessageGroup = { readonly message: string; readonly findings: readonly Finding[] };

const anyTarget = 'each of these';
const partOfName = /[\p{L}\p{N}_-]/u;

export function groupByMessage(findings: readonly Finding[]): MessageGroup[] {
  const groups = groupBy(findings, generalMessage);
  return [...groups].map(([general, members]) => ({
    message: members.length === 1 ? (members[0]?.message ?? general) : general,
    findings: members,
  }));
}

/** The message with the target's own name taken out, so that forty resources with one fault read as one fault. */
function generalMessage({ message, target }: Finding): string {
  for (const name of namesOf(target)) {
    const at = placeOf(name, message);
    if (at >= 0) return message.slice(0, at) + anyTarget + message.slice(at + name.length);
  }
  return message;
}

const namesOf = ({ id, name }: Target): string[] =>
  [id, name ?? '', arnTail(id)].filter((text) => text !== '').sort((a, b) => b.length - a.length);

/** Where the name first stands alone: `orders` is not in `orders-db`. */
function placeOf(name: string, text: string): number {
  let at = text.indexOf(name);
  while (at >= 0 && (partOfName.test(text[at - 1] ?? '') || partOfName.test(text[at + name.length] ?? ''))) {
    at = text.indexOf(name, at + 1);
  }
  return at;
}
