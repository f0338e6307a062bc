import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { backupJobItem, copyJobItem, pointItem, printed, restoreJobItem, vaultItem } from './cli-text.ts';
import { messageOf, readText } from './inventory-text.ts';

const accepted =
  'is neither an inventory nor output of the AWS CLI that can be read, which is that of `aws backup` list-backup-vaults, list-recovery-points-by-backup-vault, describe-recovery-point, list-protected-resources, list-restore-jobs, list-copy-jobs, list-backup-jobs, get-backup-plan, list-restore-testing-plans, get-restore-testing-plan, and `aws resourcegroupstaggingapi` get-resources';
const byVault = 'run `aws backup list-recovery-points-by-backup-vault --backup-vault-name NAME` instead';

const byResource = {
  RecoveryPointArn: pointItem.RecoveryPointArn,
  Status: 'COMPLETED',
  BackupVaultName: 'prod',
  BackupSizeBytes: 1,
};
const byLegalHold = {
  RecoveryPointArn: pointItem.RecoveryPointArn,
  ResourceArn: pointItem.ResourceArn,
  BackupVaultName: 'prod',
};
const oneJob = (name: string) =>
  `the output of describe-${name} is one job, not the history; run \`aws backup list-${name}s\` instead`;

const refused: readonly (readonly [string, unknown, string])[] = [
  [
    'points of a resource',
    { RecoveryPoints: [pointItem, byResource] },
    `the output of list-recovery-points-by-resource has neither lifecycle nor vault ARN of the points; ${byVault}`,
  ],
  [
    'points of a legal hold',
    { RecoveryPoints: [byLegalHold] },
    `the output of list-recovery-points-by-legal-hold has neither status nor lifecycle of the points; ${byVault}`,
  ],
  [
    'plans without rules',
    { BackupPlansList: [] },
    'the output of list-backup-plans has no rules of the plans; run `aws backup get-backup-plan --backup-plan-id ID` instead',
  ],
  ['one backup job', { ...pointItem, ...backupJobItem }, oneJob('backup-job')],
  ['one restore job', restoreJobItem, oneJob('restore-job')],
  ['one copy job', { CopyJob: copyJobItem }, oneJob('copy-job')],
  [
    'one vault',
    vaultItem,
    'the output of describe-backup-vault is one vault, not the list; run `aws backup list-backup-vaults` instead',
  ],
  ['index details of a point', { RecoveryPointArn: 'a', BackupVaultArn: 'b', IndexStatus: 'ACTIVE' }, accepted],
  ['a plan without its id', { BackupPlan: { BackupPlanName: 'daily' } }, accepted],
  ['results of something else', { Results: [{ Id: 1 }] }, accepted],
  ['nothing known', { Volumes: [] }, accepted],
  ['an empty object', {}, accepted],
  ['a list', [{ BackupVaultList: [] }], accepted],
];

test.each(refused)('%s', async (_, answer, message) => {
  expect(await messageOf(readText(JSON.stringify(answer)))).toBe(`stdin: ${message}`);
});

test('of several documents, the one that is refused is named by its place', async () => {
  const text = `${printed({ BackupVaultList: [vaultItem] })}${printed({ Volumes: [] })}`;
  const line = printed({ BackupVaultList: [vaultItem] }).split('\n').length;
  expect(await messageOf(readText(text))).toBe(`stdin:${line}:1: ${accepted}`);
});

test.each(['RecoveryPointArn: abc', 'ÿþ', '"text"', '\u001f\u008b'])('what is no JSON: %j', async (text) => {
  expect(await messageOf(readText(text))).toBe(`stdin: ${accepted}; it must be JSON in UTF-8`);
});

test.each([
  ['{\n  "BackupVaultList": [\n    { "BackupVaultName": x }\n  ]\n}', '3:26'],
  ['{"BackupVaultList": []}\n{"CopyJobs": [', '2:15'],
  ['{"BackupVaultList": []} rest', '1:25'],
  ['\n\n{"BackupVaultList" []}', '3:20'],
])('broken JSON: %j', async (text, place) => {
  const fileScope = { accountId: '111122223333', region: 'eu-west-1' };
  expect(await messageOf(readText(text, { fileScope }))).toBe(`stdin:${place}: is not JSON from here on`);
});

test('a value that does not fit is named by its place', async () => {
  const text = `\n${printed({ BackupVaultList: [vaultItem, { ...vaultItem, LockDate: 'soon' }, { ...vaultItem, Locked: 'no' }] })}`;
  const lines = text.split('\n');
  const [lockDate, locked] = ['"soon"', '"no"'].map((value) => lines.findIndex((line) => line.includes(value)) + 1);
  expect(await messageOf(readText(text))).toBe(
    [
      `stdin:${lockDate}:25: "LockDate" of backupVault: expected a date, got "soon"`,
      `stdin:${locked}:23: "Locked" of backupVault: expected true or false, got "no"`,
    ].join('\n'),
  );
});

test('an item that is no object', async () => {
  expect(await messageOf(readText('{"CopyJobs": [1]}'))).toBe('stdin:1:15: expected an object, got 1');
});

test('whole documents of a gzip stream that is cut off leave the last of them cut off', async () => {
  const bytes = gzipSync(printed({ BackupVaultList: [vaultItem] }).repeat(2));
  const shards = await readText(bytes.subarray(0, -3));
  expect(shards.map(({ cutOff }) => cutOff)).toEqual([false, true]);
});

test('very many values that do not fit are counted', async () => {
  const { BackupVaultArn } = vaultItem;
  const answer = { BackupVaultList: Array.from({ length: 150_000 }, () => ({ BackupVaultArn, Locked: 'no' })) };
  expect(await messageOf(readText(JSON.stringify(answer)))).toMatch(/… and 149980 more$/);
});
