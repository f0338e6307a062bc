import pLimit from 'p-limit';
import { alwaysFilled } from '../catalogue/always-filled.ts';
import { type Operation, operationSpec } from '../catalogue/operations.ts';
import type { RecordKind } from '../catalogue/record-kinds.ts';
import { idOf } from '../inventory/join-records.ts';
import type { JsonObject } from '../inventory/parse-json.ts';
import { recordOf } from '../inventory/read-record.ts';
import type { AwsRecord } from '../inventory/record.ts';
import { allOf, attempt, callAws } from './call.ts';
import type { Collector } from './collector.ts';
import { collectorOf, detailsOf } from './collectors.ts';
import { type Failure, MalformedAnswer, worst } from './failure.ts';
import { meant } from './meant.ts';
import { itemsOf } from './pages.ts';
import { lineOf, type Reading } from './reading.ts';

/** How an operation fares over a scope that is called for each of many records. */
export type DetailState = {
  read: number;
  denials: number;
  givenUp: Failure | undefined;
  /** Bounds how many are under way when it turns out that AWS denies them all. */
  readonly turn: <Value>(ask: () => Promise<Value>) => Promise<Value>;
};

const atOnce = 8;

/** Where AWS denies an operation so many times in a row, it denies it for every record. */
const denialsLimit = 10;

/** What is said of an operation: of each record, of all records of one list, or of the scope. */
type Manner = 'record' | 'list' | 'scope';
const mannerOf: { readonly [kind in RecordKind]?: Manner } = {
  backupVault: 'record',
  backupPlan: 'record',
  restoreTestingPlan: 'record',
  backupSelection: 'list',
  restoreTestingSelection: 'list',
};
const mannerFor = (operation: Operation): Manner => mannerOf[operationSpec(operation).yields] ?? 'scope';

export type Details = {
  /** The records with all that the operations wanted add to them. */
  readonly complete: (records: readonly AwsRecord[]) => Promise<readonly AwsRecord[]>;
  /** Says how they went, once the list is done. */
  readonly close: (resource: string | undefined) => Promise<void>;
};

type Heard = Map<Operation, { read: number; readonly failures: Failure[] }>;

/** The operations that add to each record of one list. */
export function detailsFor(kind: RecordKind, reading: Reading): Details {
  const operations = detailsOf(kind, reading.wanted);
  const heard: Heard = new Map(operations.map((operation) => [operation, { read: 0, failures: [] }]));
  return {
    complete: async (records) =>
      operations.length === 0 ? records : allOf(records.map((record) => complete(record, heard, reading))),
    close: async (resource) => {
      for (const [operation, { read, failures }] of heard) {
        if (mannerFor(operation) !== 'list') continue;
        await reading.sink.coverage(lineOf(reading, operation, { resource, items: read, failure: worst(failures) }));
      }
    },
  };
}

async function complete(record: AwsRecord, heard: Heard, reading: Reading): Promise<AwsRecord> {
  let whole = record;
  for (const [operation, all] of heard) {
    const { failure, added } = await detail(operation, record, reading);
    if (added !== undefined) whole = merged(whole, added, collectorOf(operation));
    if (failure === undefined) all.read += 1;
    else all.failures.push(failure);
  }
  return whole;
}

type Detail = { readonly failure?: Failure | undefined; readonly added?: AwsRecord | undefined };

async function detail(operation: Operation, record: AwsRecord, reading: Reading): Promise<Detail> {
  const collector = collectorOf(operation);
  if (collector.allowed?.(record.fields, reading.scope) === false) return {};
  const state = stateOf(operation, reading);
  return state.turn(async () => {
    if (state.givenUp !== undefined) return { failure: state.givenUp };
    const asked = collector.needless?.(record.fields) ? {} : await ask(collector, record, reading);
    noteOn(state, asked.failure);
    await say(operation, record, asked, reading);
    return asked;
  });
}

async function ask(collector: Collector, record: AwsRecord, reading: Reading): Promise<Detail> {
  let added: AwsRecord | undefined;
  const failed = await attempt(async () => {
    const question = { about: record.fields, filters: {}, token: undefined };
    const [item] = itemsOf(await callAws(collector.call, question, reading), collector);
    const read = item && readItem(record.kind, item, reading);
    if (read !== undefined && collector.replaces) requireSame(record, read);
    added = read;
  });
  return { failure: meant(failed, collector), added };
}

/** What takes a record's place has to say what the list said of it and AWS always fills. */
function requireSame({ kind, fields }: AwsRecord, added: AwsRecord): void {
  if (Object.keys(added.fields).length === 0) throw new MalformedAnswer(`the answer holds no ${kind}`);
  const lost = alwaysFilled[kind].find((name) => fields[name] !== undefined && added.fields[name] === undefined);
  if (lost !== undefined) throw new MalformedAnswer(`a ${kind} in the answer has no ${lost}`);
}

/** An item of an answer as a record of the scope; one that AWS cannot have meant fails the list. */
export function readItem(kind: RecordKind, item: JsonObject, { scope }: Pick<Reading, 'scope'>): AwsRecord {
  const read = recordOf(kind, item, scope);
  if ('record' in read) return read.record;
  throw new MalformedAnswer(read.mismatches.map(({ message }) => message).join('; '));
}

const merged = (record: AwsRecord, added: AwsRecord, { replaces }: Collector): AwsRecord => ({
  ...record,
  fields: replaces ? added.fields : { ...record.fields, ...added.fields },
});

function stateOf(operation: Operation, { details }: Reading): DetailState {
  const state = details.get(operation) ?? { read: 0, denials: 0, givenUp: undefined, turn: pLimit(atOnce) };
  details.set(operation, state);
  return state;
}

function noteOn(state: DetailState, failure: Failure | undefined): void {
  if (failure === undefined) state.read += 1;
  state.denials = failure?.status === 'denied' ? state.denials + 1 : 0;
}

async function say(operation: Operation, record: AwsRecord, { failure, added }: Detail, reading: Reading) {
  const manner = mannerFor(operation);
  const resource = idOf(record);
  const state = stateOf(operation, reading);
  if (manner === 'scope' && state.denials >= denialsLimit) state.givenUp = failure;
  if (manner === 'list' || (manner === 'scope' && failure === undefined)) return;
  const items = added === undefined ? 0 : 1;
  await reading.sink.coverage(lineOf(reading, operation, { resource, failure, items }));
}

/** What is said of the scope once all its lists are done. */
export async function closeScope(reading: Reading): Promise<void> {
  for (const operation of reading.wanted) {
    if (operationSpec(operation).adds !== true || mannerFor(operation) !== 'scope') continue;
    const { read, givenUp } = stateOf(operation, reading);
    await reading.sink.coverage(lineOf(reading, operation, { items: read, failure: givenUp }));
  }
}
