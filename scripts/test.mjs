// `npm test -- test/engine` runs a part.
import { join } from 'node:path';
import process from 'node:process';
import { prepare, root, run } from './prepare.mjs';

prepare();
run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]);
