import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { packageVersion } from '../../src/package-files.ts';
import { folderWith } from '../cli/run-cli.ts';
import { runAction } from './run-action.ts';

/** In place of npm: notes where it runs and with what, and installs a backuplint that says so. */
const npm = `#!/bin/sh
printf '%s\\n%s' "$*" "$PWD" > "$NOTES"
[ "$FAILS" = yes ] && { echo 'E404 not found' >&2; exit 1; }
mkdir -p node_modules/backuplint/dist
echo "console.log('installed', process.argv[2])" > node_modules/backuplint/dist/bin.js
`;

const Lock = z.object({ packages: z.record(z.string(), z.looseObject({ integrity: z.string().optional() })) });
const jsonAt = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function run(version: string, fails: 'yes' | 'no' = 'no') {
  const tools = folderWith({ npm, notes: '' });
  chmodSync(join(tools, 'npm'), 0o755);
  const workspace = folderWith({ '.npmrc': 'ignore-scripts=false' });
  const notes = join(tools, 'notes');
  const ran = runAction({ version }, workspace, { PATH: `${tools}:${process.env.PATH}`, NOTES: notes, FAILS: fails });
  const [words = '', project = ''] = readFileSync(notes, 'utf8').split('\n');
  return { ...ran, words, project };
}

test.each([
  ['', 'ci', packageVersion()],
  [packageVersion(), 'ci', packageVersion()],
  ['1.2.3-rc.1', 'install', '1.2.3-rc.1'],
])('version %j: npm %s installs %s exactly, without scripts, where the workspace is not', (version, command, exact) => {
  const { code, log, words, project, workspace } = run(version);
  expect(log).toContain('installed scan');
  expect(code).toBe(0);
  expect(words).toBe(`${command} --ignore-scripts --no-audit --no-fund --loglevel=error`);
  expect(jsonAt(join(project, 'package.json'))).toEqual({ private: true, dependencies: { backuplint: exact } });
  expect(existsSync(join(project, 'package-lock.json'))).toBe(command === 'ci');
  expect(project.startsWith(workspace)).toBe(false);
  expect(readdirSync(workspace)).toEqual(['.npmrc']);
});

test('what the package needs is locked by hash, and what makes it is left out', () => {
  const { packages } = Lock.parse(jsonAt(join(run('').project, 'package-lock.json')));
  const { '': root, 'node_modules/backuplint': own, ...others } = packages;
  expect(root).toEqual({ dependencies: { backuplint: packageVersion() } });
  expect(own).toMatchObject({ version: packageVersion(), bin: { backuplint: 'dist/bin.js' } });
  expect(own).not.toHaveProperty('devDependencies');
  expect(Object.values(others).filter(({ integrity = '' }) => !integrity.startsWith('sha512-'))).toEqual([]);
  expect(Object.keys(others)).toContain('node_modules/json-rules-engine');
  expect(Object.keys(others)).not.toContain('node_modules/typescript');
});

test('where it cannot be installed, the step fails and nothing looks judged', () => {
  const { code, log, outputs, workspace } = run('', 'yes');
  expect(code).toBe(2);
  expect(log).toContain(`::error title=backuplint::npm could not install backuplint@${packageVersion()}\n`);
  expect(outputs).toMatchObject({ 'exit-code': '', high: '' });
  expect(existsSync(join(workspace, 'node_modules'))).toBe(false);
});
