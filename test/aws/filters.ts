import type { AwsRecord } from '../../src/inventory/record.ts';
import { invalidParameter } from './aws-error.ts';
import type { Filter } from './item-list.ts';
import { isFields } from './wire.ts';

/** The value at `CreatedBy.BackupPlanId`. */
function valueAt({ fields }: AwsRecord, path: string): unknown {
  let value: unknown = fields;
  for (const name of path.split('.')) value = isFields(value) ? value[name] : undefined;
  return value;
}

export const equal =
  (path: string): Filter =>
  (record, wanted) =>
    valueAt(record, path) === wanted;

/** Both ends are exclusive. What has no date yet is on neither side. */
export const before =
  (path: string): Filter =>
  (record, wanted) =>
    timeAt(record, path) < timeOf(wanted);

export const after =
  (path: string): Filter =>
  (record, wanted) =>
    timeAt(record, path) > timeOf(wanted);

export const ofAccount: Filter = (record, wanted) =>
  wanted === '*' || (valueAt(record, 'AccountId') ?? record.accountId) === wanted;

const timeAt = (record: AwsRecord, path: string): number => Date.parse(String(valueAt(record, path)));

export function timeOf(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw invalidParameter(`${text} is not a timestamp`);
  return time;
}
