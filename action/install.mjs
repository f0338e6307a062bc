import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { exactVersion, InputError } from './inputs.mjs';

const jsonAt = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** The npm package that was released with this action, unless told otherwise; gives its program. */
export function installed(wanted, folder) {
  const own = jsonAt('../package.json').version;
  const version = exactVersion(wanted || own);
  const project = join(folder, 'project');
  mkdirSync(project);
  write(project, 'package.json', { private: true, dependencies: { backuplint: version } });
  // Whoever pins this action by its commit has pinned all that is installed: backuplint by its version, since its hash is not
  // known before it is published, and what it needs by hash. Of another version nothing is known.
  const isOwn = version === own;
  if (isOwn) write(project, 'package-lock.json', lockWith(version));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm([isOwn ? 'ci' : 'install', ...flags], project) !== 0) {
    throw new InputError(`npm could not install backuplint@${version}`);
  }
  return join(project, 'node_modules/backuplint/dist/bin.js');
}

/** The lock file of this repository, as of a project that needs the package. */
function lockWith(version) {
  const { packages, lockfileVersion } = jsonAt('../package-lock.json');
  const { bin, dependencies, engines } = packages[''];
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  return {
    lockfileVersion,
    packages: {
      '': { dependencies: { backuplint: version } },
      'node_modules/backuplint': { version, bin, dependencies, engines },
      ...Object.fromEntries(needed),
    },
  };
}

const write = (folder, name, value) => writeFileSync(join(folder, name), JSON.stringify(value));

/** npm is a script on Windows, which only a shell finds; nothing of these words means anything to it. */
function npm(args, cwd) {
  const { status, error } = spawnSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) throw error;
  return status;
}
