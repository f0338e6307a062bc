import { actionOf } from '../catalogue/operations.ts';
import type { ListedAccount } from '../config/accounts-file.ts';
import { partitionOf } from '../inventory/scope.ts';
import type { LiveOptions } from '../live-options.ts';
import type { Demand } from '../rules/demand.ts';

export type Statement = {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
};

/** What reading takes: of the role that reads in an account, and of the caller that finds and assumes it, if it is another. */
export type PolicyStatements = { readonly reader: readonly Statement[]; readonly caller: readonly Statement[] };

type Reach = Pick<LiveOptions, 'org' | 'regions' | 'roleName'> & {
  readonly accounts: readonly ListedAccount[] | undefined;
  /** The Region that the AWS SDK is set to, if any. */
  readonly home: string | undefined;
};

export function policyStatements(demand: readonly Demand[], reach: Reach): PolicyStatements {
  const findsRegions = [reach, ...(reach.accounts ?? [])].some(({ regions }) => regions === 'all');
  const actions = [...demand.map(({ operation }) => actionOf(operation)), ...(findsRegions ? [listRegions] : [])];
  const roles = rolesToAssume(reach);
  return {
    // The list operations of AWS Backup take no resource, so no narrower one than * can be named.
    reader: [allow('BackuplintRead', [...new Set(actions)].sort(), '*')],
    caller: [
      ...(reach.org ? [allow('BackuplintListAccounts', ['organizations:ListAccounts'], '*')] : []),
      ...(roles.length > 0 ? [allow('BackuplintAssumeRole', ['sts:AssumeRole'], roles)] : []),
    ],
  };
}

const listRegions = 'account:ListRegions';

const allow = (Sid: string, Action: Statement['Action'], Resource: Statement['Resource']): Statement => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
});

/** Credentials of one partition are not valid in another, so one Region tells it. */
function rolesToAssume({ roleName, regions, home = '', accounts }: Reach): readonly string[] {
  const partition = partitionOf(regions === 'all' ? home : (regions?.[0] ?? home));
  const arn = (accountId: string) => `arn:${partition}:iam::${accountId}:role/${roleName}`;
  if (accounts === undefined) return roleName === undefined ? [] : [arn('*')];
  const named = accounts.flatMap(({ accountId, role }) => role ?? (roleName === undefined ? [] : arn(accountId)));
  return [...new Set(named)].sort();
}
