import type { Fields } from '../../src/inventory/record.ts';
import { daysAgo } from './clock.ts';
import { arnIn } from './scopes.ts';
import type { Vault } from './vaults.ts';

const statement = (rest: Fields): Fields => ({ Principal: '*', Resource: '*', ...rest });
const policy = (...statements: readonly Fields[]): Fields => ({
  Policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
});

/** Nobody deletes by hand, and nobody takes this policy away. */
const denyDelete = statement({
  Sid: 'KeepWhatIsThere',
  Effect: 'Deny',
  Action: [
    'backup:DeleteRecoveryPoint',
    'backup:UpdateRecoveryPointLifecycle',
    'backup:PutBackupVaultAccessPolicy',
    'backup:DeleteBackupVaultAccessPolicy',
  ],
});
const copyIn = statement({ Sid: 'CopyIn', Effect: 'Allow', Action: 'backup:CopyIntoBackupVault' });
const fromAcme: Fields = { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-acme123456' } } };

const policies: { readonly [vault: string]: Fields } = {
  'prod-daily': policy(denyDelete, { ...copyIn, ...fromAcme }),
  'prod-databases': policy(denyDelete),
  // Copies from anywhere: the condition was forgotten.
  'data-platform': policy(copyIn),
};

const notified = new Set(['prod-daily', 'prod-databases', 'prod-frankfurt', 'acme-air-gapped']);

const notifications = ({ scope }: Vault): Fields => ({
  Notifications: {
    SNSTopicArn: arnIn(scope, 'sns', 'backup-events'),
    BackupVaultEvents: ['BACKUP_JOB_COMPLETED', 'COPY_JOB_FAILED', 'RESTORE_JOB_COMPLETED'],
  },
});

/** The approval team of the air-gapped vault in Ireland; that in Frankfurt has none yet. */
const approval = ({ scope, name }: Vault): Fields =>
  name === 'acme-air-gapped' && scope.region === 'eu-west-1'
    ? {
        MpaApprovalTeamArn: arnIn(scope, 'mpa', 'approval-team/acme-recovery'),
        LatestMpaApprovalTeamUpdate: { Status: 'APPROVED', InitiationDate: daysAgo(22, 9) },
      }
    : {};

/** What AWS tells of a vault only when it is asked for it alone. */
export const accessOf = (vault: Vault): Fields => ({
  ...policies[vault.name],
  ...(notified.has(vault.name) ? notifications(vault) : {}),
  ...approval(vault),
});
