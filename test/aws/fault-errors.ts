import { AwsError, notFound } from './aws-error.ts';
import type { Call } from './call.ts';
import type { Misdeed } from './options.ts';

const prefixes: { readonly [service: string]: string } = { tagging: 'tag' };
const actionOf = ({ service, operation }: Call): string => `${prefixes[service] ?? service}:${operation}`;

function denied(call: Call, why: string): AwsError {
  const type = call.service === 'sts' ? 'AccessDenied' : 'AccessDeniedException';
  // JSON services (not the REST ones) answer 400 for every error of the client's.
  const status = call.service === 'organizations' || call.service === 'tagging' ? 400 : 403;
  return new AwsError(type, `User: ${call.identity} is not authorized to perform: ${actionOf(call)} ${why}`, status);
}

/** AWS Backup throttles with 400; some services, and its front door, with 429. */
export const throttled = ({ service }: Call, status = 400): AwsError =>
  new AwsError(service === 'sts' ? 'Throttling' : 'ThrottlingException', 'Rate exceeded', status);

/** The faults that are errors of AWS. */
export const faultErrors: { readonly [misdeed in Misdeed]?: (call: Call) => AwsError } = {
  deny: (call) => denied(call, `because no identity-based policy allows the ${actionOf(call)} action`),
  scp: (call) => denied(call, 'with an explicit deny in a service control policy'),
  throttle: (call) => throttled(call, 429),
  fail: () => new AwsError('InternalFailure', 'An internal error has occurred.', 500),
  notFound: ({ operation }) => notFound(`What ${operation} asks for`),
  optedOut: ({ service }) =>
    service === 'sts'
      ? new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403)
      : new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.', 403),
  expired: ({ service }) =>
    new AwsError(
      service === 'sts' ? 'ExpiredToken' : 'ExpiredTokenException',
      'The security token included in the request is expired',
      403,
    ),
};
