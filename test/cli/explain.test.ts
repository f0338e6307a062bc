import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const cwd = resolve(import.meta.dirname, '../..');

test.each<[string, readonly string[]]>([
  [
    'explain BKP301',
    [
      'recoveryPoint.ageDays: In days: asOf − `date`, a fraction.',
      'recoveryPoint.usable: Status is COMPLETED or AVAILABLE.',
      'protectedResource.daysSinceLastBackup: In days: asOf − the later of LastBackupTime and the newest CreationDate of its points. May be absent.',
      'passes: a copy two days old in an air-gapped vault',
      'fails: no copy in an air-gapped vault',
      '→ vol-0a has no usable recovery point in a logically air-gapped vault younger than 7 days',
      'DescribeRegionSettings: protectedResource.supports',
      'ListCopyJobs: the recoveryPoints of each',
      'nist-800-53-r5: CP-6 (judgement), CP-6(1) (judgement), CP-9(3) (judgement)',
      'the like of it: audit-manager:RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT, config:aurora-',
    ],
  ],
  [
    'explain BKP401',
    [
      "restoreJob.ValidationStatus: AWS's field, a string (FAILED, SUCCESSFUL, TIMED_OUT, VALIDATING).",
      'ListRestoreJobs: the restoreJobs of each',
      'ListProtectedResources: finds each protectedResource',
    ],
  ],
  ['explain BKP507', ['scope.complete: True, or unknown where a gap', 'needs none of its own']],
  ['explain ACME-1 --rule-file examples/own-rule.json', ["backupVault.LockDate: AWS's field, a date."]],
])('%s', async (line, parts) => {
  const { code, stdout } = await runCli(line, { cwd });
  const text = stdout.replace(/\n +/g, ' ');
  for (const part of parts) expect(text).toContain(part);
  expect(code).toBe(0);
});

test('a rule that no framework asks for says nothing of frameworks', async () => {
  const { stdout } = await runCli('explain ACME-1 --rule-file examples/own-rule.json', { cwd });
  expect(stdout).not.toContain('Asked for by');
});
