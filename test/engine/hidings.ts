import fc from 'fast-check';
import { alwaysFilled } from '../../src/catalogue/always-filled.ts';
import { isOperation, operationSpec } from '../../src/catalogue/operations.ts';
import { readBy } from '../../src/catalogue/read-by.ts';
import type { AwsRecord, Coverage } from '../../src/inventory/record.ts';
import type { Estate } from './estate-parts.ts';

/** A way of knowing less of an estate. */
export type Hiding = { readonly name: string; readonly hide: (estate: Estate) => Estate };

const owners = ['BackupVaultArn', 'BackupPlanArn', 'RestoreTestingPlanArn'];
const names = ['BackupPlanId', 'RestoreTestingPlanName'];

/** A line about a vault or plan speaks of it, and of what it holds. */
const isAbout = (resource: string, { fields }: AwsRecord): boolean =>
  owners.some((field) => fields[field] === resource) || names.some((field) => resource.endsWith(`:${fields[field]}`));

const isOf = (line: Coverage, record: AwsRecord): boolean =>
  isOperation(line.operation) &&
  record.kind === operationSpec(line.operation).yields &&
  record.accountId === line.accountId &&
  (line.resource === undefined || isAbout(line.resource, record));

/** Without what a line says was read: the records of a list, or the fields that an operation adds to them. */
const withoutRecords = (estate: Estate, line: Coverage): readonly AwsRecord[] =>
  estate.records.flatMap((record) => {
    if (!isOf(line, record)) return [record];
    const isList = isOperation(line.operation) && operationSpec(line.operation).adds === undefined;
    return isList ? [] : [withoutFields(record, line.operation)];
  });

function withoutFields(record: AwsRecord, operation: string): AwsRecord {
  const added = readBy[record.kind] ?? {};
  const kept = Object.entries(record.fields).filter(([name]) => added[name] !== operation);
  return { ...record, fields: Object.fromEntries(kept) };
}

/** The list was denied: its records are gone too. */
const deny = (index: number): Hiding => ({
  name: `deny line ${index}`,
  hide: (estate) => {
    const line = estate.coverage[index % estate.coverage.length];
    if (line === undefined) return estate;
    const denied: Coverage = { ...line, status: 'denied', error: { name: 'AccessDeniedException', message: 'no' } };
    return {
      records: withoutRecords(estate, line),
      coverage: estate.coverage.map((each) => (each === line ? denied : each)),
    };
  },
});

/** Nobody says that the list was read; its records may still be there. */
const forget = (index: number, keepsRecords: boolean): Hiding => ({
  name: `forget line ${index}${keepsRecords ? '' : ' and its records'}`,
  hide: (estate) => {
    const line = estate.coverage[index % estate.coverage.length];
    if (line === undefined) return estate;
    return {
      records: keepsRecords ? estate.records : withoutRecords(estate, line),
      coverage: estate.coverage.filter((each) => each !== line),
    };
  },
});

/** A field that AWS always fills is missing. */
const drop = (index: number, field: number): Hiding => ({
  name: `drop field ${field} of record ${index}`,
  hide: (estate) => {
    const at = index % estate.records.length;
    return { ...estate, records: estate.records.map((record, i) => (i === at ? without(record, field) : record)) };
  },
});

/** Ids stay: without its id a record is another target. */
const ids = [
  'RecoveryPointArn',
  'ResourceArn',
  'RestoreJobId',
  'CopyJobId',
  'ScanJobId',
  'BackupVaultArn',
  'BackupPlanArn',
  'SelectionId',
];
const droppedFrom: ReadonlySet<string> = new Set([
  'recoveryPoint',
  'restoreJob',
  'scanJob',
  'backupPlan',
  'backupSelection',
  'listedResource',
]);

function without(record: AwsRecord, field: number): AwsRecord {
  const names = alwaysFilled[record.kind].filter((name) => !ids.includes(name));
  const name = names[field % names.length];
  if (!droppedFrom.has(record.kind)) return record;
  return { ...record, fields: Object.fromEntries(Object.entries(record.fields).filter(([key]) => key !== name)) };
}

const at = fc.nat({ max: 70 });
export const randomHiding: fc.Arbitrary<Hiding> = fc.oneof(
  at.map(deny),
  fc.tuple(at, fc.boolean()).map(([index, keeps]) => forget(index, keeps)),
  fc.tuple(at, at).map(([index, field]) => drop(index, field)),
);
