import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WhyResult } from '../../src/why-result.ts';
import { estate, folderWith, runCli } from './run-cli.ts';

const root = resolve(import.meta.dirname, '../..');
const flags = '-c examples/backuplint.json --inventory examples/inventory.ndjson';
const run = (line: string, io = {}) => runCli(`why ${line} ${flags}`, { cwd: root, ...io });

describe('what it tells', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a copy that is too old',
      'arn:aws:s3:::contracts-bucket',
      [
        '✗ HIGH BKP301 air-gapped-copy: fails',
        'count of matching recoveryPoints is 0, not ≥ 1',
        '✗ 1 does not count: ageDays is 19.1, not ≤ 8 (maxAgeDays)',
        '✗ 3 do not count: vaultType is BACKUP_VAULT, not LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
        'Fix: Give the backup plan rule',
        '✓ HIGH BKP401 restore-test-validated: passes',
      ],
    ],
    [
      'a copy where nobody looked',
      'arn:aws:s3:::partner-exchange',
      [
        '? HIGH BKP301 air-gapped-copy: cannot tell',
        'is unread (at least 0)',
        'acme-escrow is in 123456789012/eu-west-1, outside the scopes read',
      ],
    ],
    [
      'a failed test, and a type that cannot be copied',
      'arn:aws:dynamodb:eu-central-1:111122223333:table/vouchers',
      [
        'lastTest.Status is ABORTED, not COMPLETED',
        '← this one',
        '- HIGH BKP301 air-gapped-copy: does not apply',
        'supports.airGappedVault is false, not true',
      ],
    ],
    [
      'what is near it',
      'arn:aws:backup:eu-west-1:444455556666:backup-vault:staging',
      ['AROUND IT', 'fail', 'backuplint why arn:aws:'],
    ],
    [
      'an account in a Region',
      '444455556666/eu-central-1',
      ['? MEDIUM BKP507 evidence-complete: cannot tell', 'grant backup:ListRecoveryPointsByBackupVault'],
    ],
  ])('%s', async (_, id, parts) => {
    const { code, stdout, stderr } = await run(id);
    const text = stdout.replace(/\n +/g, ' ');
    for (const part of parts) expect(text).toContain(part);
    expect([code, stderr]).toEqual([0, '']);
  });

  test('the point of a restore access vault is two things', async () => {
    const { stdout } = await run(
      'arn:aws:backup:eu-central-1:777788889999:recovery-point:89661388-f104-0fd1-28ea-b7a0fbcce8ad',
    );
    expect(stdout).toContain('mirrored is true, not false');
    expect(stdout).toMatch(/✓ HIGH BKP102 minimum-retention: passes/);
  });

  test('a kind that no rule in force judges: which would', async () => {
    const { code, stdout } = await run('arn:aws:backup:eu-west-1:111122223333:backup-vault:prod-daily --rule BKP301');
    expect(stdout).toContain('No rule in force judges this kind of thing (backupVault).');
    expect(stdout).toContain('Not in force, and would judge it: ACME-1 vault-locked-for-good, BKP201');
    expect(code).toBe(0);
  });
});

describe('the form', () => {
  const id = 'arn:aws:s3:::contracts-bucket';

  test('JSON is of the published form, without colour', async () => {
    const { code, stdout } = await run(`${id} -f json --color --rule BKP301,BKP401`);
    const { schemaVersion, asOf, things } = WhyResult.parse(JSON.parse(stdout));
    expect([code, schemaVersion, asOf, things.length]).toEqual([0, 1, '2026-11-20T06:00:00.000Z', 1]);
    expect(things[0]?.outcomes).toEqual({ pass: 1, fail: 1, notApplicable: 0, unknown: 0 });
  });

  test.each([80, 100, 120])('keeps to %i columns, but for ARNs, which are not broken', async (columns) => {
    const { stdout } = await run(id, { columns, isTty: true, env: { NO_COLOR: '1' } });
    const prose = stdout.split('\n').filter((line) => !/\barn:/.test(line));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(columns);
  });

  test('colour only where it is wanted', async () => {
    expect((await run(id)).stdout).not.toContain('\u001b');
    expect((await run(`${id} --color`)).stdout).toContain('\u001b[31m');
  });

  test('it is the same every time', async () => {
    expect(await run(`${id} -f json`)).toEqual(await run(`${id} -f json`));
  });
});

describe('an id that is not there: exit 2', () => {
  test.each([
    ['contracts-bucket', 'did you mean\n"arn:aws:s3:::contracts-bucket"\n'],
    ['arn:aws:s3:::contracts-buckt', 'did you mean\n"arn:aws:s3:::contracts-bucket"\n'],
    ['arn:aws:s3:::contracts-buckt', 'it may be in what was not read:\nListRecoveryPointsByBackupVault of '],
    ['arn:aws:ec2:eu-west-1:999922223333:instance/i-1', '999922223333/eu-west-1 is not among the 6 scopes read'],
    [
      'arn:aws:rds:eu-west-1:111122223333:db:awsbackup-restore-test-5f413e4c6833',
      'is not judged: a restore test created it',
    ],
    ['arn:aws:backup:eu-central-1:444455556666:backup-plan:none', 'is not in the inventory'],
    [
      'arn:aws:backup:eu-central-1:444455556666:recovery-point:none',
      'it may be in what was not read:\nListRecoveryPointsByBackupVault of arn:aws:backup:eu-central-1:444455556666:',
    ],
    ['no-such-job', 'ListBackupJobs in '],
  ])('%s', async (id, message) => {
    const { code, stdout, stderr } = await run(id);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('where everything was read, nothing may hide it', async () => {
    const cwd = folderWith({ 'estate.ndjson': estate(20) });
    const { code, stderr } = await runCli(
      'why arn:aws:backup:eu-west-1:111122223333:backup-vault:xyzzy-77 --inventory estate.ndjson',
      { cwd },
    );
    expect(stderr).toBe(
      'error: "arn:aws:backup:eu-west-1:111122223333:backup-vault:xyzzy-77" is not in the inventory\n',
    );
    expect(code).toBe(2);
  });
});
