import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatNames } from '../../src/reporters/reporters.ts';
import { estate, folderWith, runCli } from './run-cli.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = folderWith({});
const result = join(folder, 'result.json');
const scan = `scan -c examples/backuplint.json --inventory examples/inventory.ndjson --allow-incomplete --include pass,notApplicable,overview`;

beforeAll(async () => {
  const { stdout } = await runCli(`${scan} -f json`, { cwd: root });
  writeFileSync(result, stdout);
  writeFileSync(`${result}.gz`, gzipSync(stdout));
});

/** What tells of the run itself cannot be told from its result. */
const again = formatNames.filter((format: string) => format !== 'evidence');

describe('a report of the result is the report of the scan, byte for byte', () => {
  test.each(again)('%s', async (format) => {
    const scanned = await runCli(`${scan} -f ${format}`, { cwd: root });
    const reported = await runCli(`report ${result} -c examples/backuplint.json --allow-incomplete -f ${format}`, {
      cwd: root,
    });
    expect(reported).toEqual({ code: 0, stdout: scanned.stdout, stderr: '' });
    expect(scanned.stdout.length).toBeGreaterThan(1000);
  });

  test.each(['pretty', 'json', 'csv', 'markdown', 'junit'])(
    '%s: without the config, from elsewhere, gzipped, on a terminal',
    async (format) => {
      const terminal = { isTty: true, columns: 70 };
      const scanned = await runCli(`${scan} -f ${format}`, { cwd: root, ...terminal });
      const reported = await runCli(`report result.json.gz -f ${format}`, { cwd: folder, ...terminal });
      expect(reported).toEqual({ code: 0, stdout: scanned.stdout, stderr: '' });
    },
  );

  test('from stdin', async () => {
    const input = readFileSync(result, 'utf8');
    expect(await runCli('report - -f json', { cwd: folder, input })).toEqual({ code: 0, stdout: input, stderr: '' });
  });
});

describe('sarif', () => {
  test('is withheld of a partial result, as of a partial scan: exit 3, and no file', async () => {
    const { code, stdout, stderr } = await runCli('report result.json -f sarif=out.sarif', { cwd: folder });
    expect([code, stdout, existsSync(join(folder, 'out.sarif'))]).toEqual([3, '', false]);
    expect(stderr).toContain('no sarif written');
    expect(stderr).toContain('--allow-incomplete');
  });

  test('without the config: its own rule is told as far as the result tells it', async () => {
    const { code, stdout } = await runCli('report result.json -f sarif --allow-incomplete', { cwd: folder });
    const [{ tool, results }] = JSON.parse(stdout).runs;
    const at = tool.driver.rules.findIndex(({ id }: { id: string }) => id === 'ACME-1');
    expect([code, tool.driver.rules[at].shortDescription.text]).toEqual([
      0,
      'Every vault that holds recovery points is locked in compliance mode.',
    ]);
    const own = results.find(({ ruleIndex }: { ruleIndex: number }) => ruleIndex === at);
    expect(own.message.text).toBe('Default holds recovery points and is not locked.');
    expect(own.message.arguments).toEqual(['Default holds recovery points and is not locked']);
    expect(own.locations[0].physicalLocation.artifactLocation.uri).toBe('backuplint.json');
  });

  test('a rule of the same id and another name is another rule', async () => {
    const cwd = folderWith({
      'inventory.ndjson': estate(7),
      'result.json': readFileSync(result, 'utf8').replaceAll('"minimum-retention"', '"another-retention"'),
    });
    const { stdout } = await runCli('report result.json -f sarif --allow-incomplete', { cwd });
    const rule = JSON.parse(stdout).runs[0].tool.driver.rules.find(({ id }: { id: string }) => id === 'BKP102');
    expect([rule.name, rule.helpUri]).toEqual(['AnotherRetention', undefined]);
  });
});

test('what the result says of a rule holds, whatever the config says today', async () => {
  const cwd = folderWith({ 'inventory.ndjson': estate(7), 'backuplint.json': '{ "rules": { "BKP102": "critical" } }' });
  await runCli('--inventory inventory.ndjson -f json=result.json', { cwd });
  writeFileSync(join(cwd, 'backuplint.json'), '{\n "category": "nightly",\n "rules": { "BKP102": "low" } }');
  const { stdout } = await runCli('report result.json -f sarif', { cwd });
  const [{ tool, automationDetails, results }] = JSON.parse(stdout).runs;
  expect(tool.driver.rules[0].defaultConfiguration.level).toBe('error');
  expect(automationDetails.id).toBe('nightly/2026-11-20T06:00:00.000Z');
  expect(results[0].locations[0].physicalLocation.region.startLine).toBe(3);
});

describe('exit code 2', () => {
  test.each([
    ['report', 'report takes one result: backuplint report result.json'],
    ['report a b', 'report takes one result, not "b"'],
    ['report result.json --inventory x', '--inventory is no flag of report'],
    ['report result.json --include pass', '--include is no flag of report'],
    ['report nowhere.json', 'error: nowhere.json: no such file or folder'],
    ['report bad.json', 'error: bad.json: this is no result of backuplint'],
    ['report newer.json', 'error: newer.json: made by a newer backuplint (schemaVersion 2; this version reads 1)'],
    ['report result.json -f json=result.json', 'result.json is read here and would be overwritten'],
    ['report result.json -c nowhere.json', 'nowhere.json: no such config file'],
  ])('%s', async (line, message) => {
    writeFileSync(join(folder, 'bad.json'), '{}');
    writeFileSync(join(folder, 'newer.json'), '{ "schemaVersion": 2, "tool": { "name": "backuplint" } }');
    const { code, stdout, stderr } = await runCli(line, { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
