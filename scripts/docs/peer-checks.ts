/**
 * A check that other tools have for AWS Backup, by the names under which they ship it; read in their sources and manuals
 * between 2024 and August 2026. A rule names what it is the like of in `equivalents`; the parity table is made of both.
 */
export type PeerCheck = {
  readonly check: string;
  /** `<tool>:<name there>` */
  readonly peers: readonly string[];
  /** What ours does better, or otherwise. */
  readonly ours: string;
};

const configFor = (types: string, suffix: string): readonly string[] =>
  types.split(' ').map((type) => `config:${type}-${suffix}`);

export const peerChecks: readonly PeerCheck[] = [
  {
    check: 'A vault exists in the Region',
    peers: ['prowler:backup_vaults_exist', 'powerpipe:backup_vault_region_configured'],
    ours: 'Asked of each account and Region, not once for all; a list that was denied is unknown.',
  },
  {
    check: "A vault's key is one of the customer's",
    peers: [
      'cloudsploit:backupVaultEncrypted',
      'checkov:CKV_AWS_166',
      'cloud-custodian:backup-vault.kms-key',
      'service-screener:backupVaultDefaultEncryption',
      'prowler:backup_vaults_encrypted',
      'cnspec:mondoo-aws-security-backup-vault-encrypted',
    ],
    ours: 'Every vault has a key, so that there is one proves nothing, and its ARN does not tell whose it is. Compared with the keys that you name.',
  },
  {
    check: 'A vault is locked',
    peers: ['service-screener:backupVaultNoLock'],
    ours: 'Vaults that AWS makes are left out; a logically air-gapped vault is locked by nature.',
  },
  {
    check: 'The lock of a vault is final',
    peers: ['service-screener:backupVaultLockNotFinalized'],
    ours: 'Governance mode, a lock that can still be taken off and a final one are told apart, as of the moment judged for.',
  },
  {
    check: 'The access policy of a vault is not open to all',
    peers: ['cnspec:mondoo-aws-security-backup-vault-no-public-access', 'cloudsploit:backupVaultPolicies'],
    ours: 'Reads each statement with its conditions, NotPrincipal and NotAction; what cannot be judged is unknown.',
  },
  {
    check: 'Recovery points cannot be deleted by hand',
    peers: [
      'audit-manager:BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED',
      'config:backup-recovery-point-manual-deletion-disabled',
      'powerpipe:backup_recovery_point_manual_deletion_disabled',
      'cloudsploit:backupDeletionProtection',
      'service-screener:backupVaultNoAccessPolicy',
    ],
    ours: 'Wildcards, case and NotAction are understood; principals and conditions count; a final lock makes the policy needless.',
  },
  {
    check: 'A vault is not empty',
    peers: ['service-screener:backupVaultEmpty'],
    ours: 'Counts the points that were read, not the approximate number of AWS; the target vault of an air-gapped plan may stay empty.',
  },
  {
    check: 'A vault has tags',
    peers: ['security-hub:Backup.3', 'cloudsploit:backupVaultHasTags'],
    ours: 'One call for hundreds of tags in place of one for each; tags that were not read are unknown.',
  },
  {
    check: 'A vault notifies somebody',
    peers: ['cloudsploit:backupNotificationEnabled'],
    ours: 'Asks for the events that AWS sends today; BACKUP_JOB_FAILED is no longer sent. EventBridge in its place can be said.',
  },
  {
    check: 'A logically air-gapped vault exists',
    peers: ['service-screener:backupNoLogicallyAirGappedVault'],
    ours: 'Beside it, BKP301 asks of each resource whether a fresh copy is in one.',
  },
  {
    check: 'A backup plan exists',
    peers: [
      'prowler:backup_plans_exist',
      'powerpipe:backup_plan_region_configured',
      'service-screener:backupNoPlanExists',
    ],
    ours: 'Asked of each account and Region where something is to be backed up.',
  },
  {
    check: 'A plan has rules',
    peers: ['service-screener:backupPlanNoRules'],
    ours: 'A plan without a rule that runs often and keeps long enough fails.',
  },
  {
    check: 'A plan keeps its points long enough',
    peers: [
      'powerpipe:backup_plan_min_retention_35_days',
      'service-screener:backupPlanNoLifecycle',
      'cloudsploit:compliantLifecycleConfigured',
    ],
    ours: 'No lifecycle and -1 mean for ever, and pass; one rule of the plan suffices, as AWS has it; cold storage is not demanded.',
  },
  {
    check: 'Cold storage leaves its 90 days',
    peers: ['cfn-lint:E3504'],
    ours: 'Of what runs, not of a template: plan rules, their copies (with what a copy inherits) and the points themselves.',
  },
  {
    check: 'A plan runs often enough, and keeps long enough',
    peers: [
      'audit-manager:BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
      'config:backup-plan-min-frequency-and-min-retention-check',
      'service-screener:backupPlanInfrequentSchedule',
    ],
    ours: 'The longest gap between two runs of the cron expression, in its time zone.',
  },
  {
    check: 'A resource is copied to another Region',
    peers: ['audit-manager:BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION', 'service-screener:backupPlanNoCrossRegionCopy'],
    ours: 'Asks whether the copy exists and is fresh, not whether one is scheduled; the latter with `mode` scheduled.',
  },
  {
    check: 'A plan is assigned to resources',
    peers: ['service-screener:backupPlanNotAssigned'],
    ours: 'And has run lately.',
  },
  {
    check: 'A plan rule has a completion window',
    peers: ['service-screener:backupPlanNoCompletionWindow'],
    ours: 'AWS sets 7 days where nobody says otherwise: the window is compared with the time between runs.',
  },
  {
    check: 'Continuous backup where it can be had',
    peers: ['service-screener:backupPlanNoContinuousBackup'],
    ours: 'Asks for a continuous recovery point that is current, of the types that can have one.',
  },
  {
    check: 'A plan has tags',
    peers: ['security-hub:Backup.5'],
    ours: 'As for vaults.',
  },
  {
    check: 'A report plan exists',
    peers: ['prowler:backup_reportplans_exist', 'powerpipe:backup_report_plan_configured'],
    ours: 'And it ran successfully of late.',
  },
  {
    check: 'A report plan has tags',
    peers: ['security-hub:Backup.4'],
    ours: 'As for vaults.',
  },
  {
    check: 'Backups across accounts are turned on',
    peers: ['service-screener:backupCrossAccountDisabled'],
    ours: 'Where the account may not ask, it does not apply rather than fail.',
  },
  {
    check: 'A resource type is opted in',
    peers: [
      'service-screener:backupServiceOptInDisabled',
      'cloudsploit:backupResourceProtection',
      'cloudsploit:backupInUseForRDSSnapshots',
    ],
    ours: 'Asks it of the types that are there, not of all.',
  },
  {
    check: 'A service is managed by AWS Backup in full',
    peers: ['service-screener:backupServiceManagementDisabled'],
    ours: 'DynamoDB, without which its backups can neither be copied nor go into an air-gapped vault.',
  },
  {
    check: 'A recovery point is encrypted',
    peers: [
      'audit-manager:BACKUP_RECOVERY_POINT_ENCRYPTED',
      'config:backup-recovery-point-encrypted',
      'security-hub:Backup.1',
      'prowler:backup_recovery_point_encrypted',
      'powerpipe:backup_recovery_point_encryption_enabled',
      'service-screener:backupRecoveryPointNotEncrypted',
    ],
    ours: "All points, from the list alone; tells points whose encryption is their source's from those that use the key of the vault.",
  },
  {
    check: "A recovery point's key is one of the customer's",
    peers: ['service-screener:backupRecoveryPointNoCMK'],
    ours: 'Compared with the keys that you name; the key that AWS owns is what an air-gapped vault has by design.',
  },
  {
    check: 'A recovery point is kept long enough',
    peers: [
      'audit-manager:BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK',
      'config:backup-recovery-point-minimum-retention-check',
      'powerpipe:backup_recovery_point_min_retention_35_days',
    ],
    ours: 'Never expires passes; continuous backups, which cannot be kept longer than 35 days, and temporary points are left out.',
  },
  {
    check: 'A recovery point is not EXPIRED',
    peers: ['service-screener:backupRecoveryPointExpiredLifecycle'],
    ours: 'All points, with days of grace.',
  },
  {
    check: 'Something was ever restored from a vault',
    peers: ['service-screener:backupRecoveryPointNeverRestored'],
    ours: 'Over all points of the vault, not the first hundred; BKP401 asks it of each resource.',
  },
  {
    check: 'A recovery point has tags',
    peers: ['security-hub:Backup.2', 'starchitect:check-backup-recovery-point-tags'],
    ours: "Composite points, which get none, and points whose tags are another service's are left out.",
  },
  {
    check: 'Old recovery points that only cost',
    peers: ['mckay:AwsBackupPlansAuditChecker'],
    ours: 'A greatest retention, and points that never expire.',
  },
  {
    check: 'A resource is in a backup plan',
    peers: [
      'audit-manager:BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN',
      ...configFor(
        'aurora dynamodb ebs ec2 efs fsx rds s3 storagegateway virtualmachine',
        'resources-protected-by-backup-plan',
      ),
      ...configFor('dynamodb ebs efs rds', 'in-backup-plan'),
      'security-hub:DynamoDB.4',
      'security-hub:EC2.28',
      'security-hub:RDS.26',
      'security-hub:EFS.2',
      'prowler:ec2_ebs_volume_protected_by_backup_plan',
      'prowler:rds_instance_protected_by_backup_plan',
      'prowler:rds_cluster_protected_by_backup_plan',
      'prowler:dynamodb_table_protected_by_backup_plan',
      'prowler:efs_have_backup_enabled',
      'powerpipe:ebs_volume_in_backup_plan',
      'electriceye:AWS_Backup_Auditor',
      'checkov:CKV2_AWS_8',
      'checkov:CKV2_AWS_9',
      'checkov:CKV2_AWS_18',
      'cdk-nag:DynamoDBInBackupPlan',
      'cdk-nag:EC2EBSInBackupPlan',
      'cdk-nag:EFSInBackupPlan',
      'cdk-nag:RDSInBackupPlan',
      'service-screener:backupCriticalResourcesUnprotected',
    ],
    ours: 'Selections as AWS resolves them: ARNs with wildcards, NotResources, tag keys and values, conditions, opt-in; unknown where tags were not read.',
  },
  {
    check: 'The newest recovery point is fresh',
    peers: [
      'audit-manager:BACKUP_LAST_RECOVERY_POINT_CREATED',
      ...configFor(
        'aurora dynamodb ebs ec2 efs fsx rds s3 storagegateway virtualmachine',
        'last-backup-recovery-point-created',
      ),
    ],
    ours: 'AVAILABLE counts as COMPLETED does; an interrupted continuous backup, a temporary point and a mirror do not.',
  },
  {
    check: 'A backup on each of the last days',
    peers: ['cloud-custodian:consecutive-aws-backups'],
    ours: 'Days counted back from the moment judged for, whatever the time of day.',
  },
  {
    check: 'A resource is copied to another account',
    peers: ['audit-manager:BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT'],
    ours: 'As for Regions; accounts that nobody read make it unknown.',
  },
  {
    check: 'A resource lies in a locked vault',
    peers: ['audit-manager:BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK'],
    ours: 'A fresh point in a vault whose lock is final, not a plan that names one.',
  },
  {
    check: 'A resource has a point in a logically air-gapped vault',
    peers: [
      'audit-manager:RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT',
      ...configFor('aurora ebs ec2 efs s3 storagegateway virtualmachine', 'resources-in-logically-air-gapped-vault'),
    ],
    ours: 'Every type that can go there, vaults of other accounts too, and a default of 7 days rather than one.',
  },
  {
    check: 'A restore is quick enough',
    peers: [
      'audit-manager:RESTORE_TIME_FOR_RESOURCES_MEET_TARGET',
      ...configFor('aurora dynamodb ebs ec2 efs fsx rds s3', 'meets-restore-time-target'),
    ],
    ours: 'Over restore tests and restores by hand; never restored is not judged, or fails where that is asked for.',
  },
  {
    check: 'A restore testing plan exists',
    peers: ['fedramp-ksi:RPL-03'],
    ours: 'With a selection, where something can be tested; BKP409 asks whether it runs, BKP401 for a validated test of each resource.',
  },
];

export const peerNames: ReadonlySet<string> = new Set(peerChecks.flatMap(({ peers }) => peers));
