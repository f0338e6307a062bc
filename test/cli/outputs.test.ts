import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { flagNames } from '../../src/commands/flags.ts';
import { givenFlags } from '../../src/commands/given-flags.ts';
import { outputsOf } from '../../src/commands/outputs.ts';
import { readArgv } from '../../src/commands/read-argv.ts';
import { UsageError } from '../../src/errors.ts';
import { formatNames } from '../../src/reporters/reporters.ts';
import { estate, folderWith, runCli } from './run-cli.ts';

const outputs = (line: string) =>
  outputsOf(givenFlags(readArgv(line.split(' ').filter(Boolean)).uses, { name: 'scan', flags: flagNames }));

describe('--format and --output', () => {
  test.each<[string, readonly (readonly [format: string, file: string | undefined])[]]>([
    ['', [['pretty', undefined]]],
    ['-f json', [['json', undefined]]],
    ['-f json=out.json', [['json', 'out.json']]],
    ['-f json=-', [['json', undefined]]],
    ['-o report.txt', [['pretty', 'report.txt']]],
    ['-o -', [['pretty', undefined]]],
    ['-f sarif -o x.sarif', [['sarif', 'x.sarif']]],
    [
      '-f json -f sarif=x.sarif',
      [
        ['json', undefined],
        ['sarif', 'x.sarif'],
      ],
    ],
    [
      '-f json sarif=a=b.sarif',
      [
        ['json', undefined],
        ['sarif', 'a=b.sarif'],
      ],
    ],
    [
      '-f pretty,json=a,b.json',
      [
        ['pretty', undefined],
        ['json', 'a,b.json'],
      ],
    ],
    [
      '-f json=a.json -f json=b.json',
      [
        ['json', 'a.json'],
        ['json', 'b.json'],
      ],
    ],
  ])('%s', (line, expected) => {
    expect(outputs(line)).toEqual(expected.map(([format, file]) => ({ format, file })));
  });

  test.each([
    ['-f pretty -f json', 'pretty and json cannot both go to stdout; give all but one a file: --format json=FILE'],
    ['-f sarif,json', 'sarif and json cannot both go to stdout; give all but one a file: --format json=FILE'],
    ['-f json=x -f sarif=x', 'two formats go to x; give each a file of its own'],
    ['-f json=', '--format json= names no file'],
    ['-f jsn', 'unknown format "jsn"; did you mean "json"?'],
    [
      '-f __proto__',
      `unknown format "__proto__"; expected one of ${formatNames.map((name) => `"${name}"`).join(', ')}`,
    ],
    ['-f JSON', 'unknown format "JSON"; did you mean "json"?'],
    [
      '-f json=a.json,sarif=b.sarif',
      '--format json=a.json,sarif=b.sarif: a file name may hold commas, so give sarif a --format of its own',
    ],
    [
      '-f json=a -o b',
      '--output is for one format that has no file yet; with several give each its own: --format NAME=FILE',
    ],
    [
      '-f json,pretty -o b',
      '--output is for one format that has no file yet; with several give each its own: --format NAME=FILE',
    ],
  ])('%s is refused', (line, message) => {
    expect(() => outputs(line)).toThrow(new UsageError(message));
  });
});

describe('a report never goes over', () => {
  test.each([
    ['the inventory', '--inventory inventory.ndjson -f json -o inventory.ndjson', 'inventory.ndjson'],
    ['the config', '-c backuplint.json --inventory inventory.ndjson -f sarif=./backuplint.json', 'backuplint.json'],
  ])('%s', async (_, flags, file) => {
    const text = { 'inventory.ndjson': estate(7), 'backuplint.json': '{ "extends": ["all"] }' };
    const cwd = folderWith(text);
    const { code, stderr } = await runCli(`scan ${flags}`, { cwd });
    expect({ code, text: readFileSync(join(cwd, file), 'utf8') }).toEqual({ code: 2, text: Reflect.get(text, file) });
    expect(stderr).toContain('is read here and would be overwritten');
  });
});
