// Scans the example estate: a first look, and the proof that a fresh clone works.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { prepare, root, run } from './prepare.mjs';

const sarif = 'out/backuplint.sarif';
const json = 'out/backuplint.json';
const html = 'out/backuplint.html';

prepare();
mkdirSync(join(root, 'out'), { recursive: true });
run(process.execPath, [
  ...['dist/bin.js', 'scan', '--config', 'examples/backuplint.json', '--inventory', 'examples/inventory.ndjson'],
  ...['--fail-on', 'never', '--allow-incomplete'],
  ...['--format', 'pretty', '--format', `sarif=${sarif}`, '--format', `json=${json}`, '--format', `html=${html}`],
]);
process.stdout.write(
  `\nThe same in one page: ${html}\nAnd for programs: ${sarif} (code scanning), ${json} (every detail)\n`,
);
