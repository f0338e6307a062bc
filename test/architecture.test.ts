import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Import, importsOf, sourceFiles } from './imports.ts';

/** What a folder, or a file beside the folders, may import of ours: anything of the first list, types alone of the second. */
const allowed: { readonly [layer: string]: readonly [anything: string, typesAlone: string] } = {
  arn: ['', ''],
  errors: ['', ''],
  io: ['', ''],
  nearest: ['', ''],
  hash: ['', ''],
  place: ['', ''],
  severity: ['', ''],
  'package-files': ['', ''],
  result: ['overview severity', ''],
  overview: ['', ''],
  'why-result': ['result severity', ''],
  'exit-code': ['severity', 'result'],
  'diff-result': ['', 'result severity'],
  'json-edit': ['', ''],
  'json-file': ['', 'errors rules'],
  catalogue: ['', ''],
  inventory: ['arn catalogue errors nearest', ''],
  rules: ['catalogue errors json-file nearest severity', ''],
  'file-exists': ['', ''],
  'gzipped-json': ['errors inventory', ''],
  config: ['catalogue errors file-exists json-file nearest rules severity', 'engine exit-code'],
  engine: ['arn catalogue errors inventory rules severity', 'overview result why-result'],
  reporters: ['arn catalogue diff-result hash place result severity why-result', 'overview rules'],
  failing: ['severity', 'result'],
  waivers: ['config engine errors json-file rules', 'result'],
  baseline: ['errors gzipped-json place result severity', 'diff-result reporters rules'],
  redaction: ['errors hash', 'io result'],
  collectors: ['catalogue errors inventory', ''],
  output: ['errors reporters severity', 'engine inventory io result rules'],
  data: ['catalogue package-files', 'engine'],
  'rule-tests': ['catalogue engine errors inventory json-file nearest rules', 'result'],
};
/** The layers that put it all together, from the inside out: each may import what stands before it. */
const composing = [
  'read-rules',
  'rules-in-force',
  'check',
  'live-options',
  'live-accounts',
  'live',
  'evaluation-input',
  'write-inventory',
  'read-aws',
  'read-result',
  'read-shards',
  'open-aws',
  'open-shards',
  'read-evidence',
  'carried-results',
  'settle',
  'report-scan',
  'lint',
  'collect',
  'index',
  'commands',
  'cli',
  'bin',
];
const foundation = Object.keys(allowed);

/** Packages that one place alone knows. */
const packages: readonly (readonly [name: RegExp, layers: readonly string[]])[] = [
  [/^json-rules-engine$/, ['engine']],
  [/^croner$/, ['engine']],
  [/^@aws-sdk\//, ['collectors']],
  [/^yargs$/, ['cli', 'commands']],
  [/^jsonc-parser$/, ['json-edit', 'json-file', 'inventory']],
  [/^(node:)?process$/, ['bin']],
];

const layerOf = (path: string): string => (path.split('/')[0] ?? path).replace(/\.ts$/, '');

function isAllowed({ from, to, typesOnly }: Import): boolean {
  const layer = layerOf(from);
  if (!to.endsWith('.ts')) return packages.every(([name, layers]) => !name.test(to) || layers.includes(layer));
  const target = layerOf(to);
  if (target === layer) return true;
  const rank = composing.indexOf(layer);
  if (rank >= 0) return foundation.includes(target) || composing.slice(0, rank).includes(target);
  const [anything, typesAlone] = allowed[layer] ?? ['', ''];
  return anything.split(' ').includes(target) || (typesOnly && typesAlone.split(' ').includes(target));
}

const files = sourceFiles(fileURLToPath(new URL('../src', import.meta.url)));
const forbidden = (imports: readonly Import[]) => imports.filter((each) => !isAllowed(each));

test('every file imports only what its folder may import', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(forbidden(files.flatMap(({ file, text }) => importsOf(file, text)))).toEqual([]);
});

test.each([
  ['catalogue/kinds.ts', "import { evaluate } from '../engine/evaluate.ts';"],
  ['rules/load-rules.ts', "import {\n  readInventory,\n} from '../inventory/read-inventory.ts';"],
  ['inventory/record.ts', "import type { Rule } from '../rules/rule.ts';"],
  ['reporters/sarif/run.ts', "import { loadRules } from '../../rules/load-rules.ts';"],
  ['reporters/json.ts', "export { lint } from '../lint.ts';"],
  ['rules/load-rules.ts', "import { Engine } from 'json-rules-engine';"],
  ['engine/evaluate.ts', "import { BackupClient } from '@aws-sdk/client-backup';"],
  ['engine/evaluate.ts', "const { lint } = await import('../lint.ts');"],
  ['lint.ts', "import yargs from 'yargs';"],
  ['lint.ts', "import '../cli.ts';"],
  ['commands/scan.ts', "import process from 'node:process';"],
  ['commands/scan.ts', "import { main } from '../cli.ts';"],
])('a forbidden import is seen: %s: %s', (file, text) => {
  expect(forbidden(importsOf(file, text))).toHaveLength(1);
});

test('bin.ts alone touches the process', () => {
  const touching = files.filter(({ file, text }) => file !== 'bin.ts' && /\bprocess\.\w|\bconsole\.\w/.test(text));
  expect(touching.map(({ file }) => file)).toEqual([]);
});

test('files stay small: half of them under 100 lines, none over 200', () => {
  const lengths = files.map(({ file, text }) => ({ file, lines: text.split('\n').length }));
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(lengths.filter(({ lines }) => lines > 200)).toEqual([]);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
});
