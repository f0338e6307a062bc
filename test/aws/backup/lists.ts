import { type RecordKind, recordFields } from '../../../src/catalogue/record-kinds.ts';
import type { AwsRecord } from '../../../src/inventory/record.ts';
import { scopeId } from '../../../src/inventory/scope.ts';
import { jsonAnswer, type TextAnswer } from '../answer.ts';
import { notFound } from '../aws-error.ts';
import { type Call, pathParam } from '../call.ts';
import type { Estate } from '../estate.ts';
import type { Handler } from '../handler.ts';
import { type ItemList, type ListForm, recordList } from '../item-list.ts';
import { pageAnswer } from '../paging.ts';
import { isFields, wireFields } from '../wire.ts';

/** How a kind of record is listed: under which name, by which field its items are told apart. */
export type KindList = Partial<Omit<ListForm, 'table'>> & {
  readonly kind: RecordKind;
  readonly list: string;
  readonly id: string;
  /** The path parameter of the record that the list belongs to, and where an item names it. */
  readonly parent?: string;
};

/** A list of what a scope has of a kind, or of what belongs to one of its records. */
export const listOf =
  (form: KindList): Handler =>
  (call, estate) =>
    pageAnswer(call, estate, scopeList(call, estate, form), form);

/** One record; `member` names what the answer wraps it in. */
export const describe =
  (form: KindList, param: string, member?: string): Handler =>
  (call, estate) => {
    const id = pathParam(call, param);
    const fields = scopeList(call, estate, form).find(id);
    if (fields === undefined) throw notFound(`${form.kind} ${id}`);
    const wire = wireFields(fields, recordFields[form.kind]);
    return jsonAnswer(call.service, member === undefined ? wire : { [member]: wire });
  };

function scopeList(call: Call, estate: Estate, { kind, parent, filters = {}, ...form }: KindList): ItemList {
  const owner = parent === undefined ? undefined : pathParam(call, parent);
  return estate.list(JSON.stringify([scopeId(call), kind, owner ?? null]), () => {
    const records = estate.records(call, kind).filter((record) => belongs(record, parent, owner));
    return recordList(records, { ...form, filters, table: recordFields[kind] });
  });
}

const belongs = ({ fields }: AwsRecord, parent: string | undefined, owner: string | undefined): boolean =>
  parent === undefined || fields[parent] === owner;

/** The one record of a kind that a scope may have. */
export function settings(call: Call, estate: Estate, kind: RecordKind): TextAnswer | undefined {
  const [record] = estate.records(call, kind);
  return record && jsonAnswer(call.service, wireFields(record.fields, recordFields[kind]));
}

export const memberOf = (value: unknown, name: string): unknown => (isFields(value) ? value[name] : undefined);
