import { z } from 'zod';
import { type Fault, faultsError } from '../errors.ts';
import { faultAt, type JsonFile, placeAt, readJsonFile } from '../json-file.ts';
import { emptyMatch, isEmpty, Match } from '../rules/match.ts';
import type { LoadedRule, Place } from '../rules/rule.ts';
import { findRule, unknownRule } from '../rules/rule-names.ts';
import { members, schemaFaults } from '../rules/schema-faults.ts';

const text = z.string().refine((value) => value.trim() !== '', 'expected some text');
const Day = z.iso.date({ error: 'expected a day, as "2027-03-31"' });

/** A finding that is accepted: whose decision, why, until when. */
export const WaiverEntry = members({
  rule: text.describe('By id or name; "*": every rule.').exactOptional(),
  match: Match.exactOptional(),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'expected the fingerprint of a finding: 32 hexadecimal digits')
    .exactOptional(),
  reason: text,
  owner: text,
  ticket: text.exactOptional(),
  expires: Day.describe('The last day on which it applies, in UTC.'),
});

/** `backuplint.waivers.json`: docs/findings.md. */
export const WaiverFile = members({
  $schema: z.string().exactOptional(),
  waivers: z.array(WaiverEntry),
}).describe('Findings that are accepted.');

/** A waiver as written, and where. */
export type Waiver = z.infer<typeof WaiverEntry> & { readonly place: Place };

export type WaiverCheck = {
  /** All that are known, in force or not. */
  readonly rules: readonly LoadedRule[];
  /** ISO-8601; a term is counted from here. Undefined: not yet known, and terms are not checked. */
  readonly asOf: string | undefined;
  /** The config's `maxWaiverDays`. */
  readonly maxDays: number | undefined;
  /** Of a rule that is not among those, for a mistake in its file. */
  readonly mayBeRule?: ((word: string) => boolean) | undefined;
};

/** Throws all faults of the file at once. */
export async function loadWaivers(file: string, check: WaiverCheck): Promise<readonly Waiver[]> {
  const { waivers, faults } = checkWaivers(await readJsonFile(file, 'jsonc'), check);
  if (faults.length > 0) throw faultsError(faults);
  return waivers;
}

export type CheckedWaivers = {
  readonly waivers: readonly Waiver[];
  /** Where each of them stands. */
  readonly pointers: readonly string[];
  readonly faults: readonly Fault[];
};

/** Each waiver by itself, so that one with a mistake hides none of another's. */
export function checkWaivers(json: JsonFile, check: WaiverCheck): CheckedWaivers {
  if (json.faults.length > 0) return { waivers: [], pointers: [], faults: json.faults };
  const { data, error } = WaiverFile.safeParse(json.value);
  const sound = (data?.waivers ?? rawWaivers(json)).flatMap((raw, at) => {
    const entry = WaiverEntry.safeParse(raw).data;
    return entry === undefined ? [] : [{ entry, pointer: `/waivers/${at}` }];
  });
  const faults = sound.flatMap(({ entry, pointer }) => entryFaults(entry, json, pointer, check));
  return {
    waivers: sound.map(({ entry, pointer }) => ({ ...entry, place: placeAt(json, pointer) })),
    pointers: sound.map(({ pointer }) => pointer),
    faults: [...(error === undefined ? [] : schemaFaults(json, error)), ...faults],
  };
}

function rawWaivers({ value }: JsonFile): readonly unknown[] {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'waivers') : undefined;
  return Array.isArray(list) ? list : [];
}

type Entry = z.infer<typeof WaiverEntry>;

function entryFaults(entry: Entry, json: JsonFile, pointer: string, check: WaiverCheck): readonly Fault[] {
  const { rule, match, fingerprint } = entry;
  const fault = (member: string, message: string) => faultAt(json, `${pointer}${member}`, message);
  const known =
    rule === undefined || rule === '*' || findRule(check.rules, rule) !== undefined || check.mayBeRule?.(rule);
  const tooLong = check.asOf === undefined ? undefined : termFault(entry, { ...check, asOf: check.asOf });
  return [
    ...(known ? [] : [fault('/rule', unknownRule(check.rules, rule))]),
    ...(match === undefined && fingerprint === undefined
      ? [fault('', 'expected "match" or "fingerprint": a waiver says what it accepts')]
      : []),
    ...(match !== undefined && isEmpty(match) ? [fault('/match', emptyMatch)] : []),
    ...(match !== undefined && fingerprint !== undefined
      ? [fault('/match', '"match" and "fingerprint" are two ways to say it: keep one')]
      : []),
    ...(fingerprint === undefined && rule === undefined
      ? [fault('', 'expected "rule": the id or name of one, or "*" for every rule')]
      : []),
    ...(tooLong === undefined ? [] : [fault('/expires', tooLong)]),
  ];
}

/** A waiver that ends within so many days is said to expire. */
export const expiringDays = 14;

const dayMilliseconds = 86_400_000;

/** Days from the day of `asOf` to that day. */
export const daysUntil = (day: string, asOf: string): number =>
  Math.round((Date.parse(day) - Date.parse(asOf.slice(0, 10))) / dayMilliseconds);

type Term = { readonly asOf: string; readonly maxDays: number | undefined };

export function termFault({ expires }: { readonly expires: string }, { asOf, maxDays }: Term): string | undefined {
  if (maxDays === undefined || daysUntil(expires, asOf) <= maxDays) return undefined;
  const last = new Date(Date.parse(asOf.slice(0, 10)) + maxDays * dayMilliseconds).toISOString().slice(0, 10);
  return `"maxWaiverDays" of the config allows ${maxDays} days: expected ${last} or earlier`;
}

/** Throws for all waivers that run longer than the config allows, from the moment that is judged for. */
export function requireTerms(waivers: readonly Waiver[], term: Term): void {
  const faults = waivers.flatMap(({ place: { file, region }, ...waiver }) => {
    const message = termFault(waiver, term);
    return message === undefined ? [] : [{ file, line: region.startLine, column: region.startColumn, message }];
  });
  if (faults.length > 0) throw faultsError(faults);
}
