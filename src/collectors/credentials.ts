import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type ClientSettings, clientConfig } from './clients.ts';

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

type AssumeOptions = {
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

async function assume(role: Role, { settings, region, base, actions, called }: AssumeOptions): Promise<Credentials> {
  const sts = new STSClient({ ...clientConfig(settings, region), credentials: base });
  called('AssumeRole');
  try {
    const { Credentials: given } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: role.arn,
        RoleSessionName: 'backuplint',
        ExternalId: role.externalId,
        Policy: sessionPolicy(actions),
      }),
    );
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

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** A session policy may have 2,048 characters: a longer one is left out, since the role alone decides then. */
function sessionPolicy(actions: readonly string[]): string | undefined {
  if (actions.length === 0) return undefined;
  const statement = { Effect: 'Allow', Action: actions, Resource: '*' };
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return policy.length > 2048 ? undefined : policy;
}

const early = 5 * 60_000;

/** Asked by many Regions at once, answered once; a failure is kept as well, since it would only be the same again. */
function remembered(make: Provider, now: () => number): Provider {
  let last: Promise<Credentials> | undefined;
  let ends = Number.NEGATIVE_INFINITY;
  return () => {
    if (last === undefined || ends - early <= now()) {
      ends = Number.POSITIVE_INFINITY;
      last = make().then((made) => {
        ends = made.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
        return made;
      });
    }
    return last;
  };
}

/** The account that credentials belong to; needs no permission. */
export async function callerAccount(settings: ClientSettings, region: string, base: Provider): Promise<string> {
  const sts = new STSClient({ ...clientConfig(settings, region), credentials: base });
  try {
    const { Account } = await sts.send(new GetCallerIdentityCommand({}));
    if (Account === undefined) throw new Error('GetCallerIdentity named no account');
    return Account;
  } finally {
    sts.destroy();
  }
}
