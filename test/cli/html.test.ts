import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const root = resolve(import.meta.dirname, '../..');
const scan = 'scan -c examples/backuplint.json --inventory examples/inventory.ndjson --allow-incomplete';

test('a scan with -f html draws what the estate looks like, without a flag for it', async () => {
  const { stdout } = await runCli(`${scan} -f html`, { cwd: root });
  expect(stdout).toMatch(/^<!doctype html>/);
  expect(stdout).toContain('Of 63 protected resources');
  expect(stdout).not.toContain('has no overview of the estate');
});

test.each([
  ['--include overview', true],
  ['', false],
])('a result made with "%s" is drawn as far as it tells', async (include, isWhole) => {
  const result = join(mkdtempSync(join(tmpdir(), 'backuplint-html-')), 'result.json');
  await runCli(`${scan} -f json=${result} ${include}`, { cwd: root });
  const { stdout } = await runCli(`report ${result} -c examples/backuplint.json -f html`, { cwd: root });
  expect(stdout.includes('Of 63 protected resources')).toBe(isWhole);
  expect(stdout.includes('has no overview of the estate')).toBe(!isWhole);
  expect(stdout).toContain('21 rules fail:');
});
