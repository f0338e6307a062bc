// Plain JavaScript, Node's own modules only: it runs before anything is installed or built.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the package folder; a failure ends this script with the same exit code. */
export function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: needsShell(command) });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** npm is a script on Windows, which only a shell finds. */
const needsShell = (command) => process.platform === 'win32' && command === 'npm';

/** Installs and builds what is missing or stale. */
export function prepare() {
  if (isStale('node_modules/.package-lock.json', ['package-lock.json'])) {
    run('npm', ['install', '--no-audit', '--no-fund']);
  }
  if (isStale('dist/bin.js', ['src', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'])) {
    run(process.execPath, [join(root, 'scripts/build.mjs')]);
  }
}

function isStale(made, from) {
  const file = join(root, made);
  return !existsSync(file) || from.some((path) => newest(join(root, path)) > statSync(file).mtimeMs);
}

/** Folders count by their own time too: it changes when a file in them goes. */
function newest(path) {
  const stats = statSync(path);
  const inside = stats.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(stats.mtimeMs, ...inside);
}
