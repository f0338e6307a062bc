// Builds afresh, so that what src no longer has does not stay in dist.
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root, run } from './prepare.mjs';

rmSync(join(root, 'dist'), { recursive: true, force: true });
run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
chmodSync(join(root, 'dist/bin.js'), 0o755);
