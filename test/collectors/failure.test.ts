import { BackupServiceException } from '@aws-sdk/client-backup';
import { describe, expect, test } from 'vitest';
import {
  EndlessList,
  type Failure,
  failureOf,
  isBadCredentials,
  MalformedAnswer,
  mayBeDisabledRegion,
  messageOf,
  nameOf,
  worst,
} from '../../src/collectors/failure.ts';

/** An error as the SDK throws it. */
const awsError = (name: string, httpStatusCode = 400, message = 'no'): Error =>
  new BackupServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode } });

const systemError = (name: string, code: string): Error =>
  Object.assign(new Error('it broke'), { name, code, syscall: 'connect' });

describe('what a coverage line says of an error', () => {
  test.each<[status: Failure['status'], name: string, error: unknown]>([
    ['denied', 'AccessDeniedException', awsError('AccessDeniedException', 403)],
    ['denied', 'AccessDenied', awsError('AccessDenied', 403)],
    ['denied', 'UnauthorizedOperation', awsError('UnauthorizedOperation', 403)],
    ['denied', 'NotAuthorized', awsError('NotAuthorized', 400)],
    ['denied', 'ForbiddenException', awsError('ForbiddenException', 403)],
    ['throttled', 'ThrottlingException', awsError('ThrottlingException', 400)],
    ['throttled', 'Throttling', awsError('Throttling', 400)],
    ['throttled', 'ThrottledException', awsError('ThrottledException', 400)],
    ['throttled', 'TooManyRequestsException', awsError('TooManyRequestsException', 429)],
    ['throttled', 'RequestLimitExceeded', awsError('RequestLimitExceeded', 503)],
    ['throttled', 'SlowDown', awsError('SlowDown', 503)],
    ['throttled', 'Unknown', awsError('Unknown', 429)],
    ['notAvailable', 'OptInRequired', awsError('OptInRequired', 403)],
    ['notAvailable', 'SubscriptionRequiredException', awsError('SubscriptionRequiredException', 400)],
    ['notAvailable', 'UnknownOperationException', awsError('UnknownOperationException', 404)],
    ['failed', 'ResourceNotFoundException', awsError('ResourceNotFoundException', 400)],
    ['failed', 'InvalidParameterValueException', awsError('InvalidParameterValueException', 400)],
    ['failed', 'ServiceUnavailableException', awsError('ServiceUnavailableException', 503)],
    ['failed', 'InternalFailure', awsError('InternalFailure', 500)],
    ['failed', 'UnrecognizedClientException', awsError('UnrecognizedClientException', 403)],
    ['failed', 'ExpiredTokenException', awsError('ExpiredTokenException', 403)],
    ['failed', 'MalformedAnswer', new MalformedAnswer('no')],
    ['failed', 'EndlessList', new EndlessList('no')],
    ['failed', 'SyntaxError', new SyntaxError('Unexpected token <')],
    ['failed', 'ECONNREFUSED', systemError('Error', 'ECONNREFUSED')],
    ['failed', 'ENOTFOUND', systemError('AggregateError', 'ENOTFOUND')],
    ['failed', 'ECONNRESET', systemError('TimeoutError', 'ECONNRESET')],
    ['failed', 'TimeoutError', Object.assign(new Error('no answer'), { name: 'TimeoutError' })],
    ['failed', 'Error', new Error('no')],
    ['failed', 'Error', Object.assign(new Error('no'), { name: '' })],
    ['failed', 'Error', 'thrown text'],
    ['failed', 'Error', undefined],
  ])('%s %s', (status, name, error) => {
    expect(failureOf(error)).toEqual({ status, error: { name, message: expect.stringMatching(/./) } });
  });

  test('an HTTP status that is no number, or missing, is none', () => {
    expect(failureOf(Object.assign(new Error('no'), { $metadata: { httpStatusCode: '429' } })).status).toBe('failed');
    expect(failureOf(Object.assign(new Error('no'), { $metadata: null })).status).toBe('failed');
  });
});

/** As the SDK throws it where a proxy answers. */
const unreadable = Object.assign(
  new SyntaxError(
    'Unexpected token <\n  Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.',
  ),
  { $metadata: { httpStatusCode: 502 } },
);

describe('its message is on one line, and no page', () => {
  test.each<[what: string, error: unknown, message: string]>([
    ['AWS’s own words', awsError('AccessDenied', 403, 'not you'), 'not you'],
    ['line breaks and tabs', new Error('  one\r\n\ttwo\u2028three\n'), 'one two three'],
    ['none: the name', awsError('UnknownError', 500, ''), 'UnknownError'],
    ['none, as the SDK says it', awsError('AccessDenied', 403, 'UnknownError'), 'HTTP status 403, without a word'],
    ['of an answer that is none', unreadable, 'HTTP status 502: Unexpected token <'],
    ['no error', 'thrown text', 'thrown text'],
    ['nothing', undefined, 'undefined'],
    ['500 characters', new Error('x'.repeat(500)), 'x'.repeat(500)],
    ['a page', new Error('<p>\n'.repeat(1000)), `${'<p> '.repeat(125)}…`],
  ])('%s', (_, error, message) => {
    expect(messageOf(error)).toBe(message);
  });

  test('a character that does not fit is not cut in two', () => {
    expect(messageOf(new Error(`${'x'.repeat(499)}🗄🗄`))).toBe(`${'x'.repeat(499)}…`);
    expect(messageOf(new Error(`${'x'.repeat(498)}🗄🗄`))).toBe(`${'x'.repeat(498)}🗄…`);
  });
});

test.each<[name: string, isBad: boolean, mayBeDisabled: boolean]>([
  ['ExpiredToken', true, false],
  ['ExpiredTokenException', true, false],
  ['InvalidClientTokenId', true, true],
  ['UnrecognizedClientException', true, true],
  ['InvalidSignatureException', true, false],
  ['SignatureDoesNotMatch', true, false],
  ['CredentialsProviderError', true, false],
  ['AuthFailure', false, true],
  ['AccessDeniedException', false, false],
  ['OptInRequired', false, false],
  ['ThrottlingException', false, false],
])('%s: bad credentials %s, perhaps a Region turned off %s', (name, isBad, mayBeDisabled) => {
  const error = awsError(name, 403);
  expect([nameOf(error), isBadCredentials(error), mayBeDisabledRegion(error)]).toEqual([name, isBad, mayBeDisabled]);
});

test('of several failures the worst stands for all', () => {
  const failure = (status: Failure['status']): Failure => ({ status, error: { name: status, message: 'no' } });
  const all = (['notAvailable', 'cutOff', 'failed', 'throttled', 'denied'] as const).map(failure);
  expect(all.map((_, index) => worst(all.slice(0, index + 1))?.status)).toEqual([
    'notAvailable',
    'cutOff',
    'failed',
    'throttled',
    'denied',
  ]);
  expect(worst(all.toReversed())?.status).toBe('denied');
  expect(worst([])).toBeUndefined();
});
