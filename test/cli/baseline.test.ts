import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Result } from '../../src/result.ts';
import { estate, folderWith, runCli } from './run-cli.ts';

const line = 'scan --inventory estate.ndjson --rule minimum-retention --fail-on info -f json --baseline known.json';
const dirty = () => folderWith({ 'estate.ndjson': estate(3) });
const scan = (cwd: string, more = '') => runCli(`${line} ${more}`, { cwd });
const resultOf = (stdout: string) => Result.parse(JSON.parse(stdout));

describe('a dirty estate is adopted', () => {
  test('then it fails on what is new, and on nothing else', async () => {
    const cwd = dirty();
    const adopted = await scan(cwd, '--update-baseline');
    expect([adopted.code, adopted.stderr]).toEqual([0, 'updated known.json\n']);
    expect(resultOf(adopted.stdout).findings[0]?.baseline).toEqual({ state: 'new', since: '2026-11-20T06:00:00.000Z' });

    const next = await scan(cwd, '--new-only --as-of 2026-11-21T06:00:00Z');
    expect(next.code).toBe(0);
    const { findings, summary } = resultOf(next.stdout);
    expect(findings[0]?.baseline).toEqual({ state: 'unchanged', since: '2026-11-20T06:00:00.000Z' });
    expect(summary.findings.medium).toBe(0);
    expect((await scan(cwd)).code).toBe(1);

    const other = estate(3).replaceAll('table/orders', 'table/users');
    writeFileSync(join(cwd, 'estate.ndjson'), other);
    expect((await scan(cwd, '--new-only')).code).toBe(1);
  });

  test('what was known stays so, with the moment when it was first seen', async () => {
    const cwd = dirty();
    await scan(cwd, '--update-baseline');
    await scan(cwd, '--update-baseline --as-of 2026-11-25T06:00:00Z');
    const { asOf, findings } = resultOf(readFileSync(join(cwd, 'known.json'), 'utf8'));
    expect(asOf).toBe('2026-11-25T06:00:00.000Z');
    expect(findings[0]?.baseline).toEqual({ state: 'unchanged', since: '2026-11-20T06:00:00.000Z' });
  });

  test('not from half an estate, unless one says so', async () => {
    const cwd = folderWith({ 'estate.ndjson': estate(3, 'denied') });
    const { code, stderr } = await scan(cwd, '--update-baseline');
    expect(code).toBe(3);
    expect(stderr).toContain('known.json not updated: not everything that the rules need was read: ListRecoveryPoints');
    expect(existsSync(join(cwd, 'known.json'))).toBe(false);
    expect((await scan(cwd, '--update-baseline --allow-incomplete')).code).toBe(0);
    expect(existsSync(join(cwd, 'known.json'))).toBe(true);
  });
});

test('a gzipped result is a baseline, too', async () => {
  const cwd = dirty();
  await scan(cwd, '--update-baseline');
  writeFileSync(join(cwd, 'known.json'), gzipSync(readFileSync(join(cwd, 'known.json'))));
  expect((await scan(cwd, '--new-only')).code).toBe(0);
});

test('what a waiver accepted is no baseline: when it ends, the finding is new', async () => {
  const waivers = {
    waivers: [
      { rule: 'BKP102', match: { accountId: '1*' }, reason: 'a test', owner: 'storage', expires: '2026-11-30' },
    ],
  };
  const cwd = folderWith({ 'estate.ndjson': estate(3), 'w.json': JSON.stringify(waivers) });
  expect((await scan(cwd, '--waivers w.json --update-baseline -q')).code).toBe(0);
  expect((await scan(cwd, '--waivers w.json --new-only -q')).code).toBe(0);
  expect((await scan(cwd, '--waivers w.json --new-only -q --as-of 2026-12-01T00:00:00Z')).code).toBe(1);
});

describe('refused before anything is read', () => {
  test.each([
    ['--new-only', {}, 'error: --new-only needs a baseline: --baseline FILE\n'],
    ['--update-baseline', {}, 'error: --update-baseline needs a baseline: --baseline FILE\n'],
    [
      '--baseline gone.json',
      {},
      'error: gone.json: no such file; name a result that exists (a scan writes one with -f json=FILE)\n',
    ],
    [
      '--baseline b.json',
      { 'b.json': '{' },
      'error: b.json: expected a result of backuplint (--format json or evidence), but this is no JSON\n',
    ],
    [
      '--baseline b.json',
      { 'b.json': '{}' },
      'error: b.json: expected a result of backuplint (--format json or evidence)\n',
    ],
    [
      '--baseline b.json',
      { 'b.json': '{ "schemaVersion": 2, "asOf": "", "findings": [] }' },
      'error: b.json: made by a newer backuplint: update this one\n',
    ],
    [
      '--baseline b.sarif --update-baseline',
      {},
      'error: --update-baseline writes the json format, and b.sarif looks like SARIF: name a .json file\n',
    ],
  ])('%s %j', async (flags, files, message) => {
    const cwd = folderWith(files);
    const { code, stdout, stderr } = await runCli(`scan --inventory gone.ndjson ${flags}`, { cwd });
    expect([code, stdout, stderr]).toEqual([2, '', message]);
  });
});

describe('a baseline is not written over by less', () => {
  const more = estate(3)
    .replaceAll('recovery-point:0001', 'recovery-point:0002')
    .replaceAll('table/orders', 'table/users');
  const elsewhere = more.replaceAll('eu-west-1', 'eu-west-3');
  const all = '--fail-on info --rule BKP102 BKP201';
  const cwdOf = async () => {
    const cwd = folderWith({ 'estate.ndjson': estate(3), 'more.ndjson': elsewhere });
    const first = `scan --inventory estate.ndjson more.ndjson ${all} --baseline known.json --update-baseline`;
    const { code, stderr } = await runCli(first, { cwd });
    expect([code, stderr.includes('updated known.json')]).toEqual([0, true]);
    return cwd;
  };

  test.each([
    ['fewer rules', 'estate.ndjson more.ndjson --fail-on info --rule BKP102', '2 findings in it are of rules'],
    [
      'fewer Regions',
      `estate.ndjson ${all}`,
      '2 findings in it are of rules, accounts or Regions that this scan has not',
    ],
  ])('%s', async (_, flags, message) => {
    const cwd = await cwdOf();
    const before = readFileSync(join(cwd, 'known.json'), 'utf8');
    const line = `scan --inventory ${flags} --baseline known.json --update-baseline`;
    const { code, stderr } = await runCli(line, { cwd });
    expect([code, stderr]).toEqual([1, expect.stringContaining(`known.json not updated: ${message}`)]);
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe(before);
    expect((await runCli(`${line} --allow-incomplete`, { cwd })).stderr).toContain('updated known.json');
  });
});
