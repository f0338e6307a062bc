import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { calls } from '../../src/commands/calls.ts';
import { collect } from '../../src/commands/collect.ts';
import type { Command } from '../../src/commands/command.ts';
import { diff } from '../../src/commands/diff.ts';
import { givenFlags } from '../../src/commands/given-flags.ts';
import { iamPolicy } from '../../src/commands/iam-policy.ts';
import { init } from '../../src/commands/init.ts';
import { readArgv } from '../../src/commands/read-argv.ts';
import { rules } from '../../src/commands/rules.ts';
import { scan } from '../../src/commands/scan.ts';
import { waive } from '../../src/commands/waive.ts';
import { why } from '../../src/commands/why.ts';

const commands: readonly Command[] = [scan, collect, calls, iamPolicy, rules, why, diff, init, waive];
const names = commands.map(({ name }) => name).join('|');

/** Each `backuplint …` of the blocks, and each command that stands in a sentence with its flags. */
function linesOf(page: string): readonly string[] {
  const inBlocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    [...block.replace(/\\\n/g, ' ').matchAll(/\bbackuplint (.*)/g)].map(([, line = '']) => line),
  );
  const prose = page.replace(/```[\s\S]*?```/g, '');
  const inProse = [...prose.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replace(/^(npx )?backuplint /, ''));
  return [...inBlocks, ...inProse]
    .map((line) =>
      line
        .replace(/ (#|>).*$/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => new RegExp(`^(${names}) `).test(line));
}

test.each([
  ['docs/ci-gate.md', 8],
  ['docs/organization-scan.md', 6],
  ['docs/auditor-evidence.md', 11],
])('%s tells of commands and flags that there are', (path, count) => {
  const lines = linesOf(readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8'));
  for (const line of lines) {
    const { words, uses } = readArgv(line.split(' '));
    const command = commands.find(({ name }) => name === words[0]);
    if (command === undefined) throw new Error(`no command: ${line}`);
    expect(() => givenFlags(uses, command), line).not.toThrow();
  }
  expect(lines).toHaveLength(count);
});
