import { createHash, createHmac } from 'node:crypto';
import { UsageError } from '../errors.ts';
import type { Finding, Result } from '../result.ts';
import { type RedactionKeys, type Redactor, redactorOf, requireNames } from './redactor.ts';

/** What the fingerprint of a finding is made of; undefined where only its hash is left. */
export type GroupOf = (finding: Finding) => string | undefined;

/** The redactor of a result: it knows the accounts that the result speaks of. */
export const resultRedactor = (result: Result, keys: RedactionKeys): Redactor => redactorOf(keys, accountsOf(result));

function* accountsOf({ scopes, gaps, findings, overview }: Result): Iterable<string> {
  for (const { accountId } of [...scopes, ...gaps]) yield accountId;
  for (const { accountId } of overview?.cells ?? []) if (accountId !== 'unknown') yield accountId;
  for (const { target } of findings) if (target.accountId !== undefined) yield target.accountId;
}

/** The result without an account id in it, in fingerprints neither. Throws where an account has no name. */
export function redactedResult(result: Result, redactor: Redactor, groupOf: GroupOf): Result {
  const findings = result.findings.map((finding) => ({
    ...redactedValue(finding, redactor.redact),
    fingerprint: redactedFingerprint(finding, redactor, groupOf),
  }));
  const { findings: _, ...rest } = result;
  const redacted = { ...redactedValue(rest, redactor.redact), findings };
  requireNames(redactor);
  return redacted;
}

/**
 * The same of a result that was written with account ids. Of a fingerprint only its hash is left there, so names alone cannot
 * make it anew. One that was redacted stays as it is.
 */
export function redactedEarlier(result: Result, keys: RedactionKeys): Result {
  const redactor = resultRedactor(result, keys);
  if (result.scopes.every(({ accountId }) => redactor.redact(accountId) === accountId)) return result;
  if (keys.key === undefined) {
    throw new UsageError(
      '--redact of a result takes a secret in BACKUPLINT_REDACT_KEY, since fingerprints are hashes over account ids; or give --redact to the scan',
    );
  }
  return redactedResult(result, redactor, () => undefined);
}

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
function redactedFingerprint(finding: Finding, { key, redact }: Redactor, groupOf: GroupOf): string {
  const { fingerprint, ruleId } = finding;
  const group = groupOf(finding);
  const first =
    key !== undefined
      ? createHmac('sha256', key).update(`fingerprint\n${fingerprint}`).digest('hex')
      : group === undefined
        ? undefined
        : sha256(`v1\n${ruleId}\n${redact(group)}`);
  if (first === undefined) throw new Error('a fingerprint that cannot be redacted');
  return withoutLongNumber(first.slice(0, 32));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Nothing that a search for account ids would find. */
function withoutLongNumber(hash: string): string {
  return /\d{12}/.test(hash) ? withoutLongNumber(sha256(hash).slice(0, 32)) : hash;
}
