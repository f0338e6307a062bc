import type { FactTable } from '../fact.ts';
import { boolean, type FieldType, number, oneOf, shapeOf, string } from '../field.ts';
import type { Operation } from '../operations.ts';
import { ageFacts, type Capability, placeFacts, placementFact } from './common.ts';
import { tagFacts } from './tags.ts';

const vaultTypes = ['BACKUP_VAULT', 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT', 'RESTORE_ACCESS_BACKUP_VAULT'];

/** They tell whether DynamoDB has the advanced features, on which so much hangs. */
const regionSettings = ['DescribeRegionSettings'] as const;

export const supportsFact = {
  supports: {
    type: shapeOf({
      airGappedVault: boolean,
      restoreTesting: boolean,
      crossRegionCopy: boolean,
      crossAccountCopy: boolean,
      continuous: boolean,
      coldStorage: boolean,
      independentEncryption: boolean,
      malwareScan: boolean,
    } satisfies { readonly [capability in Capability]: FieldType }),
    total: true,
    memberOperations: {
      airGappedVault: regionSettings,
      crossRegionCopy: regionSettings,
      crossAccountCopy: regionSettings,
      coldStorage: regionSettings,
      independentEncryption: regionSettings,
    } satisfies { readonly [capability in Capability]?: readonly Operation[] },
    description:
      'What the ResourceType can do: go into an `airGappedVault`, `restoreTesting`, `crossRegionCopy`, `crossAccountCopy`, `continuous` (point-in-time recovery), `coldStorage`, `independentEncryption` (by the key of the vault), `malwareScan`. Unknown for a type that the table does not know, where the products of a type differ (FSx), and for DynamoDB until a regionSettings record decides.',
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
  scanVerdict: {
    type: oneOf(['none', 'clean', 'threats']),
    total: true,
    description:
      'Of AggregatedScanResult. none: there is no such result. threats: MALWARE is among its Findings. clean: no finding, and FailedScan is false. Else unknown: a scan that failed tells nothing.',
  },
  ...supportsFact,
  ...tagFacts,
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
  keyAccountId: {
    type: string,
    total: false,
    description: 'The account of its key, from EncryptionKeyArn; absent where AWS owns the key.',
  },
  lockMaxDays: { type: number, total: true, unit: 'days', description: 'MaxRetentionDays, Infinity if none.' },
  ...tagFacts,
} as const satisfies FactTable;
