import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Result } from '../../src/result.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'backuplint-packed-'));
const bin = join(folder, 'package/dist/bin.js');

/** The tarball that people would install, unpacked where nothing of the project is near. */
beforeAll(() => {
  execFileSync('npm', ['pack', '--pack-destination', folder], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', folder]);
  symlinkSync(join(root, 'node_modules'), join(folder, 'package/node_modules'));
}, 120_000);

const run = (args: readonly string[], input?: string) =>
  spawnSync(process.execPath, [bin, ...args], {
    maxBuffer: 64 * 1024 * 1024,
    cwd: folder,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });

const inventory = join(root, 'examples/inventory.ndjson');

describe('the packed CLI', () => {
  test('holds what it needs and nothing of the tests', () => {
    expect(readdirSync(join(folder, 'package')).sort()).toEqual([
      'LICENSE',
      'README.md',
      'data',
      'dist',
      'docs',
      'node_modules',
      'package.json',
      'rules',
      'schemas',
    ]);
  });

  test('scans the example: findings, exit 1, a result of the documented form', () => {
    const { status, stdout, stderr } = run([
      'scan',
      '--inventory',
      inventory,
      '--format',
      'json',
      '--include',
      'pass,notApplicable',
    ]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const result = Result.parse(JSON.parse(stdout));
    const { pass, fail, notApplicable, unknown } = result.summary.outcomes;
    expect(result.findings).toHaveLength(fail + unknown);
    expect(result.outcomes).toHaveLength(pass + notApplicable);
  });

  test('reads stdin, and gives the same bytes', () => {
    const text = readFileSync(inventory, 'utf8');
    const args = ['--rule', 'BKP102', '--format', 'json'];
    expect(run([...args, '--inventory', '-'], text).stdout).toBe(run([...args, '--inventory', inventory]).stdout);
  });

  test('exits 2 with file and line on rubbish, and reports nothing', () => {
    const file = join(folder, 'rubbish.ndjson');
    const header = {
      kind: 'inventory',
      schemaVersion: 1,
      generator: 'x',
      asOf: '2026-11-20T06:00:00.000Z',
      scopes: [],
    };
    writeFileSync(
      file,
      `${JSON.stringify(header)}\n{"kind":"recoveryPoint","accountId":"1"}\n{"kind":"end","records":1}\n`,
    );
    const { status, stdout, stderr } = run(['--inventory', file]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/rubbish\.ndjson:2:/);
  });

  test('is quiet when its reader goes away', () => {
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${bin}" --inventory "${inventory}" | head -1`],
      { encoding: 'utf8' },
    );
    expect({ lines: stdout.trim().split('\n').length, stderr }).toEqual({ lines: 1, stderr: '' });
  });

  test('prints its version alone', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(run(['--version']).stdout).toBe(`${version}\n`);
  });
});
