// The laws of the engine over many more random estates than the tests take: hours are well spent here.
//   npm run laws -- [TIMES]    default 20
import { join } from 'node:path';
import process from 'node:process';
import { prepare, root, run } from './prepare.mjs';

const times = process.argv[2] ?? '20';
if (!/^\d+$/.test(times)) throw new Error(`laws: expected a whole number of times, not ${times}`);
process.env.LAW_TIMES = times;
prepare();
const files = ['law', 'law-filters', 'points/passing'].map((name) => `test/engine/${name}.test.ts`);
run(process.execPath, [
  join(root, 'node_modules/vitest/vitest.mjs'),
  ...['run', '--testTimeout', '36000000'],
  ...[...files, 'test/collectors/property.test.ts'],
]);
