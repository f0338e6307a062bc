import type { PropertyBag } from 'sarif';
import type { ResultWaiver } from '../../result.ts';
import { plainText } from '../plain-text.ts';
import { waivedText, waiverStates } from '../waiver-text.ts';

/** How many waivers stand how. */
export function waiverCounts(waivers: readonly ResultWaiver[] | undefined): PropertyBag {
  if (waivers === undefined) return {};
  const counts = waiverStates.map((state) => [state, waivers.filter((waiver) => waiver.state === state).length]);
  return { 'backuplint/waivers': Object.fromEntries(counts) };
}

/** Each waiver as it was given and what it came to, those that accept nothing too. */
export function waiverList(waivers: readonly ResultWaiver[] | undefined): PropertyBag {
  return waivers === undefined ? {} : { 'backuplint/waivers': waivers.map(listed) };
}

const listed = (waiver: ResultWaiver) => ({
  state: waiver.state,
  findings: waiver.findings,
  accepts: plainText(waivedText(waiver)),
  reason: plainText(waiver.reason),
  owner: plainText(waiver.owner),
  ...(waiver.ticket === undefined ? {} : { ticket: plainText(waiver.ticket) }),
  expires: plainText(waiver.expires),
});
