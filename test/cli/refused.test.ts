import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { estate, folderWith, runCli } from './run-cli.ts';

const cwd = folderWith({
  'inventory.ndjson': estate(40),
  'broken.json': '{ "extends": [',
  'escape.json': '{ "ext\\u001b[31mends": [] }',
  'deep.json': `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
});

/** What this machine knows of AWS must not matter. */
beforeAll(() => {
  vi.stubEnv('AWS_REGION', undefined);
  vi.stubEnv('AWS_CONFIG_FILE', join(cwd, 'none'));
});
afterAll(() => {
  vi.unstubAllEnvs();
});

describe('wrong use gives exit 2, a line on stderr, and nothing on stdout', () => {
  test.each([
    ['', 'no Region to read; name some with --region (all: every enabled one), or set AWS_REGION'],
    ['scan', 'no Region to read'],
    ['collect', 'no Region to read'],
    ['scan --inventory x --region eu-west-1', '--region is for reading AWS, and --inventory for judging what was read'],
    ['collect --inventory x', '--inventory is no flag of collect'],
    ['collect --only points', 'unknown value of --only "points"; expected "jobs"'],
    ['collect --rule BKP507', 'the rules in force need nothing to be read'],
    ['collect --rule BKP102 --only jobs', 'the rules in force need no jobs to be read'],
    ['collect --region eu-west-1 -o nowhere/x.ndjson', 'cannot write nowhere/x.ndjson: there is no folder nowhere'],
    ['collect --region eu-west-1 --resume nowhere.ndjson', 'nowhere.ndjson'],
    ['rules --profile prod', '--profile is no flag of rules'],
    ['check rules', 'rules: no such file or folder; name a config, rules, waivers, or folders of them'],
    ['why', 'why takes one arn: backuplint why arn:'],
    ['why arn:a arn:b --inventory x', 'why takes one arn, not "arn:b"'],
    ['why arn:a -f sarif --inventory inventory.ndjson', 'unknown format of why "sarif"'],
    ['why arn:a --fail-on high', '--fail-on is no flag of why'],
    ['explan BKP301', 'unknown command "explan"; did you mean "explain"?'],
    ['inventory.ndjson', 'unknown command "inventory.ndjson"; backuplint --help lists them'],
    ['__proto__', 'unknown command "__proto__"'],
    ['scan inventory.ndjson', 'scan takes flags only, not "inventory.ndjson"'],
    ['rules BKP301', 'rules takes flags only, not "BKP301"'],
    ['explain', 'explain takes one rule: backuplint explain BKP301'],
    ['explain BKP301 BKP102', 'explain takes one rule, not "BKP102"'],
    ['explain BKP3O1', 'unknown rule "BKP3O1"; did you mean "BKP301"?'],
    ['explain __proto__', 'unknown rule "__proto__"'],
    ['rules --inventory x', '--inventory is no flag of rules'],
    ['explain BKP301 -f json', '-f is no flag of explain'],
    ['rules -f sarif', 'unknown format of rules "sarif"; expected one of "pretty", "json"'],
    ['rules -f json pretty', 'rules takes one --format'],
    ['--inventory x --fail-on hihg', 'unknown severity "hihg"; did you mean "high"?'],
    [
      '--inventory x --include pass,fail',
      'unknown --include "fail"; expected one of "pass", "notApplicable", "overview"',
    ],
    ['--inventory x --include overviw', 'did you mean "overview"?'],
    ['--inventory x --file-scope 111122223333', '--file-scope 111122223333: expected an account and a Region'],
    ['--inventory x --file-scope 1111/eu-west-1', 'e.g. 111122223333/eu-west-1'],
    ['--inventory x --as-of 2026-11-20', '--as-of 2026-11-20: expected an ISO-8601 time with its offset'],
    ['--inventory x --as-of 2026-11-20T06:00:00', 'expected an ISO-8601 time with its offset'],
    ['--inventory x --as-of 2026-02-30T06:00:00Z', 'expected an ISO-8601 time with its offset'],
    ['--inventory x --as-of now', 'expected an ISO-8601 time with its offset'],
    ['--inventory nowhere.ndjson', 'error: nowhere.ndjson: no such file or folder'],
    ['--inventory inventory.ndjson --rule BKP3O1', 'BKP301'],
    ['--inventory inventory.ndjson --preset recomended', 'recommended'],
    ['--inventory inventory.ndjson -c nowhere.json', 'nowhere.json'],
    ['--inventory inventory.ndjson -c broken.json', 'broken.json:1'],
    ['--inventory deep.json', 'deep.json'],
    ['--inventory inventory.ndjson -c deep.json', 'deep.json: brackets stand in one another too deeply'],
    ['--inventory inventory.ndjson --waivers deep.json', 'deep.json: brackets stand in one another too deeply'],
  ])('%s', async (line, message) => {
    const { code, stdout, stderr } = await runCli(line, { cwd });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^error: /);
    expect(stderr).not.toContain(join(cwd, '/'));
    expect([code, stdout]).toEqual([2, '']);
  });

  test('a terminal escape in a file does not reach the terminal', async () => {
    const { code, stderr } = await runCli('--inventory inventory.ndjson -c escape.json', { cwd });
    expect(code).toBe(2);
    expect(stderr).not.toContain('\u001b');
  });
});

test('an error that is no fault of the user keeps its stack and gives exit 70', async () => {
  const now = () => {
    throw new TypeError('no clock');
  };
  const lines = estate(40)
    .replace(/.*"kind":"inventory".*\n/, '')
    .replace(/.*"kind":"end".*\n/, '');
  const answers = JSON.stringify({ BackupVaultList: [JSON.parse(lines.split('\n')[0] ?? '')] });
  const { code, stdout, stderr } = await runCli('--inventory -', { input: answers, now });
  expect(stderr).toMatch(/TypeError: no clock\n +at /);
  expect(stderr).toContain('this is a bug in backuplint; please report it\n');
  expect([code, stdout]).toEqual([70, '']);
});
