import { type RecordKind, recordFields } from '../catalogue/record-kinds.ts';
import { withoutEmptyMembers } from './aws-value.ts';
import { fieldsReader, otherForm } from './canonical-fields.ts';
import { recordSchema } from './inventory-schema.ts';
import { type Mismatch, mismatches } from './mismatch.ts';
import { isJsonObject, type JsonObject } from './parse-json.ts';
import type { AwsRecord, Scope } from './record.ts';
import { isScope } from './scope.ts';

export type RecordReading = { readonly record: AwsRecord } | { readonly mismatches: readonly Mismatch[] };

/** What stands beside the fields in a line. */
const besides = ['kind', 'accountId', 'region'];
const readers = new Map<RecordKind, ReturnType<typeof fieldsReader>>();

function readerOf(kind: RecordKind): ReturnType<typeof fieldsReader> {
  const reader = readers.get(kind) ?? fieldsReader(recordFields[kind], besides);
  readers.set(kind, reader);
  return reader;
}

/** An AWS object with `kind`, `accountId` and `region` beside its fields, made canonical. */
export function readRecord(kind: RecordKind, line: JsonObject): RecordReading {
  const { accountId, region } = line;
  const scope = { accountId, region };
  const read = isScope(scope) ? readFields(kind, line, scope) : undefined;
  return read ?? bySchema(kind, line);
}

/** The fields of an AWS object as a record of a scope. */
export const recordOf = (kind: RecordKind, fields: JsonObject, scope: Scope): RecordReading =>
  readFields(kind, fields, scope) ?? bySchema(kind, { ...fields, kind, ...scope });

function readFields(kind: RecordKind, fields: JsonObject, { accountId, region }: Scope): RecordReading | undefined {
  const read = readerOf(kind)(fields);
  return read === otherForm || !isJsonObject(read) ? undefined : { record: { kind, accountId, region, fields: read } };
}

function bySchema(kind: RecordKind, line: JsonObject): RecordReading {
  const read = recordSchema(kind).safeParse(withoutEmptyMembers(line));
  if (!read.success) return { mismatches: mismatches(kind, read.error) };
  const { kind: _, accountId, region, ...fields } = read.data;
  return { record: { kind, accountId, region, fields } };
}
