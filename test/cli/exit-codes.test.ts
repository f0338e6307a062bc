import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Coverage } from '../../src/inventory/record.ts';
import { folderWith, runCli } from './run-cli.ts';

const scope = { accountId: '111122223333', region: 'eu-west-1' };
const vault = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:main';

const header = {
  kind: 'inventory',
  schemaVersion: 1,
  generator: 'hand',
  asOf: '2026-11-20T06:00:00.000Z',
  scopes: [scope],
};
const vaultLine = { kind: 'backupVault', ...scope, BackupVaultName: 'main', BackupVaultArn: vault };
const pointKept = (days: number, resource = 'vol-1') => ({
  kind: 'recoveryPoint',
  ...scope,
  RecoveryPointArn: `arn:aws:ec2:eu-west-1::snapshot/snap-${resource}-${days}`,
  BackupVaultArn: vault,
  ResourceArn: `arn:aws:ec2:eu-west-1:111122223333:volume/${resource}`,
  ResourceType: 'EBS',
  Status: 'COMPLETED',
  CreationDate: '2026-11-19T05:00:00.000Z',
  Lifecycle: { DeleteAfterDays: days },
});
const covered = (operation: string, status: Coverage['status'] = 'ok', resource?: string) => ({
  kind: 'coverage',
  ...scope,
  operation,
  status,
  ...(resource === undefined ? {} : { resource }),
});
const listed = (status: Coverage['status']) => covered('ListRecoveryPointsByBackupVault', status, vault);
const end = (records: number) => ({ kind: 'end', records });

function inventoryOf(lines: readonly object[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'backuplint-exit-')), 'inventory.ndjson');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
}

const whole = (...records: readonly object[]) => [
  header,
  vaultLine,
  ...records,
  covered('ListBackupVaults'),
  listed('ok'),
  end(records.length + 1),
];
const denied = [header, vaultLine, covered('ListBackupVaults'), listed('denied'), end(1)];
const retention = ['--rule', 'BKP102'];

const cases: readonly (readonly [string, readonly object[], readonly string[], number])[] = [
  ['all pass', whole(pointKept(90)), retention, 0],
  ['a finding below --fail-on (medium, high by default)', whole(pointKept(7)), retention, 0],
  ['a finding at --fail-on', whole(pointKept(7)), [...retention, '--fail-on', 'medium'], 1],
  ['a finding, and --fail-on never', whole(pointKept(7)), [...retention, '--fail-on', 'never'], 0],
  ['a vault that was denied may hide targets', denied, retention, 3],
  ['the same, allowed', denied, [...retention, '--allow-incomplete'], 0],
  ['--fail-on never does not allow it', denied, [...retention, '--fail-on', 'never'], 3],
  [
    'a finding wins over what is unknown',
    [...denied.slice(0, -1), pointKept(7), end(2)],
    [...retention, '--fail-on', 'medium'],
    1,
  ],
  [
    'an unknown outcome by a type that nobody knows',
    whole({ ...pointKept(90), ResourceType: 'NewType' }),
    ['--rule', 'BKP301'],
    3,
  ],
  ['a file that was cut off', whole(pointKept(90)).slice(0, -2), retention, 3],
  [
    'no rule that needs what was denied',
    [header, vaultLine, covered('ListCopyJobs', 'denied'), ...whole().slice(2)],
    retention,
    0,
  ],
];

describe('exit codes', () => {
  test.each(cases)('%s', async (_, lines, flags, expected) => {
    const { code, stderr } = await runCli(`scan --inventory ${inventoryOf(lines)} --quiet ${flags.join(' ')}`);
    expect({ code, stderr }).toEqual({ code: expected, stderr: '' });
  });

  test('2 for what cannot be read, with nothing on stdout', async () => {
    const { code, stdout, stderr } = await runCli(
      `scan --inventory ${inventoryOf([header, { kind: 'recoveryPoynt' }])}`,
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/inventory\.ndjson:2.*recoveryPoynt.*recoveryPoint/s);
  });
});

test('an inventory of no account and Region is not in order: exit 3, and no sarif', async () => {
  const nothing = [
    { kind: 'inventory', schemaVersion: 1, generator: 'x/1', asOf: '2026-11-20T06:00:00.000Z', scopes: [] },
    { kind: 'end', records: 0 },
  ];
  const cwd = folderWith({ 'none.ndjson': nothing.map((line) => `${JSON.stringify(line)}\n`).join('') });
  const { code, stderr } = await runCli('scan --inventory none.ndjson -f sarif=out.sarif -f json=out.json', { cwd });
  expect([code, stderr]).toEqual([3, expect.stringContaining('no sarif written: no account and Region was read')]);
});
