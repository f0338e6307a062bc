import { ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import type { JsonObject } from '../inventory/parse-json.ts';
import { isAccountId } from '../inventory/scope.ts';
import { type ClientSettings, clientConfig } from './clients.ts';
import type { Provider } from './credentials.ts';
import { eachPage } from './pages.ts';
import { type Limits, withinTime } from './within-time.ts';

const form = { operation: 'ListAccounts', member: 'Accounts', nextToken: 'NextToken' } as const;

/** The ids of the organization's active accounts, sorted. */
export async function organizationAccounts(
  settings: ClientSettings,
  region: string,
  credentials: Provider,
  limits: Limits,
): Promise<readonly string[]> {
  const client = new OrganizationsClient({ ...clientConfig(settings, region), credentials });
  const ids: string[] = [];
  try {
    await eachPage(
      (token) =>
        withinTime(limits, (abortSignal) =>
          client.send(new ListAccountsCommand({ NextToken: token }), { abortSignal }),
        ),
      form,
      async (members) => {
        ids.push(...members.flatMap(activeId));
      },
    );
    return ids.sort();
  } finally {
    client.destroy();
  }
}

/** AWS gave `Status` until 2026-09 and gives `State` since. */
const activeId = ({ Id: id, State, Status }: JsonObject): readonly string[] =>
  (State ?? Status) === 'ACTIVE' && isAccountId(id) ? [id] : [];
