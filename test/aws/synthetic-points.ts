import type { Fields } from '../../src/inventory/record.ts';
import { invalidParameter } from './aws-error.ts';
import { timeOf } from './filters.ts';
import { givenFilters, type ItemList, type ItemPage } from './item-list.ts';
import type { Params } from './options.ts';
import { resourceOf, type SyntheticForm } from './synthetic-resource.ts';
import { isFields } from './wire.ts';

/** The points of one vault, oldest first; every page is computed from its index alone. */
export function syntheticPoints(form: SyntheticForm): ItemList {
  const write = pointWriter(form);
  return {
    page: (params, from, count) => pageOf(form, write, params, from, count),
    find: (arn) => {
      const index = Number.parseInt(arn.slice(arn.lastIndexOf('-') + 1), 16);
      const isThere = index >= 0 && index < form.count && pointArn(form, index) === arn;
      const point: unknown = isThere ? JSON.parse(write(index)) : undefined;
      return isFields(point) ? { ...point, StorageClass: 'WARM' } : undefined;
    },
  };
}

type Write = (index: number) => string;

function pageOf(form: SyntheticForm, write: Write, params: Params, from: number, count: number): ItemPage {
  const { first, end, isWanted } = wantedOf(form, params);
  const items: string[] = [];
  for (let index = Math.max(from, first); index < end; index += 1) {
    if (!isWanted(index)) continue;
    if (items.length === count) return { items, next: index };
    items.push(write(index));
  }
  return { items, next: undefined };
}

type Wanted = { readonly first: number; readonly end: number; readonly isWanted: (index: number) => boolean };

/** Dates give a range of indexes; resource and type are looked at for each. */
function wantedOf(form: SyntheticForm, params: Params): Wanted {
  let first = 0;
  let end = form.count;
  const tests: ((index: number) => boolean)[] = [];
  for (const [name, value] of givenFilters(params)) {
    if (name === 'ByCreatedAfter') first = indexAfter(form, timeOf(value));
    else if (name === 'ByCreatedBefore') end = Math.min(end, indexFrom(form, timeOf(value)));
    else if (name === 'ByResourceArn') tests.push((index) => resourceAt(form, index).arn === value);
    else if (name === 'ByResourceType') tests.push((index) => resourceAt(form, index).type === value);
    else throw invalidParameter(`synthetic points know no ${name}`);
  }
  return { first, end, isWanted: (index) => tests.every((test) => test(index)) };
}

const createdAt = ({ from, step }: SyntheticForm, index: number): number => Math.floor(from + index * step);

/** The first index created at a time or later. */
function indexFrom(form: SyntheticForm, time: number): number {
  let index = Math.max(0, Math.ceil((time - form.from) / form.step) - 1);
  while (createdAt(form, index) < time) index += 1;
  return index;
}

const indexAfter = (form: SyntheticForm, time: number): number => indexFrom(form, time + 1);
const resourceAt = ({ scope, resources }: SyntheticForm, index: number) => resourceOf(scope, index % resources);

/** Written as text, ten times faster than through objects: a benchmark is to measure its client. */
function pointWriter(form: SyntheticForm): Write {
  const rest = JSON.stringify(sameInAll(form)).slice(1);
  return (index) => {
    const { arn, type } = resourceAt(form, index);
    const created = createdAt(form, index);
    const dates = `"CreationDate":${created / 1000},"CompletionDate":${(created + 600_000) / 1000}`;
    return (
      `{"RecoveryPointArn":"${pointArn(form, index)}","ResourceArn":"${arn}","ResourceType":"${type}",${dates},` +
      `"CalculatedLifecycle":{"DeleteAt":${(created + 35 * 86_400_000) / 1000}},"BackupSizeInBytes":${1_073_741_824 + index},${rest}`
    );
  };
}

const sameInAll = ({ scope, name, vaultArn, isAirGapped }: SyntheticForm): Fields => ({
  BackupVaultName: name,
  BackupVaultArn: vaultArn,
  Status: 'COMPLETED',
  Lifecycle: { DeleteAfterDays: 35 },
  IamRoleArn: `arn:aws:iam::${scope.accountId}:role/service-role/AWSBackupDefaultServiceRole`,
  EncryptionKeyArn: `arn:aws:kms:${scope.region}:${scope.accountId}:key/7a9d3385-467e-4588-8117-3abccb501291`,
  IsEncrypted: true,
  IsParent: false,
  VaultType: isAirGapped ? 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' : 'BACKUP_VAULT',
  CreatedBy: { BackupPlanName: 'nightly', BackupRuleName: 'daily' },
});

const pointArn = ({ scope, name }: SyntheticForm, index: number): string =>
  `arn:aws:backup:${scope.region}:${scope.accountId}:recovery-point:${name}-${index.toString(16).padStart(12, '0')}`;
