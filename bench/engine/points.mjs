// Recovery points as AWS gives them: of every type its own ARN, most of them encrypted, a few in an odd state.
import { draw, hex, share, uuid } from './draw.mjs';
import { copyVault, createdAt, day, minute, now, plainVault, seed, vaultName } from './estate.mjs';

const iso = (time) => new Date(time).toISOString();

const isContinuous = ({ slot }, { type }) => slot === 0 && (type === 'S3' || type === 'RDS');

export const vaultOf = (slot, resource) => {
  const name = vaultName(slot, resource);
  return name === 'copy' ? copyVault(resource.scope.region) : plainVault(resource.scope, name);
};

/** In an air-gapped vault every point has an ARN of AWS Backup's own. */
export function pointArn(slot, resource) {
  const { index, type } = resource;
  const { accountId, region, type: vaultType } = vaultOf(slot, resource);
  const id = uuid(seed + 10, index, slot.slot);
  const own = `arn:aws:backup:${region}:${accountId}:recovery-point:`;
  if (isContinuous(slot, resource)) return `${own}continuous:${resource.name}-${id.slice(0, 8)}`;
  if (vaultType !== 'BACKUP_VAULT') return own + id;
  if (type === 'EBS') return `arn:aws:ec2:${region}::snapshot/snap-0${hex(seed + 10, index, slot.slot, 16)}`;
  if (type === 'EC2') return `arn:aws:ec2:${region}::image/ami-0${hex(seed + 10, index, slot.slot, 16)}`;
  if (type === 'Aurora') return `arn:aws:rds:${region}:${accountId}:cluster-snapshot:awsbackup:job-${id}`;
  if (type === 'RDS') return `arn:aws:rds:${region}:${accountId}:snapshot:awsbackup:job-${id}`;
  return own + id;
}

/** Of the points a hundredth is not usable, and as many never expire; a few wait for their copy. */
function stateOf(slot, { index }) {
  const chance = share(seed + 20, index, slot.slot);
  if (chance < 0.006) return { Status: 'PARTIAL', StatusMessage: 'Some of the data could not be read.' };
  if (chance < 0.01) return { Status: 'EXPIRED', StatusMessage: 'The recovery point could not be deleted.' };
  return { Status: 'COMPLETED' };
}

function lifecycleOf(slot, resource, created, fails) {
  const chance = share(seed + 30, resource.index, slot.slot);
  if (isContinuous(slot, resource)) return keptFor(created, 35);
  if (chance < fails) return keptFor(created, 14);
  if (chance > 0.99) return {};
  if (chance > 0.988) return { Lifecycle: { DeleteAfterEvent: 'DELETE_AFTER_COPY' } };
  return keptFor(created, slot.keep);
}

/** What is due to go and still there lies more days back than it is kept: then AWS is just deleting it. */
const keptFor = (created, days) => ({
  CalculatedLifecycle: { DeleteAt: iso(created + Math.max(days, Math.ceil((now - created) / day)) * day) },
  Lifecycle: { DeleteAfterDays: days },
});

export function pointRecord(slot, resource, fails) {
  const vault = vaultOf(slot, resource);
  const { accountId, region } = vault;
  const { index, scope } = resource;
  const created = createdAt(slot, resource);
  const lasts = (1 + (draw(seed + 40, index, slot.slot) % 55)) * minute;
  const isCopy = vault.type !== 'BACKUP_VAULT';
  return {
    ...{ kind: 'recoveryPoint', accountId, region },
    RecoveryPointArn: pointArn(slot, resource),
    BackupVaultName: vault.name,
    BackupVaultArn: vault.arn,
    ...(isCopy ? { SourceBackupVaultArn: plainVault(scope, 'prod-weekly').arn } : {}),
    ResourceArn: resource.arn,
    ResourceType: resource.type,
    ResourceName: resource.name,
    CreatedBy: { BackupPlanName: 'prod', BackupRuleName: slot.name },
    ...stateOf(slot, resource),
    CreationDate: iso(created),
    CompletionDate: iso(created + lasts),
    BackupSizeInBytes: 1_073_741_824 + draw(seed + 50, index, slot.slot),
    ...lifecycleOf(slot, resource, created, fails),
    IsEncrypted: true,
    ...(isCopy
      ? {}
      : {
          EncryptionKeyArn: `arn:aws:kms:${region}:${accountId}:key/626e5679-9f53-243b-5ef6-197622${region.length}d7dbc`,
        }),
    EncryptionKeyType: isCopy ? 'AWS_OWNED_KMS_KEY' : 'CUSTOMER_MANAGED_KMS_KEY',
    IsParent: false,
    VaultType: vault.type,
  };
}
