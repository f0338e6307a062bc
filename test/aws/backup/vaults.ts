import { recordFields } from '../../../src/catalogue/record-kinds.ts';
import type { AwsRecord, Fields } from '../../../src/inventory/record.ts';
import { scopeId, scopeOfArn } from '../../../src/inventory/scope.ts';
import { jsonAnswer } from '../answer.ts';
import { insufficientPrivileges, notFound } from '../aws-error.ts';
import { type Call, pathParam, textParam } from '../call.ts';
import type { Estate } from '../estate.ts';
import { equal } from '../filters.ts';
import type { Handlers } from '../handler.ts';
import { recordList } from '../item-list.ts';
import { pageAnswer } from '../paging.ts';
import { wireFields, without } from '../wire.ts';

const described = ['Policy', 'Notifications'];
const unlisted = [
  ...described,
  'SourceBackupVaultArn',
  'MpaApprovalTeamArn',
  'MpaSessionArn',
  'LatestMpaApprovalTeamUpdate',
];
const form = {
  table: recordFields.backupVault,
  id: 'BackupVaultArn',
  filters: { ByVaultType: equal('VaultType'), ByShared: () => true },
  member: (fields: Fields) => without(fields, unlisted),
};

const arnOf = ({ fields }: AwsRecord): string => String(fields.BackupVaultArn);
/** Vaults of other accounts are listed in a scope where AWS RAM shares them with it. */
const ownerOf = (vault: AwsRecord): string => scopeOfArn(arnOf(vault))?.accountId ?? vault.accountId;

/**
 * The vault that a call names: an own one, or, with `BackupVaultAccountId`, another account's. Without it AWS
 * refuses a shared vault as if it were not to be seen.
 */
export function vaultOf(call: Call, estate: Estate): AwsRecord {
  const name = pathParam(call, 'BackupVaultName');
  const named = estate.records(call, 'backupVault').filter(({ fields }) => fields.BackupVaultName === name);
  const owner = textParam(call, 'BackupVaultAccountId') ?? call.accountId;
  const vault = named.find((each) => ownerOf(each) === owner);
  if (vault !== undefined) return vault;
  throw named.length > 0 ? insufficientPrivileges() : notFound(`Backup vault ${name}`);
}

const namesOf = ({ fields: { BackupVaultName, BackupVaultArn } }: AwsRecord): Fields => ({
  BackupVaultName,
  BackupVaultArn,
});

/** Of another account's vault neither policy nor notifications are given. */
function ownPart(call: Call, estate: Estate, field: string): { readonly vault: AwsRecord; readonly value: unknown } {
  const vault = vaultOf(call, estate);
  const value = vault.fields[field];
  if (value === undefined) throw notFound(`${field} of backup vault ${String(vault.fields.BackupVaultName)}`);
  return { vault, value };
}

export const vaultHandlers: Handlers = {
  ListBackupVaults: (call, estate) => {
    const isShared = textParam(call, 'ByShared') === 'true';
    const list = estate.list(`${scopeId(call)} vaults ${isShared}`, () => {
      const vaults = estate.records(call, 'backupVault');
      return recordList(
        vaults.filter((vault) => (ownerOf(vault) !== call.accountId) === isShared),
        form,
      );
    });
    return pageAnswer(call, estate, list, { list: 'BackupVaultList' });
  },
  DescribeBackupVault: (call, estate) => {
    const { fields } = vaultOf(call, estate);
    return jsonAnswer(call.service, wireFields(without(fields, described), form.table));
  },
  GetBackupVaultAccessPolicy: (call, estate) => {
    const { vault, value } = ownPart(call, estate, 'Policy');
    return jsonAnswer(call.service, { ...namesOf(vault), Policy: value });
  },
  GetBackupVaultNotifications: (call, estate) => {
    const { vault, value } = ownPart(call, estate, 'Notifications');
    return jsonAnswer(call.service, { ...namesOf(vault), ...(typeof value === 'object' ? value : {}) });
  },
};
