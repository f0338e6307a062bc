import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { estate, folderWith, runCli } from './run-cli.ts';

describe('--framework', () => {
  test('keeps the rules that the framework asks for', async () => {
    const { stdout } = await runCli('rules --rule BKP102,BKP507 --framework iso-27001-2022 --format json');
    const { framework, controls } = JSON.parse(stdout);
    expect(framework).toEqual({
      key: 'iso-27001-2022',
      name: 'ISO/IEC 27001, Annex A',
      version: '2022',
      url: 'https://www.iso.org/standard/27001',
    });
    const presets = ['all', 'audit-manager', 'ransomware', 'recommended', 'regulated'];
    const rule = { id: 'BKP102', name: 'minimum-retention', severity: 'medium', presets };
    expect(controls).toContainEqual({
      id: 'A.8.13',
      rules: [{ ...rule, from: 'backuplint', basis: 'judgement' }],
    });
  });

  test('narrows what is read and what is judged', async () => {
    const { stdout } = await runCli('calls --rule BKP301,BKP102,BKP507 --framework iso-27001-2022 --format json');
    expect(stdout).toContain('BKP301');
    expect(stdout).not.toContain('BKP507');
  });

  test('by whose controls, for people', async () => {
    const { stdout } = await runCli('rules --rule BKP507 --framework nist-800-53-r5');
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['NIST SP 800-53, Revision 5'],
      ['https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final'],
      [''],
      ['CONTROL', 'RULE', 'NAME', 'SEVERITY', 'BASIS'],
      ['CA-7', 'BKP507', 'evidence-complete', 'medium', 'judgement'],
      [''],
    ]);
  });

  test('to which no rule in force maps: nothing to list, and nothing to scan for', async () => {
    expect((await runCli('rules --rule BKP507 --framework soc-2')).stdout).toMatch(
      /\n\nno rule in force maps to it\n$/,
    );
    expect(await runCli('iam-policy --rule BKP507 --framework soc-2')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: no rule in force maps to soc-2; choose more, e.g. --preset all\n',
    });
  });

  test('of the user is known by the rules that name it', async () => {
    const own = JSON.parse(readFileSync(new URL('../../examples/own-rule.json', import.meta.url), 'utf8'));
    const frameworks = { 'acme-handbook': [{ id: '7.2', basis: 'published' }] };
    const cwd = folderWith({ 'own.json': JSON.stringify({ ...own, frameworks }) });
    const { stdout } = await runCli('rules --rule-file own.json --framework acme-handbook', { cwd });
    expect(stdout).toMatch(/^acme-handbook\n\nCONTROL [\s\S]*\n7\.2 .*published\n$/);
  });

  test('is known, or the nearest name is told', async () => {
    const { code, stderr } = await runCli('rules --framework iso-27001-2023');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'error: unknown framework "iso-27001-2023"; did you mean "iso-27001-2022"?\n',
    });
  });
});

describe('a scan by no rule', () => {
  test('is refused: it would look like a good one', async () => {
    const cwd = folderWith({ 'backuplint.json': '{ "category": "x" }', 'inventory.ndjson': estate(7) });
    const { code, stdout, stderr } = await runCli('scan --inventory inventory.ndjson', { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'error: backuplint.json: no rule is in force; add "extends": ["recommended"], or name rules in "rules"\n',
    );
  });

  test('does not keep explain from explaining', async () => {
    const cwd = folderWith({ 'backuplint.json': '{ "extends": [] }' });
    expect((await runCli('explain BKP301', { cwd })).code).toBe(0);
  });
});
