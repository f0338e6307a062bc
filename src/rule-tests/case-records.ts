import { type RecordKind, recordFields, recordKinds } from '../catalogue/record-kinds.ts';
import type { Fault } from '../errors.ts';
import { readRecord } from '../inventory/read-record.ts';
import type { AwsRecord } from '../inventory/record.ts';
import { faultAt, type JsonFile, pointerOf } from '../json-file.ts';
import { expectedOneOf } from '../nearest.ts';
import { mergePatch } from './merge-patch.ts';
import { withAbsoluteTimes } from './relative-time.ts';
import type { FieldsText, RuleTestFile } from './test-schema.ts';

/** Where a record is read unless it says otherwise. */
export const homeScope = { accountId: '111122223333', region: 'eu-west-1' } as const;

export type Reading = { readonly record: AwsRecord } | { readonly faults: readonly Fault[] };
type Source = { readonly json: JsonFile; readonly file: RuleTestFile; readonly asOf: number };
type Fields = { readonly [name: string]: unknown };

/** The record of a case: one of the file's by name, or one like it, or one of its own. */
export function caseRecord(text: string | FieldsText, path: readonly PropertyKey[], source: Source): Reading {
  const { json, asOf } = source;
  const fail = (message: string, at: readonly PropertyKey[] = path): Reading => ({
    faults: [faultAt(json, pointerOf(at), message)],
  });
  const written = typeof text === 'string' ? named(text, source) : likeOne(text, source);
  if (typeof written === 'string') return fail(written);
  const { kind, ...fields } = written;
  if (!isRecordKind(kind)) return fail(unknownKind(kind));
  const strange = Object.keys(fields).filter((name) => !isField(kind, name));
  if (strange.length > 0)
    return { faults: strange.flatMap((name) => faultAt(json, pointerOf([...path, name]), unknownField(kind, name))) };
  const reading = readRecord(kind, { ...homeScope, ...(withAbsoluteTimes(fields, asOf) as Fields), kind });
  if ('record' in reading) return reading;
  return { faults: reading.mismatches.map((each) => faultAt(json, pointerOf([...path, ...each.path]), each.message)) };
}

/** A string is what is wrong. */
function named(name: string, { file }: Source): Fields | string {
  const { records = {} } = file;
  const found = Object.hasOwn(records, name) ? records[name] : undefined;
  return found ?? `no record of this file has the name "${name}"${expectedOneOf(name, Object.keys(records))}`;
}

function likeOne({ like, ...changes }: FieldsText, source: Source): Fields | string {
  if (like === undefined) return changes;
  const base = named(String(like), source);
  return typeof base === 'string' ? base : (mergePatch(base, changes) as Fields);
}

const isRecordKind = (kind: unknown): kind is RecordKind => recordKinds.some((each) => each === kind);

const unknownKind = (kind: unknown): string =>
  kind === undefined
    ? 'the member "kind" is missing: a record has a kind, or is "like" another'
    : `unknown kind ${JSON.stringify(kind)}${expectedOneOf(String(kind), recordKinds)}`;

const isField = (kind: RecordKind, name: string): boolean =>
  name === 'accountId' || name === 'region' || Object.hasOwn(recordFields[kind], name);

const unknownField = (kind: RecordKind, name: string): string =>
  `${kind} has no field "${name}"${expectedOneOf(name, Object.keys(recordFields[kind]))}`;
