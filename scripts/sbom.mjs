// What is installed with the package, as CycloneDX, from the lock file: no registry is asked.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { root } from './prepare.mjs';

const jsonAt = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** npm's own --omit=dev leaves out a package that a tool of ours needs as well, and npm takes a folder's name for the package's. */
function projectWithoutTools(folder) {
  const { devDependencies: _, scripts: __, ...manifest } = jsonAt('package.json');
  const { packages, ...lock } = jsonAt('package-lock.json');
  const { devDependencies: ___, ...own } = packages[''];
  const kept = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ ...lock, packages: { '': own, ...Object.fromEntries(kept) } }),
  );
}

function bomOf(cwd) {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8', shell, maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`npm sbom: exit code ${status}\n${stderr}`);
  return JSON.parse(stdout);
}

const temporary = mkdtempSync(join(tmpdir(), 'backuplint-sbom-'));
const project = join(temporary, 'backuplint');
projectWithoutTools(project);
// Of one version there is one list: npm notes the moment and a random number.
const { serialNumber: _, ...bom } = bomOf(project);
const { timestamp: __, ...metadata } = bom.metadata;
rmSync(temporary, { recursive: true });

const file = process.argv[2] ?? join(root, 'out/backuplint.cdx.json');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify({ ...bom, metadata }, null, 2)}\n`);
process.stdout.write(`wrote ${file}\n`);
