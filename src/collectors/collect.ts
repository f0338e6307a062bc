import { setMaxListeners } from 'node:events';
import pLimit from 'p-limit';
import { actionOf, type Operation } from '../catalogue/operations.ts';
import type { Scope } from '../inventory/record.ts';
import { compareScopes } from '../inventory/scope.ts';
import { type Account, accountsOf, type Who } from './accounts.ts';
import { type Attempts, type ClientSettings, scopeClients } from './clients.ts';
import type { Filters } from './collector.ts';
import { baseCredentials } from './credentials.ts';
import { type Clock, type Rates, scopePace } from './pace.ts';
import { readScope } from './read-scope.ts';
import { type Kept, lineOf, type Reading, type Sink } from './reading.ts';
import { isTurnedOff } from './regions.ts';
import { newTally, type Tally } from './tally.ts';
import { type WindowSizes, windowSizes } from './windows.ts';
import { untilInterrupted } from './within-time.ts';

export type CollectOptions = {
  readonly who: Who;
  readonly operations: ReadonlySet<Operation>;
  readonly filters: Filters;
  /** Scopes read at once. */
  readonly concurrency: number;
  /** The part of AWS's rates that is used: the rest is for the backups themselves. */
  readonly rateShare: number;
  readonly rates: Rates;
  /** Absent: sizes that suit AWS's rates. */
  readonly windows?: WindowSizes;
  readonly settings: ClientSettings;
  /** ms that one call may take with all its retries. */
  readonly timeLimit: number;
  /** The Region for calls that belong to none. */
  readonly home: string;
  readonly clock: Clock;
  readonly now: () => Date;
  readonly signal: AbortSignal;
};

/** What is to be read, with the scopes known and nothing read yet. */
export type Collection = {
  /** Sorted. */
  readonly scopes: readonly Scope[];
  readonly tally: Tally;
  /** Reads all; false where the user interrupted it. */
  readonly read: (sink: Sink, kept: (scope: Scope) => Kept) => Promise<boolean>;
};

/** Calls under way at once in one scope: at AWS's rates more would only wait. */
const callsPerScope = 8;

/** Finds out whom and where to read. A usage error where that cannot be told; `Interrupted` where the user ends it. */
export async function openCollection(options: CollectOptions): Promise<Collection> {
  const tally = newTally();
  // Every call under way listens for the interruption.
  setMaxListeners(0, options.signal);
  const accounts = await untilInterrupted(options.signal, () =>
    accountsOf({
      ...options,
      base: baseCredentials(options.settings, options.home),
      actions: [...options.operations].map(actionOf).sort(),
      readsVaults: options.operations.has('ListBackupVaults'),
      now: () => options.now().getTime(),
      called: (operation) => count(tally, operation),
      limit: pLimit(options.concurrency),
    }),
  );
  const places = accounts
    .flatMap((account) => account.regions.map((region) => ({ account, accountId: account.accountId, region })))
    .sort(compareScopes);
  tally.scopes = places.length;
  return {
    scopes: places.map(({ accountId, region }) => ({ accountId, region })),
    tally,
    read: (sink, kept) => readAll(places, { options, tally, sink: counting(sink, tally), kept }),
  };
}

const count = ({ calls }: Tally, operation: string): void => {
  calls.set(operation, (calls.get(operation) ?? 0) + 1);
};

type Place = Scope & { readonly account: Account };

type Run = {
  readonly options: CollectOptions;
  readonly tally: Tally;
  readonly sink: Sink;
  readonly kept: (scope: Scope) => Kept;
};

async function readAll(places: readonly Place[], run: Run): Promise<boolean> {
  const limit = pLimit(run.options.concurrency);
  const ends = await Promise.all(places.map((place) => limit(() => readPlace(place, run))));
  return ends.every((whole) => whole);
}

async function readPlace({ account, accountId, region }: Place, run: Run): Promise<boolean> {
  const { signal } = run.options;
  if (signal.aborted) return false;
  const scope = { accountId, region };
  const { failure } = account;
  if (failure !== undefined) await run.sink.coverage(lineOf({ scope }, '*', { failure }));
  const whole = failure !== undefined || (await readThrough(scope, account, run));
  if (whole) run.tally.scopesDone += 1;
  return whole;
}

async function readThrough(scope: Scope, account: Account, run: Run): Promise<boolean> {
  const { options, tally, sink, kept } = run;
  const { signal, timeLimit, filters, operations: wanted } = options;
  const clients = scopeClients({
    settings: options.settings,
    region: scope.region,
    credentials: account.credentials,
    pace: scopePace(options.rates, options.rateShare, options.clock),
    attempts: attemptsOf(tally),
    signal,
  });
  const reading: Reading = {
    ...{ scope, wanted, filters, sink, signal, timeLimit },
    now: options.now().getTime(),
    windows: options.windows ?? windowSizes,
    aws: clients,
    kept: kept(scope),
    limit: pLimit(callsPerScope),
    isDisabled: () => isDisabled(account, scope.region),
    details: new Map(),
    first: firstAnswers(account, scope.region),
  };
  try {
    return await readScope(reading);
  } finally {
    clients.backup.destroy();
    clients.tagging.destroy();
  }
}

const attemptsOf = (tally: Tally): Attempts => ({
  called: (operation) => count(tally, operation),
  throttled: () => {
    tally.throttles += 1;
  },
});

/** Where AWS does not tell, the answer stays what it was: a failure. */
async function isDisabled({ regionStates }: Account, region: string): Promise<boolean> {
  try {
    return isTurnedOff((await regionStates()).get(region));
  } catch {
    return false;
  }
}

const firstAnswers = ({ firstVaults }: Account, region: string): Reading['first'] =>
  new Map(firstVaults?.region === region ? [['ListBackupVaults', firstVaults.answer] as const] : []);

const counting = (sink: Sink, tally: Tally): Sink => ({
  records: (records) => {
    tally.records += records.length;
    return sink.records(records);
  },
  coverage: (line) => {
    if (line.status !== 'ok' && line.status !== 'notAvailable') tally.gaps.push(line);
    return sink.coverage(line);
  },
});
