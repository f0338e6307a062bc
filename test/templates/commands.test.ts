import { expect, test } from 'vitest';
import { givenFlags } from '../../src/commands/given-flags.ts';
import { readArgv } from '../../src/commands/read-argv.ts';
import { scan } from '../../src/commands/scan.ts';
import { scanOptions } from '../../src/commands/scan-options.ts';
import { formatNames } from '../../src/reporters/reporters.ts';
import { ioOf } from '../cli/run-cli.ts';
import { backuplintLines, textOf } from './workflow.ts';

const known = (name: string): boolean => formatNames.some((format) => format === name);

test.each([
  ['templates/backuplint.github.yml', 6],
  ['templates/backuplint.gitlab-ci.yml', 5],
  ['templates/backuplint-nightly.sh', 4],
])('%s asks for formats that there are', (path, count) => {
  const names = [...textOf(path).matchAll(/(?:-f|--format) "?(\w+)/g)].map(([, name = '']) => name);
  expect(names).toHaveLength(count);
  expect(names.filter((name) => !known(name))).toEqual([]);
});

test.each(['templates/backuplint.github.yml', 'templates/backuplint.gitlab-ci.yml'])(
  '%s scans by flags that the command takes',
  (path) => {
    const [, words = []] = backuplintLines(textOf(path).replace(/>-\n\s*|\n {6,}(?=-)/g, ' '));
    const { words: command, uses } = readArgv(words);
    expect(command).toEqual(['scan']);
    const options = scanOptions(givenFlags(uses, scan), ioOf({}).io);
    expect(options.include).toEqual(['pass', 'notApplicable']);
    expect(options.outputs).toHaveLength(words.filter((word) => word === '-f').length);
    expect(options.outputs[0]).toEqual({ format: 'pretty', file: undefined });
  },
);
