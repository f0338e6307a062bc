import * as sdk from '@aws-sdk/client-backup';
import { expect, test } from 'vitest';
import { backupRoutes } from './backup/routes.ts';
import * as kind from './every-kind.ts';
import { clients, dataOf, failureOf, served } from './served.ts';
import { without } from './wire.ts';

const named = { BackupVaultName: kind.vault.BackupVaultName };
const names = { ...named, BackupVaultArn: kind.vault.BackupVaultArn };
const { BackupPlanId } = kind.plan;
const { RestoreTestingPlanName } = kind.testingPlan;

type Ask = (client: sdk.BackupClient) => Promise<object>;

/** What each operation answers about one record of each kind: a list leaves out what only its Describe tells. */
const answers: readonly (readonly [operation: string, ask: Ask, expected: object])[] = [
  ['ListBackupVaults', (client) => client.send(new sdk.ListBackupVaultsCommand({})), { BackupVaultList: [kind.vault] }],
  ['DescribeBackupVault', (client) => client.send(new sdk.DescribeBackupVaultCommand(named)), kind.vault],
  [
    'GetBackupVaultAccessPolicy',
    (client) => client.send(new sdk.GetBackupVaultAccessPolicyCommand(named)),
    { ...names, Policy: kind.policy },
  ],
  [
    'GetBackupVaultNotifications',
    (client) => client.send(new sdk.GetBackupVaultNotificationsCommand(named)),
    { ...names, ...kind.notifications },
  ],
  [
    'ListRecoveryPointsByBackupVault',
    (client) => client.send(new sdk.ListRecoveryPointsByBackupVaultCommand(named)),
    { RecoveryPoints: [kind.point] },
  ],
  [
    'DescribeRecoveryPoint',
    (client) =>
      client.send(new sdk.DescribeRecoveryPointCommand({ ...named, RecoveryPointArn: kind.point.RecoveryPointArn })),
    { ...kind.point, StorageClass: 'WARM', ScanResults: kind.scanResults },
  ],
  [
    'ListProtectedResources',
    (client) => client.send(new sdk.ListProtectedResourcesCommand({})),
    { Results: [kind.resource] },
  ],
  [
    'DescribeProtectedResource',
    (client) => client.send(new sdk.DescribeProtectedResourceCommand({ ResourceArn: kind.resource.ResourceArn })),
    { ...kind.resource, LatestRestoreExecutionTimeMinutes: 7 },
  ],
  ['ListRestoreJobs', (client) => client.send(new sdk.ListRestoreJobsCommand({})), { RestoreJobs: [] }],
  ['ListCopyJobs', (client) => client.send(new sdk.ListCopyJobsCommand({})), { CopyJobs: [] }],
  ['ListBackupJobs', (client) => client.send(new sdk.ListBackupJobsCommand({})), { BackupJobs: [] }],
  ['ListScanJobs', (client) => client.send(new sdk.ListScanJobsCommand({})), { ScanJobs: [kind.scanJob] }],
  [
    'ListBackupPlans',
    (client) => client.send(new sdk.ListBackupPlansCommand({})),
    { BackupPlansList: [{ ...without(kind.plan, ['BackupPlan', 'ScheduledRunsPreview']), BackupPlanName: 'nightly' }] },
  ],
  ['GetBackupPlan', (client) => client.send(new sdk.GetBackupPlanCommand({ BackupPlanId })), kind.plan],
  [
    'ListBackupSelections',
    (client) => client.send(new sdk.ListBackupSelectionsCommand({ BackupPlanId })),
    {
      BackupSelectionsList: [
        {
          ...without(kind.selection, ['BackupSelection']),
          SelectionName: 'all',
          IamRoleArn: kind.selection.BackupSelection.IamRoleArn,
        },
      ],
    },
  ],
  [
    'GetBackupSelection',
    (client) =>
      client.send(new sdk.GetBackupSelectionCommand({ BackupPlanId, SelectionId: kind.selection.SelectionId })),
    kind.selection,
  ],
  [
    'ListRestoreTestingPlans',
    (client) => client.send(new sdk.ListRestoreTestingPlansCommand({})),
    { RestoreTestingPlans: [without(kind.testingPlan, ['RecoveryPointSelection'])] },
  ],
  [
    'GetRestoreTestingPlan',
    (client) => client.send(new sdk.GetRestoreTestingPlanCommand({ RestoreTestingPlanName })),
    { RestoreTestingPlan: kind.testingPlan },
  ],
  [
    'ListRestoreTestingSelections',
    (client) => client.send(new sdk.ListRestoreTestingSelectionsCommand({ RestoreTestingPlanName })),
    { RestoreTestingSelections: [without(kind.testingSelection, ['ProtectedResourceConditions'])] },
  ],
  [
    'GetRestoreTestingSelection',
    (client) =>
      client.send(
        new sdk.GetRestoreTestingSelectionCommand({ RestoreTestingPlanName, RestoreTestingSelectionName: 'volumes' }),
      ),
    { RestoreTestingSelection: kind.testingSelection },
  ],
  [
    'ListLegalHolds',
    (client) => client.send(new sdk.ListLegalHoldsCommand({})),
    { LegalHolds: [without(kind.hold, ['RecoveryPointSelection'])] },
  ],
  ['GetLegalHold', (client) => client.send(new sdk.GetLegalHoldCommand({ LegalHoldId: 'hold-1' })), kind.hold],
  [
    'ListFrameworks',
    (client) => client.send(new sdk.ListFrameworksCommand({})),
    { Frameworks: [{ ...without(kind.framework, ['FrameworkControls', 'FrameworkStatus']), NumberOfControls: 1 }] },
  ],
  [
    'DescribeFramework',
    (client) => client.send(new sdk.DescribeFrameworkCommand({ FrameworkName: 'audit' })),
    kind.framework,
  ],
  ['ListReportPlans', (client) => client.send(new sdk.ListReportPlansCommand({})), { ReportPlans: [kind.report] }],
  ['DescribeRegionSettings', (client) => client.send(new sdk.DescribeRegionSettingsCommand({})), kind.regionSettings],
  ['DescribeGlobalSettings', (client) => client.send(new sdk.DescribeGlobalSettingsCommand({})), kind.globalSettings],
  [
    'ListTags',
    (client) => client.send(new sdk.ListTagsCommand({ ResourceArn: kind.vault.BackupVaultArn })),
    { Tags: { team: 'a' } },
  ],
  [
    'GetSupportedResourceTypes',
    (client) => client.send(new sdk.GetSupportedResourceTypesCommand({})),
    { ResourceTypes: expect.arrayContaining(['EBS', 'S3']) },
  ],
];

test.each(answers)('%s', async (operation, call, expected) => {
  const server = await served({ shards: [kind.everyKind], tags: { [kind.vault.BackupVaultArn]: { team: 'a' } } });
  expect(dataOf(await call(clients(server).backup))).toEqual(expected);
  expect(server.requests).toMatchObject([{ service: 'backup', operation, status: 200, ...kind.here }]);
});

test('every operation that there is a route for is asked here', () => {
  expect(answers.map(([operation]) => operation)).toEqual(Object.keys(backupRoutes));
});

/** In an account of which the inventory holds nothing. */
const absent = answers.filter(
  ([operation]) => /^(Get|Describe)/.test(operation) && !/Region|Supported/.test(operation),
);

test.each(absent)('%s of what is not there is an error', async (operation, call) => {
  const server = await served({ shards: [kind.shardOf([])] });
  const type = operation === 'DescribeGlobalSettings' ? 'InvalidRequestException' : 'ResourceNotFoundException';
  expect(await failureOf(call(clients(server).backup))).toMatchObject({ name: type, status: 400 });
});
