import { type Operation, operationSpec } from '../catalogue/operations.ts';
import { idOf } from '../inventory/join-records.ts';
import type { JsonObject } from '../inventory/parse-json.ts';
import type { AwsRecord, Fields } from '../inventory/record.ts';
import { allOf, attempt, callAws } from './call.ts';
import type { Call, Filters } from './collector.ts';
import { collectorOf, listsOf } from './collectors.ts';
import { detailsFor, readItem } from './details.ts';
import { MalformedAnswer } from './failure.ts';
import { filtersFor, isLeftOut } from './filters.ts';
import { meant } from './meant.ts';
import { eachPage, type OnPage } from './pages.ts';
import { isLarge, readWindows } from './read-windows.ts';
import { lineOf, type Reading } from './reading.ts';

/** What a list is of: a vault or plan among its like, or the scope. */
export type Parent = { readonly record: AwsRecord; readonly siblings: readonly AwsRecord[] } | undefined;

const noFields: Fields = {};

/** Reads one list with its details, and then the lists that hang on its records. */
export async function readList(operation: Operation, parent: Parent, reading: Reading): Promise<void> {
  const filters = filtersFor(operation, reading.filters);
  const resource = parent && idOf(parent.record);
  if (parent !== undefined && isLeftOut(filters, parent.record.fields)) return;
  const found = reading.kept.list(operation, resource) ?? (await readWhole({ operation, parent, filters }, reading));
  const lists = listsOf(operationSpec(operation).yields, reading.wanted);
  if (lists.length === 0) return;
  await allOf(found.flatMap((record) => lists.map((list) => readList(list, { record, siblings: found }, reading))));
}

type List = { readonly operation: Operation; readonly parent: Parent; readonly filters: Filters };

/** Gives the records on which other lists hang; of points and jobs, on which none does, nothing is kept. */
async function readWhole(list: List, reading: Reading): Promise<readonly AwsRecord[]> {
  const { operation, parent, filters } = list;
  const { yields } = operationSpec(operation);
  const hasLists = listsOf(yields, reading.wanted).length > 0;
  const details = detailsFor(yields, reading);
  const found: AwsRecord[] = [];
  let items = 0;
  const onPage: OnPage = async (page) => {
    const read = page.map((item) => readItem(yields, item, reading));
    if (listsOf(yields).length > 0) read.forEach(requireId);
    const records = await details.complete(read);
    items += records.length;
    if (hasLists) found.push(...records);
    await reading.sink.records(records);
  };
  const failure = meant(await attempt(() => readPages(list, reading, onPage)), collectorOf(operation));
  const resource = parent && idOf(parent.record);
  await reading.sink.coverage(lineOf(reading, operation, { resource, items, failure, filters }));
  await details.close(resource);
  return found;
}

/** What is read of a record is known by its id alone: without one its line would speak for all of them. */
function requireId(record: AwsRecord): void {
  if (idOf(record) === undefined) throw new MalformedAnswer(`a ${record.kind} in the answer has no ARN and no id`);
}

async function readPages(list: List, reading: Reading, onPage: OnPage): Promise<void> {
  const collector = collectorOf(list.operation);
  const about = list.parent?.record.fields ?? noFields;
  const askBy =
    (call: Call) =>
    (token: string | undefined, more: Filters = {}) =>
      callAws(call, { about, filters: { ...list.filters, ...more }, token }, reading);
  if (list.parent !== undefined && isLarge(list.parent, list.filters, reading.windows)) {
    return readWindows(askBy(collector.call), collector, about, reading, onPage);
  }
  const { also } = collector;
  if (also === undefined) return eachPage(askBy(collector.call), collector, onPage, reading.first.get(list.operation));
  const onNew = onlyNew(onPage);
  await eachPage(askBy(collector.call), collector, onNew, reading.first.get(list.operation));
  await eachPage(askBy(also), collector, onNew);
}

/** Two lists that may name the same: each thing once. */
function onlyNew(onPage: OnPage): OnPage {
  const seen = new Set<unknown>();
  return (page) =>
    onPage(
      page.filter(({ BackupVaultArn: arn }: JsonObject) => {
        const isNew = arn === undefined || !seen.has(arn);
        seen.add(arn);
        return isNew;
      }),
    );
}
