import { arnTail, parseArn } from '../../src/arn.ts';
import { type TextAnswer, textAnswer, xmlText } from './answer.ts';
import { AwsError } from './aws-error.ts';
import { type Call, textParam } from './call.ts';
import type { Estate } from './estate.ts';
import type { Handlers } from './handler.ts';

type XmlFields = { readonly [name: string]: string };

const element = (name: string, inner: string): string => `<${name}>${inner}</${name}>`;
const elements = (fields: XmlFields): string =>
  Object.entries(fields)
    .map(([name, value]) => element(name, xmlText(value)))
    .join('');

const xmlAnswer = ({ operation }: Call, result: string): TextAnswer =>
  textAnswer(
    'sts',
    `<${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">` +
      `${element(`${operation}Result`, result)}</${operation}Response>`,
  );

function assumeRole(call: Call, estate: Estate): TextAnswer {
  const arn = requiredParam(call, 'RoleArn');
  const session = requiredParam(call, 'RoleSessionName');
  const accountId = parseArn(arn)?.accountId ?? '';
  const role = arnTail(arn);
  if (!isAssumable(call, estate, accountId, role)) throw denied(call, arn);
  const credentials = element('Credentials', elements(keysOf(accountId, role, session)));
  const user = {
    AssumedRoleId: `AROATEST:${session}`,
    Arn: `arn:aws:sts::${accountId}:assumed-role/${role}/${session}`,
  };
  return xmlAnswer(call, credentials + element('AssumedRoleUser', elements(user)));
}

function isAssumable(call: Call, { options, accounts }: Estate, accountId: string, name: string): boolean {
  if (options.roles === undefined) return accounts.includes(accountId);
  const role = options.roles.find((each) => each.accountId === accountId && each.name === name);
  return role !== undefined && (role.externalId === undefined || role.externalId === textParam(call, 'ExternalId'));
}

/** The keys tell the account, the session token the rest of who is calling. */
const keysOf = (accountId: string, role: string, session: string): XmlFields => ({
  AccessKeyId: `ASIA${accountId}TEST`,
  SecretAccessKey: 'not-a-secret',
  SessionToken: `${role}/${session}`,
  Expiration: new Date(Date.now() + 3_600_000).toISOString(),
});

function requiredParam(call: Call, name: string): string {
  const value = textParam(call, name);
  if (value) return value;
  throw new AwsError(
    'ValidationError',
    `Value null at '${name}' failed to satisfy constraint: Member must not be null`,
  );
}

const denied = ({ identity }: Call, role: string): AwsError =>
  new AwsError(
    'AccessDenied',
    `User: ${identity} is not authorized to perform: sts:AssumeRole on resource: ${role}`,
    403,
  );

export const stsHandlers: Handlers = {
  AssumeRole: assumeRole,
  GetCallerIdentity: (call) =>
    xmlAnswer(call, elements({ Arn: call.identity, UserId: 'AIDATEST', Account: call.accountId })),
};
