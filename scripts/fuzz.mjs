// The differential test of the compiler against json-rules-engine, for as long as one likes.
//   npm run fuzz -- [--pairs 2000000] [--seed 1] [--compiled FOLDER]
// Exit code 1 for a difference. --compiled: sources that were compiled before, as mutants.mjs does.
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { agrees } from './fuzz/differences.mjs';
import { root, run } from './prepare.mjs';

const options = {
  pairs: { type: 'string', default: '2000000' },
  seed: { type: 'string', default: '1' },
  compiled: { type: 'string' },
};

function readFlags() {
  try {
    const { pairs, seed, compiled } = parseArgs({ options }).values;
    return { pairs: whole('pairs', pairs), seed: whole('seed', seed), compiled };
  } catch (error) {
    process.stderr.write(`fuzz: ${error.message}\n`);
    return process.exit(2);
  }
}

function whole(flag, text) {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`--${flag} takes a whole number, not "${text}"`);
}

const { pairs, seed, compiled } = readFlags();
if (compiled === undefined) {
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'scripts/fuzz/tsconfig.json']);
}
process.exitCode = (await agrees(compiled ?? join(root, 'out/fuzz'), pairs, seed)) ? 0 : 1;
