import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';

const root = resolve(import.meta.dirname, '../..');
const block = /```console\n\$ (?:node dist\/bin\.js|backuplint) ([^\n]+)\n[\s\S]*?```/g;

/** Pages that show commands with their output, and how many. */
const pages: readonly (readonly [page: string, commands: number])[] = [
  ['docs/auditor-evidence.md', 1],
  ['docs/ci-gate.md', 1],
  ['docs/explain.md', 3],
  ['docs/frameworks.md', 1],
  ['docs/organization-scan.md', 1],
  ['docs/reports.md', 1],
  ['docs/rule-tests.md', 2],
];

/** The page with what each command in it really prints, on a terminal of 100 columns. */
async function pageAnew(page: string): Promise<string> {
  let made = page;
  for (const [shown, line = ''] of page.matchAll(block)) {
    const { stdout } = await runCli(line, { cwd: root, isTty: true, columns: 100, env: { NO_COLOR: '1' } });
    const [head = ''] = shown.split(line);
    made = made.replace(shown, () => `${head}${line}\n${stdout}\`\`\``);
  }
  return made;
}

test.each(pages)('%s shows what the commands print (UPDATE_DOCS=1 writes it)', async (name, commands) => {
  const file = resolve(root, name);
  const page = readFileSync(file, 'utf8');
  const made = await pageAnew(page);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(file, made);
  expect(page.match(block)).toHaveLength(commands);
  expect(readFileSync(file, 'utf8')).toBe(made);
});
