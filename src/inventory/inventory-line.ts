import type { z } from 'zod';
import { type RecordKind, recordFields, recordKinds } from '../catalogue/record-kinds.ts';
import { didYouMean } from '../nearest.ts';
import { withoutEmptyMembers } from './aws-value.ts';
import { shown } from './expected.ts';
import { CoverageLine, EndLine, HeaderLine, schemaVersion } from './inventory-schema.ts';
import { mismatches } from './mismatch.ts';
import { isJsonObject } from './parse-json.ts';
import { readRecord } from './read-record.ts';
import type { AwsRecord, Coverage } from './record.ts';
import type { ShardHeader } from './shard-builder.ts';

/** What one line of an inventory file says. */
export type LineReading =
  | { readonly type: 'header'; readonly header: ShardHeader }
  | { readonly type: 'newer'; readonly message: string }
  | { readonly type: 'record'; readonly record: AwsRecord }
  | { readonly type: 'coverage'; readonly coverage: Coverage }
  | { readonly type: 'end'; readonly records: number }
  | { readonly type: 'malformed'; readonly messages: readonly string[] };

const isRecordKind = (kind: string): kind is RecordKind => Object.hasOwn(recordFields, kind);
const malformed = (...messages: readonly string[]): LineReading => ({ type: 'malformed', messages });

export function readLine(value: unknown): LineReading {
  if (!isJsonObject(value)) return malformed(`expected a JSON object, got ${shown(value)}`);
  const { kind } = value;
  if (typeof kind !== 'string') return malformed(`"kind": expected a string, got ${shown(kind)}`);
  if (isRecordKind(kind)) {
    const read = readRecord(kind, value);
    return 'record' in read ? { type: 'record', ...read } : malformed(...read.mismatches.map(({ message }) => message));
  }
  return kind === 'inventory' ? readHeader(value) : readControlLine(kind, value);
}

function readHeader(value: { readonly [name: string]: unknown }): LineReading {
  if (typeof value.schemaVersion === 'number' && value.schemaVersion > schemaVersion) {
    const versions = `schemaVersion ${value.schemaVersion}; this version reads ${schemaVersion}`;
    return { type: 'newer', message: `made by a newer backuplint (${versions})` };
  }
  return fitting('inventory', HeaderLine, value, ({ asOf, scopes }) => ({
    type: 'header',
    header: { asOf, scopes: scopes.map(({ accountId, region }) => ({ accountId, region })) },
  }));
}

function readControlLine(kind: string, value: unknown): LineReading {
  if (kind === 'coverage') {
    return fitting(kind, CoverageLine, value, (line) => ({ type: 'coverage', coverage: coverageOf(line) }));
  }
  if (kind === 'end') return fitting(kind, EndLine, value, ({ records }) => ({ type: 'end', records }));
  return malformed(`unknown kind ${shown(kind)}${didYouMean(kind, ['inventory', 'coverage', 'end', ...recordKinds])}`);
}

function fitting<Schema extends z.ZodType>(
  kind: string,
  schema: Schema,
  value: unknown,
  then: (line: z.output<Schema>) => LineReading,
): LineReading {
  const read = schema.safeParse(withoutEmptyMembers(value));
  return read.success ? then(read.data) : malformed(...mismatches(kind, read.error).map(({ message }) => message));
}

/** Its known members alone: a version that adds some must not change what this one compares. */
function coverageOf({
  accountId,
  region,
  operation,
  resource,
  status,
  items,
  filters,
  error,
}: z.output<typeof CoverageLine>): Coverage {
  return {
    accountId,
    region,
    operation,
    ...(resource === undefined ? {} : { resource }),
    status,
    ...(items === undefined ? {} : { items }),
    ...(filters === undefined ? {} : { filters }),
    ...(error === undefined ? {} : { error: { name: error.name, message: error.message } }),
  };
}
