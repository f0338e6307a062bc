import { UsageError } from '../errors.ts';
import { badCredentials, type Caller, CallerUntold, callerOf, usableCredentials } from './caller.ts';
import type { ClientSettings } from './clients.ts';
import { assumedRole, type Provider, roleArn } from './credentials.ts';
import { type Failure, failureOf, isBadCredentials, messageOf, nameOf } from './failure.ts';
import { organizationAccounts } from './organization.ts';
import { enabledRegions, type RegionStates, regionStates } from './regions.ts';
import type { Limits } from './within-time.ts';

/** An account to read, as the user names it; what is undefined is as for all. */
export type NamedAccount = {
  readonly accountId: string;
  readonly regions: readonly string[] | 'all' | undefined;
  /** The ARN of its role. */
  readonly role: string | undefined;
  readonly externalId: string | undefined;
};

/** Whom to read, and where. */
export type Who = {
  /** Undefined: the caller's own. */
  readonly accounts: readonly NamedAccount[] | 'organization' | undefined;
  readonly regions: readonly string[] | 'all';
  readonly roleName: string | undefined;
  readonly externalId: string | undefined;
  readonly profile: string | undefined;
};

/** An account with what it takes to read it, or why it cannot be read. */
export type Account = {
  readonly accountId: string;
  readonly regions: readonly string[];
  readonly credentials: Provider;
  readonly failure: Failure | undefined;
  /** How its Regions stand; asked once. */
  readonly regionStates: () => Promise<RegionStates>;
  readonly firstVaults?: { readonly region: string; readonly answer: object };
};

export type AccountOptions = Limits & {
  readonly who: Who;
  readonly settings: ClientSettings;
  /** For calls that belong to no Region. */
  readonly home: string;
  readonly base: Provider;
  /** Actions that an assumed role is kept to. */
  readonly actions: readonly string[];
  readonly readsVaults: boolean;
  readonly now: () => number;
  readonly called: (operation: string) => void;
  readonly limit: <Value>(call: () => Promise<Value>) => Promise<Value>;
};

export async function accountsOf(options: AccountOptions): Promise<readonly Account[]> {
  const { accounts } = options.who;
  if (accounts === undefined) return [await ownAccount(undefined, options)];
  const [only] = accounts;
  if (accounts !== 'organization' && accounts.length === 1 && typeof only === 'object' && !hasRole(only, options.who)) {
    return [await ownAccount(only, options)];
  }
  const named = accounts === 'organization' ? await members(options) : accounts;
  const caller = await callerId(options);
  return Promise.all(named.map((each) => options.limit(() => otherAccount(each, caller, options))));
}

const hasRole = ({ role }: NamedAccount, { roleName }: Who): boolean => (role ?? roleName) !== undefined;

/** The caller's: where the user names it, it must be that one. */
async function ownAccount(named: NamedAccount | undefined, options: AccountOptions): Promise<Account> {
  const { base, who, home } = options;
  const regions = named?.regions ?? who.regions;
  const region = regions === 'all' ? home : (regions[0] ?? home);
  const asked = callerOf({ ...options, region, profile: who.profile });
  const { accountId, firstVaults: answer } = await (named === undefined ? asked : confirmed(named, asked));
  const account = await withRegions({ accountId, credentials: base, states: statesOf(base, options), regions });
  if (account.failure !== undefined) throw regionsUnknown(account.failure);
  return answer === undefined ? account : { ...account, firstVaults: { region, answer } };
}

/** Where nobody tells whose the credentials are, the user's word counts. */
async function confirmed({ accountId }: NamedAccount, asked: Promise<Caller>): Promise<Caller> {
  const caller = await orUntold(asked);
  if (caller === undefined) return { accountId };
  if (caller.accountId === accountId) return caller;
  throw new UsageError(
    `the credentials are of account ${caller.accountId}, not ${accountId}: give --role-name to read it through a role`,
  );
}

async function orUntold(asked: Promise<Caller>): Promise<Caller | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof CallerUntold) return undefined;
    throw error;
  }
}

const regionsUnknown = ({ error }: Failure): UsageError =>
  new UsageError(
    `cannot list the Regions of the account (account:ListRegions: ${error.name}: ${error.message}); grant it, or name Regions with --region`,
  );

async function members(options: AccountOptions): Promise<readonly NamedAccount[]> {
  const { settings, home, base, who, called } = options;
  await usableCredentials({ base, profile: who.profile });
  called('ListAccounts');
  try {
    const ids = await organizationAccounts(settings, home, base, options);
    if (ids.length === 0) throw new UsageError(`the organization has no active account; ${otherwise}`);
    return ids.map((accountId) => ({ accountId, regions: undefined, role: undefined, externalId: undefined }));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (isBadCredentials(error)) throw badCredentials(error, who);
    const reason = `organizations:ListAccounts: ${nameOf(error)}: ${messageOf(error)}`;
    const may = 'the management account and delegated administrators may';
    throw new UsageError(`cannot list the accounts of the organization (${reason}); ${may}; ${otherwise}`);
  }
}

const otherwise = 'else give --account or --accounts-file';

/** The caller needs no role in its own account; whoever cannot be told is not there. */
async function callerId(options: AccountOptions): Promise<string | undefined> {
  const asked = callerOf({ ...options, region: options.home, profile: options.who.profile, readsVaults: false });
  return (await orUntold(asked))?.accountId;
}

async function otherAccount(
  { accountId, regions: named, role, externalId }: NamedAccount,
  caller: string | undefined,
  options: AccountOptions,
): Promise<Account> {
  const regions = named ?? options.who.regions;
  const credentials = accountId === caller ? options.base : roleCredentials({ accountId, role, externalId }, options);
  const states = statesOf(credentials, options);
  try {
    await credentials();
  } catch (error) {
    const known = regions === 'all' ? [options.home] : regions;
    return { accountId, regions: known, credentials, failure: unreadable(error), regionStates: states };
  }
  const account = await withRegions({ accountId, credentials, states, regions });
  return account.regions.length === 0 ? { ...account, regions: [options.home] } : account;
}

type RoleWish = Pick<NamedAccount, 'accountId' | 'role' | 'externalId'>;

function roleCredentials({ accountId, role, externalId }: RoleWish, options: AccountOptions): Provider {
  const { who, home, actions } = options;
  const arn = role ?? roleArn(accountId, who.roleName ?? '', home);
  return assumedRole(
    { arn, accountId, externalId: externalId ?? who.externalId },
    { ...options, region: home, actions: [...actions, 'account:ListRegions'] },
  );
}

function statesOf(credentials: Provider, options: AccountOptions): Account['regionStates'] {
  const { settings, home, called } = options;
  let states: Promise<RegionStates> | undefined;
  return () => {
    if (states === undefined) {
      called('ListRegions');
      states = regionStates(settings, home, credentials, options);
    }
    return states;
  };
}

type WithRegions = Pick<Account, 'accountId' | 'credentials'> & {
  readonly states: Account['regionStates'];
  readonly regions: readonly string[] | 'all';
};

async function withRegions({ accountId, credentials, states, regions }: WithRegions): Promise<Account> {
  const account = { accountId, credentials, failure: undefined, regionStates: states };
  if (regions !== 'all') return { ...account, regions };
  try {
    return { ...account, regions: enabledRegions(await states()) };
  } catch (error) {
    return { ...account, regions: [], failure: unreadable(error) };
  }
}

/** Whatever AWS says, an account that cannot be read is one that nobody looked into. */
function unreadable(error: unknown): Failure {
  const failure = failureOf(error);
  return failure.status === 'notAvailable' ? { ...failure, status: 'failed' } : failure;
}
