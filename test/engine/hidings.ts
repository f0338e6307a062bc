import fc from 'fast-check';
import { kindSpec } from '../../src/catalogue/kinds.ts';
import type { AwsRecord, Coverage } from '../../src/inventory/record.ts';
import type { Estate } from './random-estate.ts';

/** A way of knowing less of an estate. */
export type Hiding = { readonly name: string; readonly hide: (estate: Estate) => Estate };

const yieldsOf: { readonly [operation: string]: AwsRecord['kind'] } = {
  ListBackupVaults: 'backupVault',
  ListProtectedResources: 'protectedResource',
  ListRestoreJobs: 'restoreJob',
  ListCopyJobs: 'copyJob',
  DescribeRegionSettings: 'regionSettings',
  ListRecoveryPointsByBackupVault: 'recoveryPoint',
};

const isOf = (line: Coverage, record: AwsRecord): boolean =>
  record.kind === yieldsOf[line.operation] &&
  record.accountId === line.accountId &&
  (line.resource === undefined || record.fields.BackupVaultArn === line.resource);

const withoutRecords = (estate: Estate, line: Coverage): readonly AwsRecord[] =>
  estate.records.filter((record) => !isOf(line, record));

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
const ids = ['RecoveryPointArn', 'ResourceArn', 'RestoreJobId', 'CopyJobId', 'BackupVaultArn'];

function without(record: AwsRecord, field: number): AwsRecord {
  const names = (kindSpec(record.kind)?.alwaysFilled ?? []).filter((name) => !ids.includes(name));
  const name = names[field % names.length];
  if (record.kind !== 'recoveryPoint' && record.kind !== 'restoreJob') return record;
  return { ...record, fields: Object.fromEntries(Object.entries(record.fields).filter(([key]) => key !== name)) };
}

const at = fc.nat({ max: 40 });
export const randomHiding: fc.Arbitrary<Hiding> = fc.oneof(
  at.map(deny),
  fc.tuple(at, fc.boolean()).map(([index, keeps]) => forget(index, keeps)),
  fc.tuple(at, at).map(([index, field]) => drop(index, field)),
);
