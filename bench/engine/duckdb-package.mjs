// DuckDB is 70 MB of native code: it is installed when the benchmark needs it, and never with the package.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../../scripts/prepare.mjs';

const bench = join(root, 'bench');
const parsed = (path) => JSON.parse(readFileSync(path, 'utf8'));

export function prepareDuckdb() {
  const wanted = parsed(join(bench, 'package.json')).dependencies['@duckdb/node-api'];
  const installed = join(bench, 'node_modules/@duckdb/node-api/package.json');
  if (existsSync(installed) && parsed(installed).version === wanted) return;
  run('npm', ['--prefix', bench, 'ci', '--no-audit', '--no-fund']);
}
