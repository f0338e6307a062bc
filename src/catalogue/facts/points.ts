import type { FactTable } from '../fact.ts';
import { boolean, number, oneOf, shapeOf } from '../field.ts';
import { ageFacts, placeFacts, placementFact } from './common.ts';

const vaultTypes = ['BACKUP_VAULT', 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT', 'RESTORE_ACCESS_BACKUP_VAULT'];

export const supportsFact = {
  supports: {
    type: shapeOf({ airGappedVault: boolean, restoreTesting: boolean }),
    total: true,
    memberOperations: { airGappedVault: ['DescribeRegionSettings'] },
    description:
      'What the ResourceType can do: `airGappedVault`, `restoreTesting`. Unknown for a type that the table does not know, for FSx (four products), and for DynamoDB until a regionSettings record decides.',
  },
} as const satisfies FactTable;

export const recoveryPointFacts = {
  ...placeFacts,
  ...ageFacts('CreationDate', true),
  usable: { type: boolean, total: true, description: 'Status is COMPLETED or AVAILABLE.' },
  vaultType: {
    type: oneOf(vaultTypes),
    total: true,
    operations: ['ListBackupVaults'],
    description: "Its own VaultType, else its vault record's, else BACKUP_VAULT.",
  },
  dayIndex: { type: number, total: true, unit: 'days', description: 'Whole days before asOf.' },
  retentionDays: {
    type: number,
    total: true,
    unit: 'days',
    description:
      'CalculatedLifecycle.DeleteAt − CreationDate to the nearest whole day; without DeleteAt, Lifecycle.DeleteAfterDays; absent or −1 is never: Infinity, "never" in every output.',
  },
  neverExpires: { type: boolean, total: true, description: 'retentionDays is Infinity.' },
  temporary: { type: boolean, total: true, description: 'Lifecycle.DeleteAfterEvent is present.' },
  continuous: {
    type: boolean,
    total: true,
    description: 'The part of RecoveryPointArn after `recovery-point:` begins with `continuous`.',
  },
  mirrored: {
    type: boolean,
    total: true,
    operations: ['ListBackupVaults'],
    description: "It is a restore access vault's image of another vault's point.",
  },
  composite: { type: boolean, total: true, description: 'IsParent.' },
  nested: { type: boolean, total: true, description: 'ParentRecoveryPointArn is present.' },
  placement: placementFact('resource', ['ListProtectedResources']),
  ...supportsFact,
} as const satisfies FactTable;

export const backupVaultFacts = {
  ...placeFacts,
  ...ageFacts('CreationDate', false),
  vaultType: { type: oneOf(vaultTypes), total: true, description: 'VaultType, else BACKUP_VAULT.' },
  lockState: {
    type: oneOf(['none', 'governance', 'coolingOff', 'compliance']),
    total: true,
    description:
      'none: not Locked. governance: Locked without LockDate. coolingOff: LockDate is after asOf. compliance: it has passed, or the vault is logically air-gapped.',
  },
  lockMinDays: { type: number, total: true, unit: 'days', description: 'MinRetentionDays, 0 if none.' },
  lockMaxDays: { type: number, total: true, unit: 'days', description: 'MaxRetentionDays, Infinity if none.' },
} as const satisfies FactTable;
