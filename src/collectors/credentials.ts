import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { partitionOf } from '../inventory/scope.ts';
import { type ClientSettings, clientConfig } from './clients.ts';
import { type Limits, withinTime } from './within-time.ts';

/** Credentials as the SDK's clients take them; `accountId` where their source names it. */
export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
  readonly accountId?: string;
};
export type Provider = () => Promise<Credentials>;

/** The SDK's own chain: environment, SSO, profiles, web identity, containers, instances. */
export function baseCredentials(settings: ClientSettings, region: string): Provider {
  const { credentials } = new STSClient(clientConfig(settings, region)).config;
  return async () => {
    const { accessKeyId, secretAccessKey, sessionToken, expiration, accountId } = await credentials();
    return {
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
      ...(expiration === undefined ? {} : { expiration }),
      ...(accountId === undefined ? {} : { accountId }),
    };
  };
}

export type Role = { readonly arn: string; readonly accountId: string; readonly externalId: string | undefined };

type AssumeOptions = Limits & {
  readonly settings: ClientSettings;
  readonly region: string;
  readonly base: Provider;
  /** Actions that the session is kept to, whatever else the role may do. */
  readonly actions: readonly string[];
  readonly now: () => number;
  readonly called: (operation: string) => void;
};

/** A role's credentials, assumed once for all its Regions and again shortly before they end. */
export function assumedRole(role: Role, options: AssumeOptions): Provider {
  return remembered(() => assume(role, options), options.now);
}

async function assume(role: Role, options: AssumeOptions): Promise<Credentials> {
  const { settings, region, base, actions, called } = options;
  const sts = new STSClient({ ...clientConfig(settings, region), credentials: base });
  called('AssumeRole');
  try {
    const command = new AssumeRoleCommand({
      RoleArn: role.arn,
      RoleSessionName: 'backuplint',
      ExternalId: role.externalId,
      Policy: sessionPolicy(actions),
    });
    const { Credentials: given } = await withinTime(options, (abortSignal) => sts.send(command, { abortSignal }));
    const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken, Expiration } = given ?? {};
    if (accessKeyId === undefined || secretAccessKey === undefined) throw new Error('AssumeRole gave no credentials');
    return {
      accessKeyId,
      secretAccessKey,
      accountId: role.accountId,
      ...(SessionToken === undefined ? {} : { sessionToken: SessionToken }),
      ...(Expiration === undefined ? {} : { expiration: Expiration }),
    };
  } finally {
    sts.destroy();
  }
}

export const roleArn = (accountId: string, roleName: string, region: string): string =>
  `arn:${partitionOf(region)}:iam::${accountId}:role/${roleName}`;

/** A session policy may have 2,048 characters: a longer one is left out, since the role alone decides then. */
function sessionPolicy(actions: readonly string[]): string | undefined {
  if (actions.length === 0) return undefined;
  const statement = { Effect: 'Allow', Action: actions, Resource: '*' };
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return policy.length > 2048 ? undefined : policy;
}

/** ms before their end at which credentials are renewed, and between two tries at it. */
const early = 5 * 60_000;
const pause = 60_000;

/** Asked by many Regions at once, answered once. What cannot be renewed holds to its end; a failure is told for a while. */
function remembered(make: Provider, now: () => number): Provider {
  let held: Credentials | undefined;
  let last: Promise<Credentials> | undefined;
  let renewal = Number.NEGATIVE_INFINITY;
  const renewed = async () => {
    renewal = Number.POSITIVE_INFINITY;
    try {
      held = await make();
      renewal = endOf(held) - early;
      return held;
    } catch (error) {
      renewal = now() + pause;
      if (held === undefined || endOf(held) <= now()) throw error;
      return held;
    }
  };
  return () => {
    if (last === undefined || renewal <= now()) last = renewed();
    return last;
  };
}

const endOf = ({ expiration }: Credentials): number => expiration?.getTime() ?? Number.POSITIVE_INFINITY;

type CallerAsked = { readonly settings: ClientSettings; readonly home: string; readonly base: Provider };

/** The account that credentials belong to; needs no permission. */
export async function callerAccount(options: Limits & CallerAsked): Promise<string> {
  const sts = new STSClient({ ...clientConfig(options.settings, options.home), credentials: options.base });
  try {
    const { Account } = await withinTime(options, (abortSignal) =>
      sts.send(new GetCallerIdentityCommand({}), { abortSignal }),
    );
    if (Account === undefined) throw new Error('GetCallerIdentity named no account');
    return Account;
  } finally {
    sts.destroy();
  }
}
