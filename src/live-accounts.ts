import { type ListedAccount, loadAccountsFile } from './config/accounts-file.ts';
import type { LiveOptions } from './live-options.ts';

type Wish = Pick<LiveOptions, 'accounts' | 'accountsFile' | 'regions' | 'roleName'>;

/** The accounts that flags, config or accounts file name, with the Regions asked for; undefined where none of them does. */
export async function namedAccounts(live: Wish, cwd: string): Promise<readonly ListedAccount[] | undefined> {
  const { accounts, accountsFile, regions } = live;
  if (accountsFile === undefined) return accounts?.map((accountId) => bareAccount(accountId, regions));
  const listed = await loadAccountsFile(accountsFile, { cwd, roleName: live.roleName });
  return listed.map((account) => ({ ...account, regions: account.regions ?? regions }));
}

const bareAccount = (accountId: string, regions: ListedAccount['regions']): ListedAccount => ({
  accountId,
  name: undefined,
  regions,
  role: undefined,
  externalId: undefined,
});
