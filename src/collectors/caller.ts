import { BackupClient, ListBackupVaultsCommand } from '@aws-sdk/client-backup';
import { UsageError } from '../errors.ts';
import type { JsonObject } from '../inventory/parse-json.ts';
import { type ClientSettings, clientConfig } from './clients.ts';
import { collectorOf } from './collectors.ts';
import { callerAccount, type Provider } from './credentials.ts';
import { isBadCredentials, mayBeDisabledRegion, messageOf, nameOf } from './failure.ts';
import { pageSize } from './page-size.ts';
import { itemsOf } from './pages.ts';
import { ownerOf } from './vaults.ts';
import { type Limits, withinTime } from './within-time.ts';

export type Caller = {
  readonly accountId: string;
  /** What ListBackupVaults answered in the Region, where it had to be asked to know the account. */
  readonly firstVaults?: object;
};

type CallerOptions = Limits & {
  readonly settings: ClientSettings;
  /** Where to list the vaults. */
  readonly region: string;
  /** Where to ask STS: the Region to read may be turned off. */
  readonly home: string;
  readonly base: Provider;
  readonly profile: string | undefined;
  /** Whether the rules need the vaults anyway. */
  readonly readsVaults: boolean;
  readonly called: (operation: string) => void;
};

/** Nobody tells whose the credentials are, though there are some. */
export class CallerUntold extends UsageError {}

/** Whose credentials these are: as they say themselves, else as the first vault of their own does, else as STS says. */
export async function callerOf(options: CallerOptions): Promise<Caller> {
  const { accountId } = await usableCredentials(options);
  if (accountId !== undefined) return { accountId };
  const vaults = options.readsVaults ? await firstVaults(options) : undefined;
  if (vaults !== undefined && 'accountId' in vaults) return vaults;
  try {
    options.called('GetCallerIdentity');
    return { accountId: await callerAccount(options), ...vaults };
  } catch (error) {
    if (isBadCredentials(error)) throw badCredentials(error, options);
    const reason = `sts:GetCallerIdentity: ${nameOf(error)}: ${messageOf(error)}`;
    throw new CallerUntold(`cannot tell whose account this is (${reason}); name it with --account or AWS_ACCOUNT_ID`);
  }
}

/** The credentials of the SDK's chain; a usage error, which says what to do, where there are none. */
export async function usableCredentials({ base, profile }: Pick<CallerOptions, 'base' | 'profile'>) {
  try {
    return await base();
  } catch (error) {
    throw badCredentials(error, { profile });
  }
}

export function badCredentials(error: unknown, { profile }: { readonly profile: string | undefined }): UsageError {
  const whose = profile === undefined ? '' : ` of the profile "${profile}"`;
  const login = `aws sso login${profile === undefined ? '' : ` --profile ${profile}`}`;
  const what = /^(Expired|RequestExpired)/.test(nameOf(error)) ? 'have expired' : 'cannot be used';
  return new UsageError(
    `the AWS credentials${whose} ${what} (${nameOf(error)}: ${messageOf(error)}); run \`${login}\`, or set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; \`aws configure list-profiles\` shows the profiles there are`,
  );
}

type Vaults = Caller | { readonly firstVaults: object } | undefined;

/** An error here is no reason to stop: it will be met again, and noted, when the scope is read. */
async function firstVaults(options: CallerOptions): Promise<Vaults> {
  const { settings, region, base, called } = options;
  const backup = new BackupClient({ ...clientConfig(settings, region), credentials: base, maxAttempts: 1 });
  called('ListBackupVaults');
  try {
    const answer = await withinTime(options, (abortSignal) =>
      backup.send(new ListBackupVaultsCommand({ MaxResults: pageSize }), { abortSignal }),
    );
    const accountId = ownAccount(itemsOf(answer, collectorOf('ListBackupVaults')));
    return accountId === undefined ? { firstVaults: answer } : { firstVaults: answer, accountId };
  } catch (error) {
    if (isBadCredentials(error) && !mayBeDisabledRegion(error)) throw badCredentials(error, options);
    return undefined;
  } finally {
    backup.destroy();
  }
}

/** A logically air-gapped vault may be another account's, shared with this one; others are its own. */
function ownAccount(vaults: readonly JsonObject[]): string | undefined {
  const own = vaults.find(({ VaultType: type }) => type !== 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT');
  return own === undefined ? undefined : ownerOf(own);
}
