import type { Operation } from './catalogue/operations.ts';
import type { Collection } from './collectors/collect.ts';
import type { Kept, Sink } from './collectors/reading.ts';
import type { ListedAccount } from './config/accounts-file.ts';
import { loadApiRates } from './data.ts';
import { UsageError } from './errors.ts';
import type { Scope } from './inventory/record.ts';
import type { Io } from './io.ts';
import { namedAccounts } from './live-accounts.ts';
import type { LiveOptions } from './live-options.ts';
import type { Notes } from './output/notes.ts';
import { watch } from './output/progress.ts';
import { readingSummary } from './output/reading-summary.ts';
import { packageVersion } from './package-files.ts';

export type LiveRequest = {
  readonly live: LiveOptions;
  readonly operations: readonly Operation[];
  readonly signal: AbortSignal;
};

/** ms without a byte of an answer, and ms in all with every retry: after that the next call's turn comes. */
const callTimeout = 30_000;
const timeLimit = 120_000;

/** The SDK's default of three gives up under throttling that passes. */
const maxAttempts = 8;

/** Finds out whom and where to read. The SDK is loaded here, for live commands alone. */
export async function openLive({ live, operations, signal }: LiveRequest, io: Io): Promise<Collection> {
  const accounts = await namedAccounts(live, io.cwd);
  prepareEnvironment(live, io);
  const [{ openCollection }, { systemClock }, { sdkRegion }] = await Promise.all([
    import('./collectors/collect.ts'),
    import('./collectors/clock.ts'),
    import('./collectors/regions.ts'),
  ]);
  const ownRegion = await sdkRegion();
  const regions = live.regions ?? regionsOf(ownRegion, accounts);
  return openCollection({
    who: {
      accounts: live.org ? 'organization' : accounts,
      regions,
      roleName: live.roleName,
      externalId: live.externalId,
      profile: live.profile,
    },
    operations: new Set(operations),
    filters: live.filters,
    concurrency: live.concurrency,
    rateShare: live.rateShare,
    rates: loadApiRates(),
    settings: {
      version: packageVersion(),
      callTimeout,
      maxAttempts: io.env.AWS_MAX_ATTEMPTS === undefined ? maxAttempts : undefined,
    },
    timeLimit,
    home: ownRegion ?? homeOf(regions) ?? homeOf(accounts?.[0]?.regions) ?? 'us-east-1',
    clock: systemClock,
    now: io.now,
    signal,
  });
}

/** Where no flag and no config names Regions: that of the SDK, which an accounts file may do without. */
function regionsOf(own: string | undefined, accounts: readonly ListedAccount[] | undefined): readonly string[] {
  if (own !== undefined) return [own];
  if (accounts?.every(({ regions }) => regions !== undefined)) return [];
  throw new UsageError('no Region to read; name some with --region (all: every enabled one), or set AWS_REGION');
}

const homeOf = (regions: LiveOptions['regions']): string | undefined => (regions === 'all' ? undefined : regions?.[0]);

/** Endpoints of a profile count only where the environment names it; the SDK's notices would stand in our stderr. */
function prepareEnvironment({ profile }: LiveOptions, { setEnv }: Io): void {
  if (profile !== undefined) setEnv('AWS_PROFILE', profile);
  setEnv('AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'true');
}

type LiveReading = {
  readonly collection: Collection;
  readonly sink: Sink;
  readonly kept: (scope: Scope) => Kept;
  readonly notes: Notes;
  /** Whether to show how far it is. */
  readonly isWatched: boolean;
};

/** Reads all, shows how far it is, and says what it came to; false where the user interrupted it. */
export async function readLive(
  { collection, sink, kept, notes, isWatched }: LiveReading,
  io: Pick<Io, 'stderr' | 'isErrorTty' | 'now'>,
): Promise<boolean> {
  const began = io.now().getTime();
  const stop = isWatched ? watch(collection.tally, io) : () => {};
  try {
    return await collection.read(sink, kept);
  } finally {
    stop();
    const seconds = (io.now().getTime() - began) / 1000;
    for (const line of readingSummary(collection.tally, seconds)) notes.note(line);
  }
}

/** After an interruption the exit code that shells expect of a process that the signal ended. */
export const exitCodeOf = ({ aborted, reason }: AbortSignal): number | undefined =>
  aborted ? Number(reason) : undefined;

const nothing: Kept = { list: () => undefined };

/** Where nothing is resumed, everything is read. */
export const nothingKept = (): Kept => nothing;
