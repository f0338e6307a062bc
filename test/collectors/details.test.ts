import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/catalogue/operations.ts';
import type { AwsRecord, Coverage, Fields, Shard } from '../../src/inventory/record.ts';
import type { AwsFault, AwsServer } from '../aws/start-aws.ts';
import {
  airGapped,
  daysAgo,
  home,
  point,
  pointArn,
  record,
  recovery,
  restoreAccess,
  shard,
  vault,
  vaultArn,
} from '../engine/estate.ts';
import { aws, collected } from './collected.ts';

type Read = { readonly server: AwsServer; readonly shard: Shard };

async function read(
  records: readonly AwsRecord[],
  operations: readonly Operation[],
  faults: readonly AwsFault[] = [],
): Promise<Read> {
  const server = await aws({ shards: [shard({ records, scopes: [home] })], faults });
  return { server, shard: (await collected({ operations })).shard };
}

const fieldsOf = ({ records }: Shard, name: unknown): Fields | undefined =>
  records.find(({ fields }) => fields.BackupVaultName === name || fields.RecoveryPointArn === name)?.fields;

/** A line in short: its resource's last part, status and count. */
const linesOf = ({ coverage }: Shard, operation: Operation): readonly string[] =>
  coverage.filter((line) => line.operation === operation).map(lineText);
const lineText = ({ resource, status, items }: Coverage): string =>
  `${resource?.split(':').slice(6).join(':') ?? 'scope'} ${status} ${items ?? '-'}`;

const askedOf = ({ requests }: AwsServer, operation: Operation, param: string): readonly unknown[] =>
  requests.filter((request) => request.operation === operation).map(({ params }) => params[param]);

const Policy = '{"Version":"2012-10-17","Statement":[]}';
const Notifications = { SNSTopicArn: 'arn:aws:sns:eu-west-1:111122223333:t', BackupVaultEvents: ['COPY_JOB_FAILED'] };
const theirs = vaultArn('theirs', recovery);
const vaults: readonly AwsRecord[] = [
  vault('both', { VaultType: 'BACKUP_VAULT', Policy, Notifications }),
  vault('bare', {}),
  vault('gap', { VaultType: airGapped, MpaApprovalTeamArn: 'arn:team' }),
  vault('mirror', { VaultType: restoreAccess, SourceBackupVaultArn: theirs }),
  vault('theirs', { BackupVaultArn: theirs, VaultType: airGapped, Policy, Notifications }),
];
const ofVaults = ['GetBackupVaultAccessPolicy', 'GetBackupVaultNotifications', 'DescribeBackupVault'] as const;

describe('a vault', () => {
  test('has its policy and notifications in its one record', async () => {
    const { shard: whole } = await read(vaults, ['ListBackupVaults', ...ofVaults]);
    expect(whole.records).toHaveLength(vaults.length);
    for (const each of vaults.slice(0, 4)) expect(fieldsOf(whole, each.fields.BackupVaultName)).toEqual(each.fields);
  });

  test.each(['GetBackupVaultAccessPolicy', 'GetBackupVaultNotifications'] as const)(
    '%s: none configured is an answer; another account’s vault is not asked about',
    async (operation) => {
      const { server, shard: whole } = await read(vaults, ['ListBackupVaults', operation]);
      expect(linesOf(whole, operation).toSorted()).toEqual(['bare ok 0', 'both ok 1', 'gap ok 0', 'mirror ok 0']);
      expect(askedOf(server, operation, 'BackupVaultName').toSorted()).toEqual(['bare', 'both', 'gap', 'mirror']);
      expect(fieldsOf(whole, 'theirs')).not.toHaveProperty('Policy');
    },
  );

  test('is described where that adds something: air-gapped and restore access vaults, shared ones by their account', async () => {
    const { server, shard: whole } = await read(vaults, ['ListBackupVaults', 'DescribeBackupVault']);
    const names = askedOf(server, 'DescribeBackupVault', 'BackupVaultName');
    const owners = askedOf(server, 'DescribeBackupVault', 'BackupVaultAccountId');
    expect(names.map((name, index) => [name, owners[index]]).toSorted()).toEqual([
      ['gap', undefined],
      ['mirror', undefined],
      ['theirs', recovery.accountId],
    ]);
    expect(linesOf(whole, 'DescribeBackupVault').toSorted()).toEqual(
      ['bare ok 0', 'both ok 0', 'gap ok 1', 'mirror ok 1', 'theirs ok 1'].toSorted(),
    );
  });

  test('of which a detail is denied stays as the list told it', async () => {
    const deny: AwsFault = { operation: 'GetBackupVaultAccessPolicy', resource: 'both', does: 'deny' };
    const { shard: part } = await read(vaults, ['ListBackupVaults', ...ofVaults], [deny]);
    expect(linesOf(part, 'GetBackupVaultAccessPolicy')).toContain('both denied 0');
    const { Policy: _, ...others } = { ...vaults[0]?.fields };
    expect(fieldsOf(part, 'both')).toEqual(others);
  });
});

const points = Array.from({ length: 40 }, (_, index) =>
  point(`p-${index}`, {
    BackupVaultName: 'both',
    BackupVaultArn: vaultArn('both'),
    StorageClass: 'COLD',
    ScanResults: [],
  }),
);
const inTheirs = point('shared', { BackupVaultName: 'theirs', BackupVaultArn: theirs, StorageClass: 'WARM' });
const estate = [...vaults, ...points, inTheirs];
const lists = ['ListBackupVaults', 'ListRecoveryPointsByBackupVault'] as const;
const describing = [...lists, 'DescribeRecoveryPoint'] as const;

describe('a recovery point', () => {
  test('is described only where a rule needs it; of another account’s vault by that account', async () => {
    const plain = await read(estate, lists);
    expect(askedOf(plain.server, 'DescribeRecoveryPoint', 'BackupVaultName')).toEqual([]);
    expect(fieldsOf(plain.shard, pointArn('p-0'))).not.toHaveProperty('StorageClass');
    const owners = askedOf(plain.server, 'ListRecoveryPointsByBackupVault', 'BackupVaultAccountId');
    expect(owners.toSorted()).toEqual([recovery.accountId, ...Array.from({ length: 4 }, () => undefined)]);

    const { server, shard: whole } = await read(estate, describing);
    expect(askedOf(server, 'DescribeRecoveryPoint', 'RecoveryPointArn')).toHaveLength(41);
    expect(fieldsOf(whole, pointArn('p-0'))).toEqual(points[0]?.fields);
    expect(fieldsOf(whole, pointArn('shared'))).toEqual(inTheirs.fields);
    expect(linesOf(whole, 'DescribeRecoveryPoint')).toEqual(['scope ok 41']);
  });

  test('of which the details fail has a line of its own, beside the one for all others', async () => {
    const faults: readonly AwsFault[] = [
      { operation: 'DescribeRecoveryPoint', resource: 'p-7', does: 'deny' },
      { operation: 'DescribeRecoveryPoint', resource: 'p-9', does: 'fail' },
    ];
    const { shard: part } = await read(estate, describing, faults);
    expect(linesOf(part, 'DescribeRecoveryPoint').toSorted()).toEqual(['p-7 denied 0', 'p-9 failed 0', 'scope ok 39']);
  });

  test('is not asked about once ten in a row were denied', async () => {
    const { server, shard: part } = await read(estate, describing, [
      { operation: 'DescribeRecoveryPoint', does: 'deny' },
    ]);
    const asked = askedOf(server, 'DescribeRecoveryPoint', 'RecoveryPointArn').length;
    expect(asked).toBeGreaterThanOrEqual(10);
    // Those under way when the tenth was denied: eight in all at once.
    expect(asked).toBeLessThan(18);
    expect(linesOf(part, 'DescribeRecoveryPoint').at(-1)).toBe('scope denied 0');
    expect(part.records).toHaveLength(estate.length);
  });
});

const planArn = 'arn:aws:backup:eu-west-1:111122223333:backup-plan:p';
const plans: readonly AwsRecord[] = [
  record('backupPlan', {
    BackupPlanId: 'p',
    BackupPlanArn: planArn,
    CreationDate: daysAgo(9),
    BackupPlan: { BackupPlanName: 'nightly', Rules: [{ RuleName: 'daily', TargetBackupVaultName: 'main' }] },
  }),
  ...['a', 'b', 'c'].map((SelectionId) =>
    record('backupSelection', {
      BackupPlanId: 'p',
      SelectionId,
      CreationDate: daysAgo(9),
      BackupSelection: { SelectionName: SelectionId, IamRoleArn: 'arn:aws:iam::111122223333:role/b' },
    }),
  ),
];
const ofPlans = ['ListBackupPlans', 'GetBackupPlan', 'ListBackupSelections', 'GetBackupSelection'] as const;

describe('plans and selections', () => {
  test('are as Get tells them, not as lists flatten them', async () => {
    const { shard: whole } = await read(plans, ofPlans);
    expect(whole.records).toEqual(plans);
    expect(linesOf(whole, 'GetBackupPlan')).toEqual(['p ok 1']);
    expect(linesOf(whole, 'ListBackupSelections')).toEqual(['p ok 3']);
    expect(linesOf(whole, 'GetBackupSelection')).toEqual(['p ok 3']);
  });

  test('one selection denied spoils the line of its plan, and no other', async () => {
    const deny: AwsFault = { operation: 'GetBackupSelection', after: 1, times: 1, does: 'deny' };
    const { shard: part } = await read(plans, ofPlans, [deny]);
    expect(linesOf(part, 'GetBackupSelection')).toEqual(['p denied 2']);
    expect(linesOf(part, 'ListBackupSelections')).toEqual(['p ok 3']);
    expect(part.records.filter(({ fields }) => 'BackupSelection' in fields)).toHaveLength(2);
  });
});
