import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { ConfigFile } from '../../src/config/config-schema.ts';
import { parseJsonFile } from '../../src/json-file.ts';
import { packageVersion } from '../../src/package-files.ts';
import { checkWaivers } from '../../src/waivers/waiver-file.ts';
import { shippedRules } from '../engine/shipped-rules.ts';
import { folderWith, runCli } from './run-cli.ts';

const allFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

const remote = (url: string) => ({ '.git/config': `[remote "origin"]\n\turl = ${url}\n` });

const workflow = '.github/workflows/backuplint.yml';
const examples = resolve(import.meta.dirname, '../../examples');

describe('init', () => {
  test('writes a config and waivers, and says what is next', async () => {
    const cwd = folderWith({});
    const { code, stdout, stderr } = await runCli('init', { cwd });
    expect({ code, stderr, files: allFiles(cwd) }).toEqual({
      code: 0,
      stderr: '',
      files: ['backuplint.json', 'backuplint.waivers.json'],
    });
    expect(stdout).toBe(
      [
        'wrote backuplint.json',
        'wrote backuplint.waivers.json',
        '',
        'Next:',
        '1. Allow the role that reads what the rules need, and no more:',
        '     backuplint iam-policy --format cloudformation',
        '2. See what a scan would call, then scan, before anything fails because of it:',
        '     backuplint calls',
        '     backuplint scan --fail-on never',
        '3. Have it run every night: backuplint init --ci github, gitlab or cron',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['', { '.github/CODEOWNERS': '' }, workflow],
    ['', remote('git@github.com:acme/backups.git'), workflow],
    ['', remote('https://token@github.com/acme/backups'), workflow],
    ['', remote('https://gitlab.com/acme/backups'), undefined],
    ['', remote('https://github.com.example/acme/backups'), undefined],
    ['--ci none', remote('https://github.com/acme/backups'), undefined],
    ['--ci github', {}, workflow],
    ['--ci gitlab', { '.github/CODEOWNERS': '' }, 'backuplint.gitlab-ci.yml'],
    ['--ci cron', {}, 'backuplint-nightly.sh'],
  ])('%s in a folder with %o: the workflow is %s', async (flags, files, expected) => {
    const cwd = folderWith(files);
    const { code, stdout } = await runCli(`init ${flags}`, { cwd });
    const made = allFiles(cwd).filter((path) => !(path in files) && !path.startsWith('backuplint.json'));
    expect({ code, made }).toEqual({
      code: 0,
      made: ['backuplint.waivers.json', ...(expected === undefined ? [] : [expected])].sort(),
    });
    if (expected !== undefined) expect(stdout).toContain(`wrote ${expected}\n`);
  });

  test('what is written names this version, and no placeholder is left', async () => {
    const cwd = folderWith({});
    for (const ci of ['github', 'gitlab', 'cron']) await runCli(`init --ci ${ci}`, { cwd });
    const texts = allFiles(cwd).map((path) => [path, readFileSync(join(cwd, path), 'utf8')] as const);
    expect(texts.filter(([, text]) => /__|\{\{version/.test(text))).toEqual([]);
    const naming = texts.filter(([, text]) => text.includes(`backuplint@${packageVersion()}`)).map(([path]) => path);
    expect(naming).toEqual(texts.map(([path]) => path));
  });

  test('keeps what is there, byte for byte, also a link to nothing', async () => {
    const cwd = folderWith({ 'backuplint.json': 'mine', [workflow]: 'mine, too' });
    symlinkSync('nowhere', join(cwd, 'backuplint.waivers.json'));
    const { code, stdout } = await runCli('init', { cwd });
    expect(code).toBe(0);
    for (const path of ['backuplint.json', 'backuplint.waivers.json', workflow]) {
      expect(stdout).toContain(`kept  ${path}: it is there already\n`);
    }
    expect(stdout).not.toContain('wrote');
    expect(readFileSync(join(cwd, 'backuplint.json'), 'utf8')).toBe('mine');
    expect(readFileSync(join(cwd, workflow), 'utf8')).toBe('mine, too');
    expect(lstatSync(join(cwd, 'backuplint.waivers.json')).isSymbolicLink()).toBe(true);
    expect(allFiles(cwd)).not.toContain('nowhere');
  });

  test('below the root of a repository it writes no workflow that GitHub would not find', async () => {
    const root = folderWith({ ...remote('https://github.com/acme/backups'), 'team/x': '' });
    const cwd = join(root, 'team');
    const usual = await runCli('init', { cwd });
    expect(usual.stdout).toContain(`for a workflow run backuplint init at the root of the repository, ${root}\n`);
    const asked = await runCli('init --ci github', { cwd });
    expect(asked).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: --ci github: for a workflow run backuplint init at the root of the repository, ${root}\n`,
    });
    expect(allFiles(root).filter((path) => path.includes('workflows'))).toEqual([]);
  });

  test.each([
    ['a file where the folder of workflows should be', { '.github': 'a file' }, 'cannot write .github/workflows/'],
    ['another place for it', {}, 'unknown value of --ci "gitlb"; did you mean "gitlab"?'],
  ])('%s is exit 2', async (_, files, expected) => {
    const cwd = folderWith(files);
    const { code, stdout, stderr } = await runCli(`init --ci ${'.github' in files ? 'github' : 'gitlb'}`, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(expected);
    expect(allFiles(cwd).filter((path) => path.includes('.tmp'))).toEqual([]);
  });

  test('a folder of the name of a file counts as there', async () => {
    const cwd = folderWith({});
    mkdirSync(join(cwd, 'backuplint.json'));
    expect((await runCli('init', { cwd })).stdout).toContain('kept  backuplint.json');
  });
});

describe('the config that it writes', () => {
  const text = async () => {
    const cwd = folderWith({});
    await runCli('init', { cwd });
    return readFileSync(join(cwd, 'backuplint.json'), 'utf8');
  };

  test('is one that the tool takes, with the waivers beside it', async () => {
    const { value, faults } = parseJsonFile('backuplint.json', await text(), 'jsonc');
    expect(faults).toEqual([]);
    expect(ConfigFile.parse(value)).toMatchObject({
      extends: ['recommended'],
      waivers: 'backuplint.waivers.json',
      scope: { regions: ['all'] },
      failOn: 'high',
    });
  });

  test('puts the recommended rules in force', async () => {
    const cwd = folderWith({ 'backuplint.json': await text() });
    const [own, recommended] = [await runCli('rules', { cwd }), await runCli('rules --preset recommended')];
    expect(own.code).toBe(0);
    expect(own.stdout).toBe(recommended.stdout);
  });

  test('is sound with each of its examples taken out of its comment', async () => {
    const open = (await text()).replace(/^(\s*)\/\/ ("|\})/gm, '$1$2');
    // What stands before a line that was a comment had no comma yet.
    const whole = open.replace(/(\]|\}|")\n(\s*)"/g, '$1,\n$2"');
    const { data, error } = ConfigFile.safeParse(parse(whole));
    expect(error).toBeUndefined();
    expect(Object.keys(data?.rules ?? {})).toEqual(['air-gapped-copy', 'BKP113']);
    expect(data?.scope).toMatchObject({ accounts: expect.any(Array), copyAccounts: ['777788889999'] });
    expect(data?.ruleFiles).toEqual(['backup-rules/*.json']);
  });
});

describe('the waivers that it writes', () => {
  const finding = '0123456789abcdef0123456789abcdef';
  const term = '--reason scratch --owner storage --expires 2027-03-31';
  const checked = (text: string) =>
    checkWaivers(parseJsonFile('backuplint.waivers.json', text, 'jsonc'), {
      rules: shippedRules,
      asOf: '2026-11-24T00:00:00Z',
      maxDays: undefined,
    });

  test('are none, and the example in its comment is one', async () => {
    const cwd = folderWith({});
    await runCli('init', { cwd });
    const text = readFileSync(join(cwd, 'backuplint.waivers.json'), 'utf8');
    expect(checked(text)).toMatchObject({ waivers: [], faults: [] });
    const { waivers, faults } = checked(text.replace(/^ {4}\/\/ /gm, '    '));
    expect(faults).toEqual([]);
    expect(waivers.map(({ place: _, ...waiver }) => Object.keys(waiver))).toEqual([
      ['rule', 'match', 'reason', 'owner', 'ticket', 'expires'],
    ]);
  });

  test('are those that waive adds to, and a scan then takes with the config', async () => {
    const cwd = folderWith({});
    await runCli('init', { cwd });
    const before = readFileSync(join(cwd, 'backuplint.waivers.json'), 'utf8');
    const { code, stdout, stderr } = await runCli(`waive ${finding} ${term}`, { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain('the config does not name that file');
    const after = readFileSync(join(cwd, 'backuplint.waivers.json'), 'utf8');
    expect(after.startsWith(before.slice(0, before.lastIndexOf('\n  ]')))).toBe(true);
    const scanned = await runCli(`scan --inventory ${examples}/lab.ndjson --rule BKP102 -f json`, { cwd });
    expect(JSON.parse(scanned.stdout).waivers).toMatchObject([{ fingerprint: finding, state: 'unused' }]);
  });
});
