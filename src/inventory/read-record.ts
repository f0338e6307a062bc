import type { RecordKind } from '../catalogue/record-kinds.ts';
import { withoutEmptyMembers } from './aws-value.ts';
import { recordLines } from './inventory-schema.ts';
import { type Mismatch, mismatches } from './mismatch.ts';
import type { AwsRecord } from './record.ts';

export type RecordReading = { readonly record: AwsRecord } | { readonly mismatches: readonly Mismatch[] };

/** An AWS object with `kind`, `accountId` and `region` beside its fields, made canonical. */
export function readRecord(kind: RecordKind, line: unknown): RecordReading {
  const read = recordLines[kind].safeParse(withoutEmptyMembers(line));
  if (!read.success) return { mismatches: mismatches(kind, read.error) };
  const { kind: _, accountId, region, ...fields } = read.data;
  return { record: { kind, accountId, region, fields } };
}
