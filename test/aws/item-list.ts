import type { FieldTable } from '../../src/catalogue/field.ts';
import type { AwsRecord, Fields } from '../../src/inventory/record.ts';
import { invalidParameter } from './aws-error.ts';
import type { Params } from './options.ts';
import { wireFields } from './wire.ts';

export type ItemPage = {
  /** As JSON. */
  readonly items: readonly string[];
  /** Where the next page begins; undefined if nothing that the filters pass is left. */
  readonly next: number | undefined;
};

/** What a List operation pages through. */
export type ItemList = {
  readonly page: (params: Params, from: number, count: number) => ItemPage;
  /** All of one item, for a Describe operation. */
  readonly find: (id: string) => Fields | undefined;
};

export type Filter = (record: AwsRecord, value: string) => boolean;
export type Filters = { readonly [param: string]: Filter };

export type ListForm = {
  readonly table: FieldTable;
  /** The field that tells items apart. */
  readonly id: string;
  readonly filters: Filters;
  /** What the list tells of a record. */
  readonly member?: (fields: Fields) => Fields;
};

/** A list of records; each item's JSON is made once, when it is first asked for. */
export function recordList(records: readonly AwsRecord[], form: ListForm): ItemList {
  const made: string[] = [];
  const { member = (fields: Fields) => fields } = form;
  const json = (record: AwsRecord, index: number): string => {
    made[index] ??= JSON.stringify(wireFields(member(record.fields), form.table));
    return made[index];
  };
  return {
    page: (params, from, count) => pageOf(records, passes(params, form.filters), from, count, json),
    find: (id) => records.find(({ fields }) => fields[form.id] === id)?.fields,
  };
}

function pageOf(
  records: readonly AwsRecord[],
  isWanted: (record: AwsRecord) => boolean,
  from: number,
  count: number,
  json: (record: AwsRecord, index: number) => string,
): ItemPage {
  const items: string[] = [];
  for (let index = from; index < records.length; index += 1) {
    const record = records[index];
    if (record === undefined || !isWanted(record)) continue;
    if (items.length === count) return { items, next: index };
    items.push(json(record, index));
  }
  return { items, next: undefined };
}

/** Whether a record passes every filter that the parameters hold. */
function passes(params: Params, filters: Filters): (record: AwsRecord) => boolean {
  const wanted = givenFilters(params).map(([name, value]) => {
    const filter = filters[name];
    if (filter === undefined) throw invalidParameter(`there is no ${name} in this operation`);
    return (record: AwsRecord) => filter(record, value);
  });
  return (record) => wanted.every((isWanted) => isWanted(record));
}

export const givenFilters = (params: Params): readonly (readonly [name: string, value: string])[] =>
  Object.entries(params).flatMap(([name, value]) => (name.startsWith('By') ? [[name, String(value)] as const] : []));
