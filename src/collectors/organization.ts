import { ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { isAccountId } from '../inventory/scope.ts';
import { type ClientSettings, clientConfig } from './clients.ts';
import type { Provider } from './credentials.ts';

/** An account of the organization: AWS gave `Status` until 2026-09 and gives `State` since. */
type Member = { readonly Id?: string; readonly State?: string; readonly Status?: string };

/** The ids of the organization's active accounts, sorted. */
export async function organizationAccounts(
  settings: ClientSettings,
  region: string,
  credentials: Provider,
): Promise<readonly string[]> {
  const client = new OrganizationsClient({ ...clientConfig(settings, region), credentials });
  const members: Member[] = [];
  try {
    let token: string | undefined;
    do {
      const answer = await client.send(new ListAccountsCommand({ NextToken: token }));
      members.push(...((answer.Accounts ?? []) as readonly Member[]));
      token = answer.NextToken === token ? undefined : answer.NextToken || undefined;
    } while (token !== undefined);
    return members.flatMap(activeId).sort();
  } finally {
    client.destroy();
  }
}

const activeId = ({ Id: id, State, Status }: Member): readonly string[] =>
  (State ?? Status) === 'ACTIVE' && isAccountId(id) ? [id] : [];
