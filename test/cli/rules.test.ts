import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from './run-cli.ts';

const cwd = folderWith({
  'own/vault.json': readFileSync(new URL('../../examples/own-rule.json', import.meta.url), 'utf8'),
  'backuplint.json': `{
    "extends": ["recommended"],
    "ruleFiles": ["own/*.json"],
    "rules": { "air-gapped-copy": { "severity": "critical", "parameters": { "maxAgeDays": 3 } }, "BKP401": "off" }
  }`,
});
const run = async (line: string) => {
  const { code, stdout, stderr } = await runCli(line, { cwd });
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
};

describe('rules', () => {
  test('lists what a scan here would run', async () => {
    const lines = (await run('rules')).split('\n').map((line) => line.split(/ {2,}/));
    const presets = 'all, audit-manager, ransomware, recommended, regulated';
    expect(lines[0]).toEqual(['ID', 'NAME', 'SEVERITY', 'PRESETS', 'FROM']);
    expect(lines.some(([id]) => id === 'BKP401' || id === 'BKP114')).toBe(false);
    expect(lines).toEqual(
      expect.arrayContaining([
        ['ID', 'NAME', 'SEVERITY', 'PRESETS', 'FROM'],
        ['ACME-1', 'vault-locked-for-good', 'medium', '', 'own/vault.json'].filter(Boolean),
        ['BKP102', 'minimum-retention', 'medium', presets, 'backuplint'],
        ['BKP301', 'air-gapped-copy', 'critical', presets, 'backuplint'],
        ['BKP507', 'evidence-complete', 'medium', presets, 'backuplint'],
      ]),
    );
  });

  test('as JSON', async () => {
    const entries = JSON.parse(await run('rules --rule BKP401,ACME-1 -f json'));
    expect(entries).toEqual([
      { id: 'ACME-1', name: 'vault-locked-for-good', severity: 'medium', presets: [], from: 'own/vault.json' },
      {
        id: 'BKP401',
        name: 'restore-test-validated',
        severity: 'high',
        presets: ['all', 'ransomware', 'recommended', 'regulated'],
        from: 'backuplint',
      },
    ]);
  });
});

describe('explain', () => {
  test('says why, with what, and where a parameter comes from', async () => {
    const text = await run('explain air-gapped-copy');
    expect(text).toMatch(/^BKP301 air-gapped-copy\nEvery protected resource/);
    expect(text).toMatch(/^Severity {2}critical \(by the config; else high\)$/m);
    expect(text).toContain('  maxAgeDays 3 (by the config; else 7)\n');
    expect(text).toContain('  activeWithinDays 35 (the default)\n    Judge resources');
    expect(text).toContain('recoveryPoint.vaultType');
    expect(text).toContain('ListRecoveryPointsByBackupVault');
    expect(text).toContain('{ "fact": "usable", "operator": "equal", "value": true }');
    expect(text).toMatch(/^References\n {2}https:/m);
  });

  test('also explains what is not in force, and own rules', async () => {
    expect(await run('explain BKP401')).toMatch(/^In force {2}no$/m);
    expect(await run('explain ACME-1')).toMatch(/^From {6}own\/vault\.json$/m);
  });

  test('a rule without operations of its own says so', async () => {
    expect(await run('explain BKP507')).toMatch(/needs\n {2}none of its own\n/);
  });

  test('keeps to the width of the terminal', async () => {
    const { stdout } = await runCli('explain BKP301', { cwd, columns: 60 });
    const prose = stdout.split('\n').filter((line) => !/https:|"|(config|audit-manager):/.test(line));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(60);
  });
});
