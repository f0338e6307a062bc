import type { RecordKind } from '../catalogue/record-kinds.ts';
import { canonical } from './canonical.ts';
import type { AwsRecord, Fields } from './record.ts';
import { compareText, scopeId } from './scope.ts';

/** Fields of which the first that is there tells one record of a kind from another, everywhere. */
const idFields: { readonly [kind in RecordKind]?: readonly string[] } = {
  recoveryPoint: ['RecoveryPointArn'],
  backupVault: ['BackupVaultArn'],
  protectedResource: ['ResourceArn'],
  restoreJob: ['RestoreJobId'],
  copyJob: ['CopyJobId'],
  backupJob: ['BackupJobId'],
  scanJob: ['ScanJobId'],
  backupPlan: ['BackupPlanArn', 'BackupPlanId'],
  backupSelection: ['SelectionId'],
  restoreTestingPlan: ['RestoreTestingPlanArn'],
  legalHold: ['LegalHoldArn'],
  framework: ['FrameworkArn'],
  reportPlan: ['ReportPlanArn'],
  listedResource: ['ResourceArn'],
};

/** Names that together tell a record from others of its scope alone; none: a scope has one record of the kind. */
const namesInScope: { readonly [kind in RecordKind]?: readonly string[] } = {
  restoreTestingSelection: ['RestoreTestingPlanName', 'RestoreTestingSelectionName'],
  regionSettings: [],
  globalSettings: [],
};

export type DatedRecord = { readonly record: AwsRecord; readonly asOf: number };

/** Each job once; of several readings the newest, of equals one that does not hang on their order. */
export function uniteJobs(found: readonly DatedRecord[]): readonly AwsRecord[] {
  const newest = new Map<string, DatedRecord>();
  for (const next of found) {
    const { record } = next;
    const key = `${record.kind}\n${idOf(record) ?? `${scopeId(record)}\n${canonical(record.fields)}`}`;
    const seen = newest.get(key);
    if (seen === undefined || isNewer(next, seen)) newest.set(key, next);
  }
  return [...newest.values()].map(({ record }) => record);
}

const isNewer = (a: DatedRecord, b: DatedRecord): boolean =>
  a.asOf > b.asOf || (a.asOf === b.asOf && compareText(canonical(a.record), canonical(b.record)) > 0);

/**
 * Each record of a scope once. Readings of one moment add to each other (a list, and a Describe answer with more
 * fields); a point is told by its vault too, since a restore access vault repeats ARNs.
 */
export function uniteState(found: readonly AwsRecord[]): readonly AwsRecord[] {
  const united = new Map<string, AwsRecord[]>();
  for (const record of found) {
    const place = [record.kind, scopeId(record), record.fields.BackupVaultArn].join('\n');
    const key = `${place}\n${idOf(record) ?? canonical(record.fields)}`;
    const same = united.get(key);
    if (same === undefined) united.set(key, [record]);
    else same.push(record);
  }
  return [...united.values()].flatMap(merged);
}

function merged(same: readonly AwsRecord[]): readonly AwsRecord[] {
  const [first, ...others] = same;
  if (first === undefined || others.length === 0) return same;
  const ordered = same.map((record) => [canonical(record.fields), record.fields] as const);
  ordered.sort(([a], [b]) => compareText(a, b));
  return [{ ...first, fields: Object.assign({}, ...ordered.map(([, fields]) => fields)) satisfies Fields }];
}

export function idOf(record: AwsRecord): string | undefined {
  const { kind, fields } = record;
  const names = namesInScope[kind]?.map((name) => fields[name]);
  if (names !== undefined) return names.every(isText) ? [scopeId(record), ...names].join('/') : undefined;
  return idFields[kind]?.map((name) => fields[name]).find(isText);
}

const isText = (value: unknown): value is string => typeof value === 'string';
