import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { Result } from '../../src/result.ts';
import { folderWith } from '../cli/run-cli.ts';
import { installProduction } from './production-tree.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'backuplint-packed-'));
const project = join(folder, 'project');
const installed = join(project, 'node_modules/backuplint');
const bin = join(project, 'node_modules/.bin/backuplint');

const npm = (args: readonly string[], cwd: string) =>
  execFileSync('npm', args, { cwd, stdio: 'pipe', env: { ...process.env, npm_config_loglevel: 'error' } });

/** The tarball that people would install, installed by npm where nothing of the project is near; what it needs is there already. */
beforeAll(() => {
  npm(['pack', '--pack-destination', folder], root);
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  installProduction(project);
  const cache = ['--offline', '--cache', join(folder, 'empty-cache')];
  npm(['install', ...cache, '--ignore-scripts', '--no-audit', '--no-fund', join(folder, tarball)], project);
}, 120_000);

const run = (args: readonly string[], input?: string) =>
  spawnSync(bin, args, {
    maxBuffer: 64 * 1024 * 1024,
    cwd: folder,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });

const inventory = join(root, 'examples/inventory.ndjson');

describe('the packed CLI', () => {
  test('holds what it needs and nothing of the tests', () => {
    expect(readdirSync(installed).sort()).toEqual([
      'LICENSE',
      'README.md',
      'data',
      'dist',
      'docs',
      'package.json',
      'rules',
      'schemas',
      'templates',
    ]);
    const paths = readdirSync(installed, { recursive: true }).map(String);
    expect(
      paths.filter((path) => /\.(test|bench)\.[cm]?[jt]s$|(^|\/)(test|bench|scripts|fixtures)\//.test(path)),
    ).toEqual([]);
    expect(paths.filter((path) => /\.ts$/.test(path) && !/\.d\.ts$/.test(path))).toEqual([]);
  });

  test('holds every schema, and the package exports it', () => {
    const names = readdirSync(join(root, 'schemas')).sort();
    expect(readdirSync(join(installed, 'schemas')).sort()).toEqual(names);
    const script = `for (const name of ${JSON.stringify(names)}) console.log(import.meta.resolve('backuplint/schemas/' + name))`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(stdout.trim().split('\n')).toEqual(
      names.map((name) => pathToFileURL(join(installed, 'schemas', name)).href),
    );
  });

  test('depends on nothing that is not installed with it', () => {
    const { status, stdout } = spawnSync('npm', ['ls', '--all', '--json'], { cwd: project, encoding: 'utf8' });
    expect({ status, problems: JSON.parse(stdout).problems }).toEqual({ status: 0, problems: undefined });
  });

  test('sets up a repository from its own templates', () => {
    const repository = folderWith({});
    const { status, stdout } = spawnSync(bin, ['init', '--ci', 'gitlab'], { cwd: repository, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toContain('wrote backuplint.gitlab-ci.yml');
    expect(readFileSync(join(repository, 'backuplint.gitlab-ci.yml'), 'utf8')).toMatch(/backuplint@\d+\.\d+\.\d+ scan/);
  });

  test('lists its rules, explains each of them, and has every preset', () => {
    const { status, stdout } = run(['rules', '--preset', 'all', '--format', 'json']);
    const listed: readonly unknown[] = JSON.parse(stdout);
    const shipped = readdirSync(join(root, 'rules')).filter((name) => name.endsWith('.json'));
    expect({ status, rules: listed.length }).toEqual({ status: 0, rules: shipped.length });
    expect(run(['explain', 'BKP301']).stdout).toContain('air-gapped-copy');
  });

  test('from nothing to a gate: init, scan, report and waive, in a folder that was empty', () => {
    const repository = folderWith({});
    const there = (...args: readonly string[]) => spawnSync(bin, args, { cwd: repository, encoding: 'utf8' });
    expect(there('init', '--ci', 'none').status).toBe(0);
    const scanned = there('scan', '--inventory', inventory, '--rule', 'BKP301', '-f', 'json=result.json');
    expect({ status: scanned.status, stdout: scanned.stdout }).toEqual({ status: 1, stdout: '' });
    const { findings } = Result.parse(JSON.parse(readFileSync(join(repository, 'result.json'), 'utf8')));
    const failing = new Set(findings.filter(({ outcome }) => outcome === 'fail').map(({ fingerprint }) => fingerprint));

    const reported = there('report', 'result.json', '-f', 'markdown');
    expect(reported.stdout).toContain('BKP301');
    expect(reported.stdout).toMatch(/^## /);

    const inMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const terms = ['--reason', 'moves soon', '--owner', 'storage', '--expires', inMonth];
    for (const fingerprint of failing) expect(there('waive', fingerprint, ...terms).status).toBe(0);
    const again = there(
      'scan',
      '--inventory',
      inventory,
      '--rule',
      'BKP301',
      '--allow-incomplete',
      '-f',
      'json=now.json',
    );
    expect(again.status).toBe(0);
    const { summary } = Result.parse(JSON.parse(readFileSync(join(repository, 'now.json'), 'utf8')));
    expect(summary.waived).toBeGreaterThanOrEqual(failing.size);
    expect(failing.size).toBeGreaterThan(0);
    expect(there('diff', 'result.json', 'now.json').status).toBe(0);
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
    const { stdout, stderr } = spawnSync('sh', ['-c', `"${bin}" --inventory "${inventory}" | head -1`], {
      encoding: 'utf8',
    });
    expect({ lines: stdout.trim().split('\n').length, stderr }).toEqual({ lines: 1, stderr: '' });
  });

  test('prints its version alone', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(run(['--version']).stdout).toBe(`${version}\n`);
  });
});
