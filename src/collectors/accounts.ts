import { UsageError } from '../errors.ts';
import { badCredentials, type Caller, callerOf, usableCredentials } from './caller.ts';
import type { ClientSettings } from './clients.ts';
import { assumedRole, type Provider, roleArn } from './credentials.ts';
import { type Failure, failureOf, isBadCredentials, messageOf, nameOf } from './failure.ts';
import { organizationAccounts } from './organization.ts';
import { enabledRegions, type RegionStates, regionStates } from './regions.ts';

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

export type AccountOptions = {
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
  if (accounts === undefined) return [await ownAccount(options)];
  const [only] = accounts;
  if (accounts !== 'organization' && accounts.length === 1 && typeof only === 'object' && !hasRole(only, options.who)) {
    return [await namedOwnAccount(only, options)];
  }
  const named = accounts === 'organization' ? await members(options) : accounts;
  const caller = await callerId(options);
  return Promise.all(named.map((each) => options.limit(() => otherAccount(each, caller, options))));
}

const hasRole = ({ role }: NamedAccount, { roleName }: Who): boolean => (role ?? roleName) !== undefined;

async function ownAccount(options: AccountOptions): Promise<Account> {
  const { base, who, home } = options;
  const states = statesOf(base, options);
  const region = who.regions === 'all' ? home : (who.regions[0] ?? home);
  const caller: Caller = await callerOf({ ...options, region, profile: who.profile });
  const account = await withRegions({ ...caller, credentials: base, states, regions: who.regions });
  if (account.failure !== undefined) throw regionsUnknown(account.failure);
  const { firstVaults: answer } = caller;
  return answer === undefined ? account : { ...account, firstVaults: { region, answer } };
}

/** A single account that needs no role is the caller's. */
async function namedOwnAccount(named: NamedAccount, options: AccountOptions): Promise<Account> {
  const { accountId } = await usableCredentials({ ...options, profile: options.who.profile });
  if (accountId !== undefined && accountId !== named.accountId) {
    throw new UsageError(
      `the credentials are of account ${accountId}, not ${named.accountId}: give --role-name to read it through a role`,
    );
  }
  const regions = named.regions ?? options.who.regions;
  const states = statesOf(options.base, options);
  const account = await withRegions({ accountId: named.accountId, credentials: options.base, states, regions });
  if (account.failure !== undefined) throw regionsUnknown(account.failure);
  return account;
}

const regionsUnknown = ({ error }: Failure): UsageError =>
  new UsageError(
    `cannot list the Regions of the account (account:ListRegions: ${error.name}: ${error.message}); grant it, or name Regions with --region`,
  );

async function members({ settings, home, base, who, called }: AccountOptions): Promise<readonly NamedAccount[]> {
  await usableCredentials({ base, profile: who.profile });
  called('ListAccounts');
  try {
    const ids = await organizationAccounts(settings, home, base);
    return ids.map((accountId) => ({ accountId, regions: undefined, role: undefined, externalId: undefined }));
  } catch (error) {
    if (isBadCredentials(error)) throw badCredentials(error, who);
    const reason = `organizations:ListAccounts: ${nameOf(error)}: ${messageOf(error)}`;
    const advice = 'the management account and delegated administrators may; else give --account or --accounts-file';
    throw new UsageError(`cannot list the accounts of the organization (${reason}); ${advice}`);
  }
}

/** The caller needs no role in its own account; whoever cannot be told is not there. */
async function callerId(options: AccountOptions): Promise<string | undefined> {
  const profile = options.who.profile;
  const { accountId } = await usableCredentials({ ...options, profile });
  if (accountId !== undefined) return accountId;
  try {
    const caller = await callerOf({ ...options, region: options.home, profile, readsVaults: false });
    return caller.accountId;
  } catch {
    return undefined;
  }
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
  const { who, home, settings, base, actions, now, called } = options;
  const arn = role ?? roleArn(accountId, who.roleName ?? '', home);
  return assumedRole(
    { arn, accountId, externalId: externalId ?? who.externalId },
    { settings, region: home, base, actions: [...actions, 'account:ListRegions'], now, called },
  );
}

function statesOf(credentials: Provider, { settings, home, called }: AccountOptions): Account['regionStates'] {
  let states: Promise<RegionStates> | undefined;
  return () => {
    if (states === undefined) {
      called('ListRegions');
      states = regionStates(settings, home, credentials);
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
