import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from './run-cli.ts';

const own = {
  id: 'ACME-1',
  name: 'vault-name',
  title: 'A vault has a name of ours',
  description: 'So that people find it.',
  target: 'backupVault',
  severity: 'low',
  require: { all: [{ fact: 'BackupVaultName', operator: 'matches', value: 'acme-*' }] },
  message: '{{target}} has another name',
  remediation: 'Make another.',
};
const vault = (name: string) => ({
  kind: 'backupVault',
  BackupVaultName: name,
  BackupVaultArn: `arn:aws:backup:eu-west-1:111122223333:backup-vault:${name}`,
});
const tests = (expected: string) =>
  JSON.stringify({
    rule: 'vault-name',
    cases: [
      { name: 'ours', records: [vault('acme-1')], expect: 'pass' },
      { name: 'another', records: [vault('main')], expect: expected },
    ],
  });
const folder = (expected: string, config?: object) =>
  folderWith({
    'own/vault-name.json': JSON.stringify(own),
    'own/vault-name.test.json': tests(expected),
    ...(config === undefined ? {} : { 'backuplint.json': JSON.stringify(config) }),
  });

describe('test', () => {
  test('finds the rule beside its tests', async () => {
    expect(await runCli('test own', { cwd: folder('fail') })).toEqual({
      code: 0,
      stdout: 'ok     ACME-1 vault-name: 2 cases\n2 cases of 1 rule: all as expected\n',
      stderr: '',
    });
  });

  test('without a path: beside the rule files of the config, which are no rules themselves', async () => {
    const { code, stdout } = await runCli('test -v', { cwd: folder('fail', { ruleFiles: ['own/*.json'] }) });
    expect(stdout).toContain('ok     ACME-1 vault-name: 2 cases\n         ours\n         another\n');
    expect(code).toBe(0);
  });

  test('a case that is not as expected: where it stands, and exit code 1', async () => {
    const { code, stdout } = await runCli('test own/vault-name.test.json -q', { cwd: folder('pass') });
    expect(stdout).toBe(
      [
        'WRONG  ACME-1 vault-name: 2 cases',
        '         another (own/vault-name.test.json:1)',
        '           expected pass, got fail of arn:aws:backup:eu-west-1:111122223333:backup-vault:main: main has another name',
        '2 cases of 1 rule: 1 not as expected',
        '',
      ].join('\n'),
    );
    expect(code).toBe(1);
  });

  test.each<[string, string, string]>([
    ['no such path', 'test nowhere', 'nowhere: no such file or folder; name test files (*.test.json)'],
    ['nothing in it', 'test empty', 'no test files: name some (*.test.json), or folders of them'],
    ['nothing named', 'test', 'no test files: name some (*.test.json), or folders of them'],
  ])('%s: exit code 2', async (_, line, message) => {
    const cwd = folderWith({ 'empty/readme.txt': '' });
    const { code, stderr } = await runCli(line, { cwd });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  test('the rules that ship', async () => {
    const { code, stdout } = await runCli('test rules', { cwd: resolve(import.meta.dirname, '../..') });
    expect(stdout).toMatch(/all as expected\n$/);
    expect(code).toBe(0);
  });
});
