import type { FieldType } from '../../src/catalogue/field.ts';
import { type RecordKind, recordFields } from '../../src/catalogue/record-kinds.ts';
import type { AwsRecord, Fields, Shard } from '../../src/inventory/record.ts';
import { airGapped, home, record, shard, vaultArn } from '../engine/estate.ts';

/** A value of the type in its canonical form; texts tell their place. */
function sample(type: FieldType, place: string): unknown {
  switch (type.type) {
    case 'string':
      return type.values?.at(-1) ?? `the ${place}`;
    case 'number':
      return place.length;
    case 'boolean':
      return true;
    case 'date':
      return `2026-10-${String(10 + (place.length % 20))}T08:00:00.123Z`;
    case 'list':
      return [sample(type.of, `${place} 0`), sample(type.of, `${place} 1`)];
    case 'map':
      return { [`key of ${place}`]: sample(type.of, place) };
    case 'object':
      return Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, sample(field, name)]));
  }
}

const fieldsOf = (kind: RecordKind): Fields =>
  Object.fromEntries(Object.entries(recordFields[kind]).map(([name, type]) => [name, sample(type, name)]));

/** A record of a kind with every field, nested ones too, that AWS documents for it. */
const full = (kind: RecordKind, more: Fields = {}): AwsRecord => record(kind, { ...fieldsOf(kind), ...more });

export const listedArn = 'arn:aws:s3:::invoices';
export const listedTags = { team: 'a', stage: '' };

const vaultName = 'every/field of it';
const ofVault = { BackupVaultName: vaultName, BackupVaultArn: vaultArn(vaultName), VaultType: airGapped };

/** Every kind with every field; what hangs on a vault or plan names it. */
const records: readonly AwsRecord[] = [
  full('backupVault', ofVault),
  full('recoveryPoint', ofVault),
  full('protectedResource'),
  full('restoreJob'),
  full('copyJob'),
  full('backupJob'),
  full('scanJob'),
  full('backupPlan', { BackupPlanId: 'plan' }),
  full('backupSelection', { BackupPlanId: 'plan' }),
  full('restoreTestingPlan', { RestoreTestingPlanName: 'testing' }),
  full('restoreTestingSelection', { RestoreTestingPlanName: 'testing' }),
  full('legalHold'),
  full('framework'),
  full('reportPlan'),
  full('regionSettings'),
  full('globalSettings'),
  record('listedResource', { ResourceArn: listedArn, Tags: listedTags }),
];

export const everyField: Shard = shard({ records, scopes: [home] });
