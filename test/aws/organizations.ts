import { jsonAnswer } from './answer.ts';
import { AwsError } from './aws-error.ts';
import type { Call } from './call.ts';
import type { Estate } from './estate.ts';
import type { Handlers } from './handler.ts';
import type { AwsAccount } from './options.ts';
import { pageAnswer } from './paging.ts';
import { valueList } from './value-list.ts';

const organizationId = 'o-exampleorg';

function accountsOf({ options, accounts }: Estate): readonly AwsAccount[] {
  if (options.organization === 'none') {
    throw new AwsError('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.');
  }
  return options.organization ?? accounts.map((id) => ({ id }));
}

/** Only the management account (and delegated administrators, of which there are none here) may list accounts. */
function managedAccounts(call: Call, estate: Estate): readonly AwsAccount[] {
  const accounts = accountsOf(estate);
  if (call.accountId === estate.caller) return accounts;
  throw new AwsError('AccessDeniedException', "You don't have permissions to access this resource.");
}

/** AWS retired an account's `Status` for `State` in September 2026. */
const accountAnswer = ({ id, name = `account-${id}`, state = 'ACTIVE' }: AwsAccount, managementId: string) => ({
  Id: id,
  Arn: `arn:aws:organizations::${managementId}:account/${organizationId}/${id}`,
  Email: `${name}@example.com`,
  Name: name,
  State: state,
  JoinedMethod: 'CREATED',
  JoinedTimestamp: 1_700_000_000,
});

export const organizationsHandlers: Handlers = {
  ListAccounts: (call, estate) => {
    const accounts = managedAccounts(call, estate).map((account) => accountAnswer(account, estate.caller));
    return pageAnswer(call, estate, valueList(accounts), { list: 'Accounts', most: 20 });
  },
  DescribeOrganization: (call, estate) => {
    accountsOf(estate);
    const arn = `arn:aws:organizations::${estate.caller}`;
    const Organization = {
      Id: organizationId,
      Arn: `${arn}:organization/${organizationId}`,
      FeatureSet: 'ALL',
      MasterAccountArn: `${arn}:account/${organizationId}/${estate.caller}`,
      MasterAccountId: estate.caller,
      MasterAccountEmail: 'management@example.com',
    };
    return jsonAnswer(call.service, { Organization });
  },
};
