import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildImage, contextNames, stagesOf } from './image.ts';

const root = resolve(import.meta.dirname, '../..');
const stages = stagesOf(readFileSync(join(root, 'Dockerfile'), 'utf8'));
const last = stages.at(-1)?.instructions ?? [];
const valuesOf = (wanted: string) => last.filter(({ name }) => name === wanted).map(({ value }) => value);

describe('the Dockerfile', () => {
  test('ends in an image without npm or a shell, with a user that a cluster knows not to be root', () => {
    expect(stages.map(({ from }) => from)).toEqual([
      'node:24-slim AS build',
      'gcr.io/distroless/nodejs24-debian13:nonroot',
    ]);
    expect(valuesOf('USER')).toEqual(['65532:65532']);
    expect(valuesOf('HEALTHCHECK')).toEqual(['NONE']);
    expect(valuesOf('RUN')).toEqual([]);
    expect(JSON.parse(valuesOf('ENTRYPOINT')[0] ?? '')).toEqual(['/nodejs/bin/node', '/app/dist/bin.js']);
  });

  test('no package runs a script of its own while it is built', () => {
    const installs = stages
      .flatMap(({ instructions }) => instructions.flatMap(({ value }) => value.split(' && ')))
      .filter((command) => command.startsWith('npm '));
    expect(installs).toHaveLength(2);
    expect(installs.filter((command) => !/^npm ci .*--ignore-scripts$/.test(command))).toEqual([]);
  });

  test('each file that the build is sent is copied', () => {
    const copied = stages.flatMap(({ instructions }) =>
      instructions.filter(({ name, value }) => name === 'COPY' && !value.startsWith('--from')),
    );
    expect(copied.flatMap(({ value }) => value.split(' ').slice(0, -1)).sort()).toEqual([...contextNames()].sort());
  });
});

describe('what it builds', () => {
  let app = '';
  let work = '';
  let out = '';
  beforeAll(() => {
    const image = buildImage(stages);
    [app, work] = [join(image, 'app'), join(image, 'work')];
    copyFileSync(join(root, 'examples/inventory.ndjson'), join(work, 'inventory.ndjson'));
    copyFileSync(join(root, 'examples/lab.ndjson'), join(work, 'lab.ndjson'));
    out = mkdtempSync(join(tmpdir(), 'backuplint-out-'));
    if (process.getuid?.() === 0) chownSync(out, 65532, 65532);
    spawnSync('chmod', ['-R', 'a-w,a+rX', image]);
    chmodSync(image, 0o555);
  }, 120_000);

  /** As the user of the image; where the tests are not root, as theirs. Nothing can be written but to `out`. */
  const run = (args: readonly string[], input?: Buffer): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [join(app, 'dist/bin.js'), ...args], {
      cwd: work,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { NODE_ENV: 'production', TMPDIR: work },
      ...(input === undefined ? {} : { input }),
      ...(process.getuid?.() === 0 ? { uid: 65532, gid: 65532 } : {}),
    });

  test('holds what runs, and nothing that it is made from', () => {
    expect(readdirSync(app).sort()).toEqual([
      'LICENSE',
      'data',
      'dist',
      'node_modules',
      'package.json',
      'rules',
      'schemas',
      'templates',
    ]);
    expect(readdirSync(join(app, 'node_modules'))).toContain('json-rules-engine');
    for (const name of ['typescript', 'vitest', '@biomejs', 'fast-check', 'yaml']) {
      expect(readdirSync(join(app, 'node_modules'))).not.toContain(name);
    }
    expect(statSync(join(app, 'dist/bin.js')).mode & 0o222).toBe(0);
  });

  test('scans on a read-only file system, and writes where it is told to', () => {
    const json = join(out, 'result.json');
    const args = ['scan', '--inventory', 'inventory.ndjson', '-f', 'pretty', '-f', `json=${json}`];
    const { status, stdout, stderr } = run(args);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('rules fail');
    expect(JSON.parse(readFileSync(json, 'utf8')).schemaVersion).toBe(1);
  });

  test('what comes by stdin is held where there is no place for a temporary file', () => {
    const args = ['scan', '--rule', 'BKP102', '-f', 'json'];
    const piped = run([...args, '--inventory', '-'], readFileSync(join(work, 'lab.ndjson')));
    const read = run([...args, '--inventory', 'lab.ndjson']);
    expect(piped.stdout).toBe(read.stdout);
    expect(piped.stdout).toContain('"schemaVersion": 1');
  });

  test('each other command finds what it needs', () => {
    expect(run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(run(['explain', 'BKP301']).stdout).toContain('air-gapped-copy');
    expect(run(['iam-policy']).stdout).toContain('backup:ListBackupVaults');
    const refused = run(['init']);
    expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('cannot write backuplint.json');
    expect(readdirSync(work).sort()).toEqual(['inventory.ndjson', 'lab.ndjson']);
  });
});
