import { recordFields } from '../../../src/catalogue/record-kinds.ts';
import type { AwsRecord, Fields } from '../../../src/inventory/record.ts';
import { scopeId, scopeOfArn } from '../../../src/inventory/scope.ts';
import { jsonAnswer } from '../answer.ts';
import { notFound } from '../aws-error.ts';
import { type Call, pathParam } from '../call.ts';
import type { Estate } from '../estate.ts';
import { after, before, equal } from '../filters.ts';
import type { Handlers } from '../handler.ts';
import { type ItemList, type ListForm, recordList } from '../item-list.ts';
import { pageAnswer } from '../paging.ts';
import { wireFields, without } from '../wire.ts';
import { vaultOf } from './vaults.ts';

const unlisted = ['StorageClass', 'ScanResults'];
const pointForm: ListForm = {
  table: recordFields.recoveryPoint,
  id: 'RecoveryPointArn',
  filters: {
    ByResourceArn: equal('ResourceArn'),
    ByResourceType: equal('ResourceType'),
    ByBackupPlanId: equal('CreatedBy.BackupPlanId'),
    ByCreatedBefore: before('CreationDate'),
    ByCreatedAfter: after('CreationDate'),
    ByParentRecoveryPointArn: equal('ParentRecoveryPointArn'),
  },
  member: (fields: Fields) => without(fields, unlisted),
};

/** The points of the vault that the call names. */
function pointsOf(call: Call, estate: Estate): ItemList {
  const arn = String(vaultOf(call, estate).fields.BackupVaultArn);
  const own = estate.options.points?.(arn, call);
  return (
    own ?? estate.list(`${scopeId(call)} points ${arn}`, () => recordList(recordsIn(arn, call, estate), pointForm))
  );
}

/** An inventory holds the points of a shared vault once, as a rule in its owner's scope. */
function recordsIn(vaultArn: string, call: Call, estate: Estate): readonly AwsRecord[] {
  const owner = scopeOfArn(vaultArn);
  for (const scope of owner === undefined ? [call] : [call, owner]) {
    const points = estate.records(scope, 'recoveryPoint').filter(({ fields }) => fields.BackupVaultArn === vaultArn);
    if (points.length > 0) return points;
  }
  return [];
}

export const pointHandlers: Handlers = {
  ListRecoveryPointsByBackupVault: (call, estate) =>
    pageAnswer(call, estate, pointsOf(call, estate), { list: 'RecoveryPoints' }),
  DescribeRecoveryPoint: (call, estate) => {
    const arn = pathParam(call, 'RecoveryPointArn');
    const fields = pointsOf(call, estate).find(arn);
    if (fields === undefined) throw notFound(`Recovery point ${arn}`);
    return jsonAnswer(call.service, wireFields(without(fields, ['AggregatedScanResult']), pointForm.table));
  },
};
