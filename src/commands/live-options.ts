import type { Config } from '../config/config-schema.ts';
import { UsageError } from '../errors.ts';
import { isAccountId, isRegion } from '../inventory/scope.ts';
import type { LiveOptions } from '../live-options.ts';
import { type Given, isOn, valueOfFlag, valuesOfFlag } from './given-flags.ts';
import { liveFilters } from './live-filters.ts';

/** The live flags, each parsed; where a flag is absent, `scope` of the config stands for it. */
export function liveOptions(given: Given, scope: Config['scope'] = {}): LiveOptions {
  const options: LiveOptions = {
    profile: valueOfFlag(given, 'profile'),
    regions: regionsOf(given, scope.regions),
    accounts: accountsOf(given, scope.accounts),
    roleName: roleNameOf(given, scope.roleName),
    externalId: checked(given, 'external-id', externalIdForm),
    org: isOn(given, 'org') ?? false,
    accountsFile: valueOfFlag(given, 'accounts-file'),
    filters: liveFilters(valuesOfFlag(given, 'filter') ?? []),
    concurrency: concurrencyOf(valueOfFlag(given, 'concurrency')),
    rateShare: rateShareOf(valueOfFlag(given, 'rate-share')),
  };
  requireRole(options);
  return options;
}

function regionsOf(given: Given, inConfig: readonly string[] | undefined): LiveOptions['regions'] {
  const flag = valuesOfFlag(given, 'region');
  const regions = flag ?? inConfig;
  if (regions === undefined || regions.length === 0) return undefined;
  const from = flag === undefined ? 'scope.regions of the config:' : '--region';
  if (regions.includes('all')) {
    if (regions.length === 1) return 'all';
    throw new UsageError(`${from} all: it stands for every Region, so name no other one beside it`);
  }
  const wrong = regions.find((region) => !isRegion(region));
  if (wrong === undefined) return regions;
  throw new UsageError(`${from} ${wrong}: expected a Region such as eu-west-1, or all`);
}

function accountsOf(given: Given, inConfig: readonly string[] | undefined): LiveOptions['accounts'] {
  const sources = (['account', 'org', 'accounts-file'] as const).filter((name) => given.has(name));
  const [one, another] = sources;
  if (another !== undefined) {
    throw new UsageError(`give --${one} or --${another}, not both: each says whose backups to read`);
  }
  if (one !== undefined && one !== 'account') return undefined;
  const accounts = valuesOfFlag(given, 'account') ?? inConfig;
  const wrong = accounts?.find((id) => !isAccountId(id));
  if (wrong !== undefined) throw new UsageError(`--account ${wrong}: expected an account id: 12 digits`);
  return accounts?.length === 0 ? undefined : accounts;
}

type Form = { readonly pattern: RegExp; readonly expected: string };

/** IAM: a path, if any, and 1 to 64 letters, digits or `+=,.@_-`. */
const roleNameForm: Form = {
  pattern: /^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
  expected: 'the name of an IAM role, e.g. backuplint-read (not its ARN: it is the same in each account)',
};
/** STS, AssumeRole: ExternalId. */
const externalIdForm: Form = {
  pattern: /^[\w+=,.@:/-]{2,1224}$/,
  expected: '2 to 1224 letters, digits or any of +=,.@:/_-',
};

function checked(given: Given, name: 'role-name' | 'external-id', { pattern, expected }: Form): string | undefined {
  const value = valueOfFlag(given, name);
  if (value === undefined || pattern.test(value)) return value;
  throw new UsageError(`--${name} ${value}: expected ${expected}`);
}

function roleNameOf(given: Given, inConfig: string | undefined): string | undefined {
  const flag = checked(given, 'role-name', roleNameForm);
  if (flag !== undefined || inConfig === undefined || roleNameForm.pattern.test(inConfig)) return flag ?? inConfig;
  throw new UsageError(`scope.roleName of the config: ${inConfig}: expected ${roleNameForm.expected}`);
}

function concurrencyOf(text = '8'): number {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= 256) return count;
  throw new UsageError(`--concurrency ${text}: expected a whole number from 1 to 256`);
}

/** With less, calls would wait for their turn longer than one call may take. */
const leastRateShare = 0.02;

function rateShareOf(text = '0.8'): number {
  const share = /^\d*\.?\d+$/.test(text) ? Number(text) : 0;
  if (share >= leastRateShare && share <= 1) return share;
  throw new UsageError(`--rate-share ${text}: expected a number from ${leastRateShare} to 1, e.g. 0.5`);
}

/** Other accounts are read through a role. An accounts file may name one for each; a single account may be the caller's. */
function requireRole({ roleName, externalId, org, accountsFile, accounts = [] }: LiveOptions): void {
  if (roleName !== undefined) return;
  const how = '--role-name, or roleName in the scope of the config: the role that reads in each of them';
  if (org) throw new UsageError(`the accounts of --org need ${how}`);
  if (accounts.length > 1) throw new UsageError(`${accounts.length} accounts need ${how}`);
  if (externalId !== undefined && accountsFile === undefined) {
    throw new UsageError('--external-id needs --role-name: it is what that role asks for');
  }
}
