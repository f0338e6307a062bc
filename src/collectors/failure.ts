import type { CoverageStatus, ReadError } from '../inventory/record.ts';

/** How a reading ended that did not end well, as its coverage line says it. */
export type Failure = { readonly status: Exclude<CoverageStatus, 'ok'>; readonly error: ReadError };

/** An answer that is no answer to what was asked: never to be taken for an empty list. */
export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer';
}

/** A list that does not come to its end. */
export class EndlessList extends Error {
  override readonly name = 'EndlessList';
}

/** AWS's answers carry modeled and unmodeled names alike, so names tell what happened, not classes. */
const throttling = /^(Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown|BandwidthLimitExceeded)/;
const denial = /^(AccessDenied|Unauthorized|NotAuthorized|AuthorizationError|Forbidden)/;
/** The credentials are at fault, or the Region is not enabled for the account: AWS says the same of both. */
const badCredentials =
  /^(ExpiredToken|InvalidClientTokenId|UnrecognizedClient|InvalidSignature|SignatureDoesNotMatch|MissingAuthenticationToken|IncompleteSignature|RequestExpired|CredentialsProviderError|InvalidAccessKeyId)/;
const notThere = /^(OptInRequired|SubscriptionRequired|UnknownOperation)/;

export function failureOf(error: unknown): Failure {
  const name = nameOf(error);
  return { status: statusOf(name, error), error: { name, message: messageOf(error) } };
}

function statusOf(name: string, error: unknown): Failure['status'] {
  if (throttling.test(name) || httpStatus(error) === 429) return 'throttled';
  if (notThere.test(name)) return 'notAvailable';
  if (denial.test(name)) return 'denied';
  return 'failed';
}

export const isBadCredentials = (error: unknown): boolean => badCredentials.test(nameOf(error));
export const mayBeDisabledRegion = (error: unknown): boolean =>
  /^(UnrecognizedClient|InvalidClientTokenId|AuthFailure)/.test(nameOf(error));

/** Names that say less than the system's code does; the SDK calls a connection that breaks a timeout. */
const general = ['', 'Error', 'AggregateError', 'TimeoutError'];

/** The name AWS or the system gives: `AccessDeniedException`, `ECONNREFUSED`. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return general.includes(error.name) ? (code ?? (error.name || 'Error')) : error.name;
}

const longest = 500;

/** AWS's own words, on one line: some proxies answer with a page. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? wordsOf(error) : String(error);
  const line = text.replaceAll(/\s+/g, ' ').trim();
  // A cut may leave half a character.
  return line.length > longest ? `${line.slice(0, longest).replace(/\p{Cs}$/u, '')}…` : line;
}

/** What the SDK adds to the error where an answer is not what it should be: of use to programs alone. */
const forPrograms = /\s*Deserialization error: to see the raw response,.*$/s;

/** Of an answer that is none, and of one without words, the status tells whether AWS or something before it spoke. */
function wordsOf(error: Error): string {
  const words = error.message.replace(forPrograms, '');
  const status = httpStatus(error);
  if (status === undefined || words === '') return words || nameOf(error);
  if (words === 'UnknownError') return `HTTP status ${status}, without a word`;
  return words === error.message ? words : `HTTP status ${status}: ${words}`;
}

function httpStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined;
  const metadata: unknown = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

/** Of several the worst, so that a line for all of them promises nothing. */
const worstFirst: readonly CoverageStatus[] = ['denied', 'throttled', 'failed', 'cutOff', 'notAvailable'];
export const worst = (failures: readonly Failure[]): Failure | undefined =>
  [...failures].sort((a, b) => worstFirst.indexOf(a.status) - worstFirst.indexOf(b.status))[0];
