import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { formatNames } from '../../src/reporters/reporters.ts';
import { runCli } from '../cli/run-cli.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(root, 'docs/reports.md'), 'utf8');
const excerptsOf = (file: string) =>
  [...readFileSync(resolve(root, file), 'utf8').matchAll(/<!-- (scan .*) -->\n```\w*\n([\s\S]*?)\n```/g)].map(
    ([, line = '', excerpt = '']) => [file, line, excerpt] as const,
  );
const excerpts = excerptsOf('docs/reports.md');
const ofSarif = excerptsOf('docs/sarif.md');

test.each([...excerpts, ...ofSarif])('%s shows a part of what %s prints', async (_, line, excerpt) => {
  const { stdout } = await runCli(`${line} --allow-incomplete`, { cwd: root });
  expect(stdout.replaceAll('\r\n', '\n')).toContain(excerpt);
});

test('each format has its row, and its excerpt or console', () => {
  for (const format of formatNames) expect(page).toMatch(new RegExp(`^\\| \`${format}\` \\|`, 'm'));
  expect(excerpts).toHaveLength(6);
  expect(ofSarif).toHaveLength(4);
});
