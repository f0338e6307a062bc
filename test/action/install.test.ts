import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageVersion } from '../../src/package-files.ts';
import { folderWith } from '../cli/run-cli.ts';
import { runAction } from './run-action.ts';

/** In place of npm: notes its arguments, and installs a backuplint that says so. */
const npm = `#!/bin/sh
printf '%s\\n' "$*" > "$NOTES"
[ "$FAILS" = yes ] && { echo 'E404 not found' >&2; exit 1; }
while [ "$1" != --prefix ]; do shift; done
mkdir -p "$2/node_modules/backuplint/dist"
echo "console.log('installed', process.argv[2])" > "$2/node_modules/backuplint/dist/bin.js"
`;

function run(version: string, fails: 'yes' | 'no' = 'no') {
  const tools = folderWith({ npm, notes: '' });
  chmodSync(join(tools, 'npm'), 0o755);
  const workspace = folderWith({ '.npmrc': 'ignore-scripts=false' });
  const notes = join(tools, 'notes');
  const ran = runAction({ version }, workspace, { PATH: `${tools}:${process.env.PATH}`, NOTES: notes, FAILS: fails });
  return { ...ran, npmArguments: readFileSync(notes, 'utf8') };
}

test.each([
  ['', packageVersion()],
  ['1.2.3-rc.1', '1.2.3-rc.1'],
])('version %j: installs %s exactly, without scripts, where the workspace is not', (version, installed) => {
  const { code, log, npmArguments, workspace } = run(version);
  expect(log).toContain('installed scan');
  expect(code).toBe(0);
  expect(npmArguments).toMatch(
    /^install --prefix \S+ --ignore-scripts --no-audit --no-fund --loglevel=error backuplint@/,
  );
  expect(npmArguments.endsWith(` backuplint@${installed}\n`)).toBe(true);
  expect(npmArguments).not.toContain(workspace);
  expect(readdirSync(workspace)).toEqual(['.npmrc']);
});

test('where it cannot be installed, the step fails and nothing looks judged', () => {
  const { code, log, outputs, workspace } = run('', 'yes');
  expect(code).toBe(2);
  expect(log).toContain(`::error title=backuplint::npm could not install backuplint@${packageVersion()}\n`);
  expect(outputs).toMatchObject({ 'exit-code': '', high: '' });
  expect(existsSync(join(workspace, 'node_modules'))).toBe(false);
});
