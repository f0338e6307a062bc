import { createHmac } from 'node:crypto';
import { UsageError } from '../errors.ts';
import { hashOf, withoutLongNumber } from '../hash.ts';
import type { Finding, Result } from '../result.ts';
import { accountsIn, type RedactionKeys, type Redactor, redactorOf, requireApart, requireNames } from './redactor.ts';

/** What the fingerprint of a finding is made of; undefined where only its hash is left. */
export type GroupOf = (finding: Finding) => string | undefined;

/** The redactor of a result: it knows the accounts that the result speaks of, and the fingerprints that waivers name. */
export function resultRedactor(result: Result, keys: RedactionKeys, groupOf: GroupOf): Redactor {
  const plain = redactorOf(keys, accountsOf(result));
  const hidden = hiddenFingerprints(result, plain, groupOf);
  if (hidden.size === 0) return plain;
  const hide = (text: string) => [...hidden].reduce((left, [print, shown]) => left.replaceAll(print, shown), text);
  return { ...plain, redact: (text) => plain.redact(hide(text)) };
}

/** What each fingerprint that a waiver names becomes; one that a redacted report shows stays. */
function hiddenFingerprints(
  { findings, waivers = [] }: Result,
  redactor: Redactor,
  groupOf: GroupOf,
): ReadonlyMap<string, string> {
  const named = new Set(waivers.flatMap(({ fingerprint }) => fingerprint ?? []));
  if (named.size === 0) return new Map();
  const shown = new Map(findings.map((finding) => [finding.fingerprint, shownFingerprint(finding, redactor, groupOf)]));
  const known = new Set(shown.values());
  const old = [...named].filter((print) => !known.has(print));
  return new Map(old.map((print) => [print, shown.get(print) ?? keyed(print, redactor) ?? '[fingerprint]']));
}

function* accountsOf({ scopes, gaps, findings, overview }: Result): Iterable<string> {
  for (const { accountId } of [...scopes, ...gaps]) yield accountId;
  for (const { accountId } of overview?.cells ?? []) if (accountId !== 'unknown') yield accountId;
  for (const { target } of findings) if (target.accountId !== undefined) yield target.accountId;
  for (const finding of findings) yield* accountsInside(finding);
}

function* accountsInside(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield* accountsIn(value);
  else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) yield* accountsInside(member);
  }
}

/** The result without an account id in it, in fingerprints neither. Throws where an account has no name. */
export function redactedResult(result: Result, redactor: Redactor, groupOf: GroupOf): Result {
  const findings = result.findings.map((finding) => ({
    ...redactedValue(finding, redactor.redact),
    fingerprint: shownFingerprint(finding, redactor, groupOf),
  }));
  const { findings: _, ...rest } = result;
  const redacted = { ...redactedValue(rest, redactor.redact), redacted: redactor.mark, findings };
  requireNames(redactor);
  if (redactor.key === undefined)
    requireApart(result.findings.map((finding) => redactor.redact(groupOf(finding) ?? '')));
  return redacted;
}

/**
 * The same of a result that was written with account ids. Of a fingerprint only its hash is left there, so names alone cannot
 * make it anew. One that was redacted stays as it is.
 */
export function redactedEarlier(result: Result, keys: RedactionKeys): Result {
  if (result.redacted !== undefined) return result;
  if (keys.key === undefined) {
    throw new UsageError(
      '--redact of a result takes a secret in BACKUPLINT_REDACT_KEY, since fingerprints are hashes over account ids; or give --redact to the scan',
    );
  }
  return redactedResult(result, resultRedactor(result, keys, noGroup), noGroup);
}

export const noGroup: GroupOf = () => undefined;

/** Plain data with every text in it redacted, names of members too. Functions stay as they are. */
export function redactedValue<Value>(value: Value, redact: Redactor['redact']): Value;
export function redactedValue(value: unknown, redact: Redactor['redact']): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactedValue(item, redact));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [redact(name), redactedValue(member, redact)]),
  );
}

/**
 * A fingerprint is a hash over an ARN: whoever guesses the ARN but for the account could try all account ids. With a key it
 * is the keyed hash of itself, else it is made of the redacted group.
 */
export function shownFingerprint(finding: Finding, redactor: Redactor, groupOf: GroupOf): string {
  const { fingerprint, ruleId } = finding;
  const shown = keyed(fingerprint, redactor);
  if (shown !== undefined) return shown;
  const group = groupOf(finding);
  if (group === undefined) throw new Error('a fingerprint that cannot be redacted');
  return hashOf('v1', ruleId, redactor.redact(group));
}

const keyed = (fingerprint: string, { key }: Redactor): string | undefined =>
  key === undefined
    ? undefined
    : withoutLongNumber(createHmac('sha256', key).update(`fingerprint\n${fingerprint}`).digest('hex').slice(0, 32));
