import type { ResultWaiver } from '../result.ts';
import { matchMembers } from './match-text.ts';

/** What needs somebody comes first. */
export const waiverStates = [
  'expired',
  'unused',
  'expiring',
  'used',
] as const satisfies readonly ResultWaiver['state'][];

export const worstFirst = (waivers: readonly ResultWaiver[]): readonly ResultWaiver[] =>
  waiverStates.flatMap((state) => waivers.filter((waiver) => waiver.state === state));

/** `2 used, 1 expired`; nothing where there are none. */
export const stateCounts = (waivers: readonly ResultWaiver[]): string =>
  [...waiverStates]
    .reverse()
    .map((state) => [waivers.filter((waiver) => waiver.state === state).length, state] as const)
    .filter(([count]) => count > 0)
    .map(([count, state]) => `${count} ${state}`)
    .join(', ');

/** What it waives, as it was written: `BKP301, accountId 1111* or 2222*, tags env=dev`. */
export function waivedText({
  rule,
  match = {},
  fingerprint,
}: Pick<ResultWaiver, 'rule' | 'match' | 'fingerprint'>): string {
  const named = fingerprint === undefined ? [rule ?? 'every rule'] : [rule ?? [], `fingerprint ${fingerprint}`].flat();
  return [...named, ...matchMembers(match)].join(', ');
}

/** What its owner should see to, where nothing else says which waiver it is. */
export const waiverNotes = (waiver: ResultWaiver): readonly string[] =>
  waiver.warnings.map((warning) => `waiver of ${waivedText(waiver)}: ${warning}`);

export const becauseText = ({ reason, ticket }: Pick<ResultWaiver, 'reason' | 'ticket'>): string =>
  ticket === undefined ? reason : `${reason} (${ticket})`;
