import { isOperation, type Operation, operationNames, operationSpec } from '../catalogue/operations.ts';
import type { RecordKind } from '../catalogue/record-kinds.ts';
import { UsageError } from '../errors.ts';
import { eachLine } from '../inventory/each-line.ts';
import { idOf } from '../inventory/join-records.ts';
import type { AwsRecord, Coverage, Scope } from '../inventory/record.ts';
import { scopeId } from '../inventory/scope.ts';
import type { Filters } from './collector.ts';
import { detailsOf, listsOf } from './collectors.ts';
import { filtersFor } from './filters.ts';
import type { Kept, Sink } from './reading.ts';

/** An inventory that a reading did not end, as far as it can be built on. */
export type Resumed = {
  readonly asOf: string;
  readonly scopes: readonly Scope[];
  readonly kept: (scope: Scope) => Kept;
  /** Copies all that is kept. */
  readonly copyTo: (sink: Sink) => Promise<void>;
};

type Wish = { readonly wanted: ReadonlySet<Operation>; readonly filters: Filters };

/** What a first look keeps of the file: all but the records of the large lists. */
type Outline = {
  readonly asOf: string;
  readonly scopes: readonly Scope[];
  readonly lines: readonly Coverage[];
  readonly parents: readonly AwsRecord[];
};

/** A list counts as read where its line says so, it was filtered as now, and all that is wanted of its records was read. */
export async function resumeFrom(file: string, wish: Wish): Promise<Resumed> {
  const outline = await outlineOf(file);
  const whole = wholeLists(outline, wish);
  const isKept = (record: AwsRecord) => whole.has(listKey(record, listOf(record.kind), homeOf(record)));
  return {
    asOf: outline.asOf,
    scopes: outline.scopes,
    kept: (scope) => ({
      list: (operation, resource) =>
        whole.has(listKey(scope, operation, resource))
          ? outline.parents.filter((record) => isOf(record, scope, operation) && isKept(record))
          : undefined,
    }),
    copyTo: async (sink) => {
      for (const line of outline.lines) if (isKeptLine(line, whole)) await sink.coverage(line);
      for await (const line of eachLine(file)) {
        if (line.type === 'record' && isKept(line.record)) await sink.records([line.record]);
      }
    },
  };
}

const isOf = (record: AwsRecord, scope: Scope, operation: Operation): boolean =>
  record.kind === operationSpec(operation).yields && scopeId(record) === scopeId(scope);

async function outlineOf(file: string): Promise<Outline> {
  const lines: Coverage[] = [];
  const parents: AwsRecord[] = [];
  let header: Pick<Outline, 'asOf' | 'scopes'> | undefined;
  for await (const line of eachLine(file)) {
    if (line.type === 'header') {
      if (header !== undefined) throw new UsageError(`${file} holds several readings; resume one of them at a time`);
      header = { asOf: line.header.asOf ?? '', scopes: line.header.scopes };
    }
    if (line.type === 'coverage') lines.push(line.coverage);
    if (line.type === 'record' && hasLists(line.record.kind)) parents.push(line.record);
  }
  if (header === undefined) throw new UsageError(`${file} is no inventory that can be resumed: it has no header`);
  return { ...header, lines, parents };
}

const hasLists = (kind: RecordKind): boolean => listsOf(kind).length > 0;

const listKey = (scope: Scope, operation: string, resource: string | undefined): string =>
  JSON.stringify([scopeId(scope), operation, resource ?? null]);

const listOf = (kind: RecordKind): Operation | '' =>
  operationNames.find((name) => operationSpec(name).yields === kind && operationSpec(name).adds !== true) ?? '';

/** What the list of a record is of. Lists of plans are short: they are read again. */
const homeOf = ({ kind, fields }: AwsRecord): string | undefined =>
  kind === 'recoveryPoint' ? String(fields.BackupVaultArn) : undefined;

function wholeLists({ lines, parents }: Outline, { wanted, filters }: Wish): ReadonlySet<string> {
  const good = lines.filter(({ status }) => status === 'ok');
  const read = new Set(good.map((line) => listKey(line, line.operation, line.resource)));
  const bad = new Set(lines.filter(({ status }) => status !== 'ok').map((line) => scopeId(line) + line.operation));
  const hasDetails = (line: Coverage, kind: RecordKind) =>
    detailsOf(kind, wanted).every((detail) => {
      if (bad.has(scopeId(line) + detail)) return false;
      const own = parents.filter((record) => record.kind === kind && scopeId(record) === scopeId(line));
      return hasLists(kind)
        ? own.every((record) => read.has(listKey(line, detail, idOf(record))))
        : read.has(listKey(line, detail, undefined));
    });
  return new Set(good.filter((line) => isWhole(line, filters, hasDetails)).map(lineKey));
}

const lineKey = (line: Coverage): string => listKey(line, line.operation, line.resource);

type HasDetails = (line: Coverage, kind: RecordKind) => boolean;

function isWhole(line: Coverage, filters: Filters, hasDetails: HasDetails): boolean {
  const { operation } = line;
  if (!isOperation(operation)) return false;
  const { yields, per, adds } = operationSpec(operation);
  if (adds === true || (per !== 'scope' && per !== 'backupVault')) return false;
  return sameFilters(line.filters ?? {}, filtersFor(operation, filters)) && hasDetails(line, yields);
}

const sameFilters = (a: Filters, b: Filters): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value);

/** Lines of lists that are kept, and of what was read of their records. */
function isKeptLine(line: Coverage, whole: ReadonlySet<string>): boolean {
  if (whole.has(lineKey(line))) return true;
  if (!isOperation(line.operation) || line.status !== 'ok') return false;
  const { adds, yields } = operationSpec(line.operation);
  return adds === true && hasLists(yields) && whole.has(listKey(line, listOf(yields), undefined));
}
