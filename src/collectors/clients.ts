import { BackupClient } from '@aws-sdk/client-backup';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import type { Provider } from './credentials.ts';
import { failureOf } from './failure.ts';
import type { Take } from './pace.ts';

/** What every client of ours is made with. */
export type ClientSettings = {
  /** `backuplint/<version>`, which CloudTrail shows. */
  readonly version: string;
  /** ms that a call may wait for an answer, and for the next piece of it. */
  readonly callTimeout: number;
  /** Undefined: as the SDK's environment says. */
  readonly maxAttempts: number | undefined;
};

export const clientConfig = ({ version, callTimeout, maxAttempts }: ClientSettings, region: string) => ({
  region,
  customUserAgent: [['backuplint', version]] satisfies [string, string][],
  // The default mode loses calls at AWS Backup's rates: its retry quota runs out.
  retryMode: 'adaptive',
  ...(maxAttempts === undefined ? {} : { maxAttempts }),
  requestHandler: {
    connectionTimeout: Math.min(callTimeout, 10_000),
    requestTimeout: callTimeout,
    throwOnRequestTimeout: true,
    socketTimeout: callTimeout,
  },
});

export type ScopeClients = { readonly backup: BackupClient; readonly tagging: ResourceGroupsTaggingAPIClient };

/** What is told of each attempt at a call. */
export type Attempts = {
  readonly called: (operation: string) => void;
  readonly throttled: (operation: string) => void;
};

type ScopeClientOptions = {
  readonly settings: ClientSettings;
  readonly region: string;
  readonly credentials: Provider;
  readonly pace: (operation: string) => Take;
  readonly attempts: Attempts;
  readonly signal: AbortSignal;
};

/** Within the SDK's retries, which stand first in this step: a retry is a call to AWS like any other. */
const withinRetries = { name: 'pace', step: 'finalizeRequest', priority: 'low' } as const;

/** The clients of one account in one Region; each attempt waits for its turn. */
export function scopeClients(options: ScopeClientOptions): ScopeClients {
  const config = { ...clientConfig(options.settings, options.region), credentials: options.credentials };
  const backup = new BackupClient(config);
  const tagging = new ResourceGroupsTaggingAPIClient(config);
  backup.middlewareStack.add(
    (next, context) => (args) => paced(context.commandName, () => next(args), options),
    withinRetries,
  );
  tagging.middlewareStack.add(
    (next, context) => (args) => paced(context.commandName, () => next(args), options),
    withinRetries,
  );
  // It copies every answer for a logger that we do not have: a tenth of the time that a large list takes.
  backup.middlewareStack.remove('loggerMiddleware');
  return { backup, tagging };
}

async function paced<Answer>(
  commandName: unknown,
  next: () => Promise<Answer>,
  { pace, attempts, signal }: ScopeClientOptions,
): Promise<Answer> {
  const operation = String(commandName).replace(/Command$/, '');
  await pace(operation)(signal);
  attempts.called(operation);
  try {
    return await next();
  } catch (error) {
    if (failureOf(error).status === 'throttled') attempts.throttled(operation);
    throw error;
  }
}
