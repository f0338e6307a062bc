// The test server, compiled: Node 20 does not run TypeScript.
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root, run } from '../scripts/prepare.mjs';

export const compile = () =>
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.bench.json']);

const compiled = (path) => import(pathToFileURL(join(root, 'out/bench', path)).href);

export const startAws = async (options) => (await compiled('test/aws/start-aws.js')).startAws(options);
const { syntheticEstate } = await compiled('test/aws/synthetic-estate.js').catch(() => ({}));

export { syntheticEstate };
