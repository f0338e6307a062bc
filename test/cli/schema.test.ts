import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const shipped = (name: string) => readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8');

test.each(['config', 'rule', 'rule-test', 'waivers', 'result', 'inventory'])('schema %s', async (name) => {
  expect(await runCli(`schema ${name}`)).toEqual({ code: 0, stdout: shipped(name), stderr: '' });
});

test.each([
  ['schema', 'error: schema takes one name: backuplint schema config > config.schema.json\n'],
  ['schema waiver', 'error: unknown schema "waiver"; did you mean "waivers"?\n'],
  ['schema config rule', 'error: schema takes one name, not "rule": backuplint schema config > config.schema.json\n'],
  ['schema config --preset all', 'error: --preset is no flag of schema\n'],
])('%s: refused', async (line, stderr) => {
  expect(await runCli(line)).toEqual({ code: 2, stdout: '', stderr });
});

test('the help gives the line for editors, and names what there is', async () => {
  const { stdout } = await runCli('schema --help');
  expect(stdout).toContain('  "$schema": "./node_modules/backuplint/schemas/config.schema.json"\n');
  expect(stdout).toMatch(
    /^ {2}"\$schema": "https:\/\/unpkg.com\/backuplint@\d+\.\d+\.\d+\/schemas\/config.schema.json"$/m,
  );
  expect(stdout).toMatch(/^ {2}inventory {3}one line of an inventory$/m);
  expect(stdout).not.toContain('Exit codes');
});
