import {
  DescribeBackupVaultCommand,
  GetBackupVaultAccessPolicyCommand,
  GetBackupVaultNotificationsCommand,
  ListBackupVaultsCommand,
} from '@aws-sdk/client-backup';
import type { Fields, Scope } from '../inventory/record.ts';
import { scopeOfArn } from '../inventory/scope.ts';
import { type Ask, type Collector, textOf } from './collector.ts';
import { pageSize } from './page-size.ts';

/** Whose a vault is: RAM shares logically air-gapped vaults with other accounts, which then list them too. */
export const ownerOf = (vault: Fields): string | undefined =>
  scopeOfArn(textOf(vault, 'BackupVaultArn') ?? '')?.accountId;

const isOwn = (vault: Fields, { accountId }: Scope): boolean => (ownerOf(vault) ?? accountId) === accountId;

/** The account of a vault of somebody else, which AWS wants to be named. */
export const foreignOwner = ({ about, scope }: Pick<Ask, 'about' | 'scope'>): string | undefined =>
  isOwn(about, scope) ? undefined : ownerOf(about);

const nameOf = ({ about }: Ask) => ({ BackupVaultName: textOf(about, 'BackupVaultName') });

/** What GetBackupVaultAccessPolicy and GetBackupVaultNotifications answer where nothing is configured. */
const none = ['ResourceNotFoundException'];

export const vaultCollectors: readonly Collector[] = [
  {
    operation: 'ListBackupVaults',
    call: ({ token }, { backup, options }) =>
      backup.send(new ListBackupVaultsCommand({ MaxResults: pageSize, NextToken: token }), options),
    also: ({ token }, { backup, options }) =>
      backup.send(new ListBackupVaultsCommand({ ByShared: true, MaxResults: pageSize, NextToken: token }), options),
    member: 'BackupVaultList',
    nextToken: 'NextToken',
  },
  {
    operation: 'DescribeBackupVault',
    call: (ask, { backup, options }) =>
      backup.send(new DescribeBackupVaultCommand({ ...nameOf(ask), BackupVaultAccountId: foreignOwner(ask) }), options),
    // What it adds is of air-gapped and restore access vaults alone.
    needless: ({ VaultType: type }) => type === undefined || type === 'BACKUP_VAULT',
  },
  {
    operation: 'GetBackupVaultAccessPolicy',
    call: (ask, { backup, options }) => backup.send(new GetBackupVaultAccessPolicyCommand(nameOf(ask)), options),
    none,
    // Neither this nor the next operation can name another account: the owner alone may ask.
    allowed: isOwn,
  },
  {
    operation: 'GetBackupVaultNotifications',
    call: (ask, { backup, options }) => backup.send(new GetBackupVaultNotificationsCommand(nameOf(ask)), options),
    fields: ({ SNSTopicArn, BackupVaultEvents }) => ({ Notifications: { SNSTopicArn, BackupVaultEvents } }),
    none,
    allowed: isOwn,
  },
];
