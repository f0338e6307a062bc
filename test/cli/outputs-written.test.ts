import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { estate, folderWith, runCli } from './run-cli.ts';

const scanIn = (files: { readonly [path: string]: string }, line: string, io: Parameters<typeof runCli>[1] = {}) => {
  const cwd = folderWith({ 'inventory.ndjson': estate(40), ...files });
  return { cwd, run: runCli(`--inventory inventory.ndjson --rule BKP102 ${line}`, { cwd, ...io }) };
};
const denied = { 'inventory.ndjson': estate(40, 'denied') };

describe('where reports go', () => {
  test('without flags: pretty on stdout, nothing else', async () => {
    const { code, stdout, stderr } = await scanIn({}, '').run;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('1 pass');
  });

  test('one to stdout, one to a file', async () => {
    const { cwd, run } = scanIn({}, '-f json=out.json -f pretty');
    const { code, stdout, stderr } = await run;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('1 pass');
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).asOf).toBe('2026-11-20T06:00:00.000Z');
  });

  test('all to files: stdout stays empty, stderr has the summary and the names', async () => {
    const { cwd, run } = scanIn({ 'inventory.ndjson': estate(20) }, '-f json=out.json,1 -f sarif=findings.sarif');
    expect(await run).toEqual({
      code: 0,
      stdout: '',
      stderr: '1 failing finding (1 medium), 0 unknown; 1 target, 1 rule\nwrote out.json,1\nwrote findings.sarif\n',
    });
    expect(readdirSync(cwd).sort()).toEqual(['findings.sarif', 'inventory.ndjson', 'out.json,1']);
  });

  test('--quiet leaves stderr empty too', async () => {
    expect(await scanIn({}, '-o report.txt -q').run).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('a file that cannot be written: exit 2, and no report on stdout', async () => {
    const { code, stdout, stderr } = await scanIn({}, '-f pretty -f json=no/where.json').run;
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: cannot write no\/where\.json: there is no folder/);
  });
});

describe('sarif of a partial scan', () => {
  test('is not written; stderr names the gap and the flag, also with --quiet', async () => {
    const { cwd, run } = scanIn(denied, '-q -f sarif=findings.sarif');
    const { code, stdout, stderr } = await run;
    expect([code, stdout, existsSync(join(cwd, 'findings.sarif'))]).toEqual([3, '', false]);
    expect(stderr).toMatch(
      /^no sarif written: .*ListRecoveryPointsByBackupVault of .*:main in 111122223333\/eu-west-1 \(denied\)/,
    );
    expect(stderr).toContain('--allow-incomplete');
  });

  test('nor printed, while other reports are', async () => {
    const { run } = scanIn(denied, '-f sarif -f json=out.json');
    const { code, stdout, stderr } = await run;
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('no sarif written');
  });

  test('--allow-incomplete writes it', async () => {
    const { cwd, run } = scanIn(denied, '-f sarif=findings.sarif --allow-incomplete');
    const { code, stderr } = await run;
    expect(code).toBe(0);
    expect(stderr).toContain('wrote findings.sarif');
    expect(stderr).not.toContain('no sarif');
    expect(JSON.parse(readFileSync(join(cwd, 'findings.sarif'), 'utf8')).version).toBe('2.1.0');
  });
});

describe('colour', () => {
  test.each<[string, { isTty?: boolean; env?: Record<string, string> }, boolean]>([
    ['', { isTty: true }, true],
    ['', { isTty: false }, false],
    ['', { isTty: true, env: { NO_COLOR: '1' } }, false],
    ['', { isTty: true, env: { NO_COLOR: '' } }, true],
    ['', { isTty: false, env: { FORCE_COLOR: '1' } }, true],
    ['', { isTty: true, env: { FORCE_COLOR: '0' } }, false],
    ['', { isTty: true, env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, false],
    ['--color', { isTty: false, env: { NO_COLOR: '1' } }, true],
    ['--no-color', { isTty: true, env: { FORCE_COLOR: '1' } }, false],
    ['-f json --color', { isTty: true }, false],
    ['-f sarif --color', { isTty: true, env: { FORCE_COLOR: '1' } }, false],
  ])('%s %j: %s', async (line, io, isColored) => {
    const { stdout } = await scanIn({ 'inventory.ndjson': estate(20) }, line, io).run;
    expect(stdout).not.toBe('');
    expect(stdout.includes('\u001b[')).toBe(isColored);
  });

  test('a terminal does not colour a file', async () => {
    const { cwd, run } = scanIn({}, '-o report.txt', { isTty: true });
    await run;
    expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).not.toContain('\u001b[');
  });
});

test('the report is as wide as the terminal', async () => {
  const widest = async (io: Parameters<typeof runCli>[1]) => {
    const { stdout } = await scanIn({}, '--no-color', io).run;
    return Math.max(
      ...stdout
        .split('\n')
        .filter((line) => line.startsWith('─'))
        .map((line) => line.length),
    );
  };
  expect(await widest({ isTty: true, columns: 60 })).toBe(60);
  expect(await widest({ isTty: true })).toBe(80);
});
