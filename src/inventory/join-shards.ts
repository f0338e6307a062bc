import { type Operation, type OperationSpec, operations } from '../catalogue/operations.ts';
import { eventKinds } from '../catalogue/record-kinds.ts';
import { standingLines, unreadOf } from './coverage-lines.ts';
import type { Unread } from './gap.ts';
import { unreadHistory } from './job-history.ts';
import { uniteJobs, uniteState } from './join-records.ts';
import type { AwsRecord, Coverage, Scope, Shard } from './record.ts';
import { recordsByScope } from './records-by-scope.ts';
import { compareScopes, compareText, scopeId } from './scope.ts';
import { type ScopeShard, shardsByScope, stateParts } from './state-shards.ts';

/** All shards as one: what was read, and of each operation what was not. */
export type Inventory = {
  /** The world that is judged: every scope that a header, a record or a coverage line names, sorted. */
  readonly scopes: readonly Scope[];
  readonly names: (scope: Scope) => boolean;
  /** All but recovery points: there may be millions of those, and they are not held. */
  readonly records: readonly AwsRecord[];
  /** Whether what a shard says of a scope's state counts. */
  readonly isState: (shard: Shard, scope: Scope) => boolean;
  /** Vaults, points, … that coverage lines of this operation name, with the scope of the line. */
  readonly covered: (operation: Operation) => readonly (Scope & { readonly resource: string })[];
  /** What was not read of an operation in a scope (and of one vault). */
  readonly unread: (scope: Scope, operation: Operation, resource?: string) => readonly Unread[];
};

type Entry = { readonly scope: Scope; readonly all: readonly ScopeShard[]; readonly state: readonly ScopeShard[] };

export function joinShards(shards: readonly Shard[], asOf: string): Inventory {
  const entries = new Map<string, Entry>();
  for (const [id, all] of shardsByScope(shards, asOf)) {
    const [accountId = '', region = ''] = id.split('/');
    entries.set(id, { scope: { accountId, region }, all, state: stateParts(id, all) });
  }
  return {
    scopes: [...entries.values()].map(({ scope }) => scope).sort(compareScopes),
    names: (scope) => entries.has(scopeId(scope)),
    records: [...uniteState(stateRecords(entries)), ...uniteJobs(jobRecords(entries))],
    isState: (shard, scope) => entries.get(scopeId(scope))?.state.some((part) => part.shard === shard) ?? false,
    covered: (operation) => namedResources(entries, operation),
    unread: (scope, operation, resource) => unreadIn(entries.get(scopeId(scope)), { scope, operation, resource }),
  };
}

/** The recovery points that shards hold and that count, each once. */
export const pointsOf = ({ isState }: Inventory, shards: readonly Shard[]): readonly AwsRecord[] =>
  uniteState(
    shards.flatMap((shard) =>
      shard.records.filter((record) => record.kind === 'recoveryPoint' && isState(shard, record)),
    ),
  );

type OperationQuestion = {
  readonly scope: Scope;
  readonly operation: Operation;
  readonly resource: string | undefined;
};

function unreadIn(entry: Entry | undefined, question: OperationQuestion): readonly Unread[] {
  const spec: OperationSpec = operations[question.operation];
  return spec.horizon === undefined
    ? unreadOf(question, entry?.state ?? [])
    : unreadHistory(question, entry === undefined ? [] : historyOf(entry, question), spec.horizon.days);
}

/**
 * The shards that a job list's history is made of. One that only adds something else, such as another job list, says
 * nothing of this one; the shard that the state comes from does by its silence, and a torn one may have.
 */
function historyOf({ all, state }: Entry, question: OperationQuestion): readonly ScopeShard[] {
  const speaking = all.filter(
    (part) => state.includes(part) || part.shard.cutOff || standingLines(question, part).length > 0,
  );
  return speaking.length > 0 ? speaking : all;
}

function stateRecords(entries: ReadonlyMap<string, Entry>): readonly AwsRecord[] {
  return [...entries].flatMap(([id, { state }]) =>
    state
      .flatMap(({ shard }) => recordsByScope(shard).get(id) ?? [])
      .filter(({ kind }) => !eventKinds.has(kind) && kind !== 'recoveryPoint'),
  );
}

function jobRecords(entries: ReadonlyMap<string, Entry>) {
  return [...entries].flatMap(([id, { all }]) =>
    all.flatMap(({ shard, asOf }) =>
      (recordsByScope(shard).get(id) ?? [])
        .filter(({ kind }) => eventKinds.has(kind))
        .map((record) => ({ record, asOf })),
    ),
  );
}

function namedResources(entries: ReadonlyMap<string, Entry>, operation: Operation) {
  const named = (line: Coverage) =>
    line.operation === operation && line.resource !== undefined
      ? [{ accountId: line.accountId, region: line.region, resource: line.resource }]
      : [];
  return [...entries.values()]
    .flatMap(({ state }) => state.flatMap(({ lines }) => lines.flatMap(named)))
    .sort((a, b) => compareScopes(a, b) || compareText(a.resource, b.resource));
}
