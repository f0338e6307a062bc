import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const root = resolve(import.meta.dirname, '../..');
const file = resolve(root, 'docs/explain.md');
const block = /```console\n\$ node dist\/bin\.js ([^\n]+)\n[\s\S]*?```/g;

/** The page with what each command in it really prints, on a terminal of 100 columns. */
async function pageAnew(page: string): Promise<string> {
  let made = page;
  for (const [shown, line = ''] of page.matchAll(block)) {
    const { stdout } = await runCli(line, { cwd: root, isTty: true, columns: 100, env: { NO_COLOR: '1' } });
    made = made.replace(shown, () => `\`\`\`console\n$ node dist/bin.js ${line}\n${stdout}\`\`\``);
  }
  return made;
}

test('docs/explain.md shows what the commands print (UPDATE_DOCS=1 writes it)', async () => {
  const page = readFileSync(file, 'utf8');
  const made = await pageAnew(page);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(file, made);
  expect(page.match(block)).toHaveLength(3);
  expect(readFileSync(file, 'utf8')).toBe(made);
});
