import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli.ts';
import { ioOf } from '../cli/run-cli.ts';

const root = resolve(import.meta.dirname, '../..');
/** A session, or a file that it reads: named by a comment on its first line. */
const block = /```console\n([\s\S]*?)```|```jsonc\n\/\/ (\S+)\n([\s\S]*?)```/g;

/** Pages that show a session: commands that are run one after the other in a copy of the examples, and how many. */
const pages: readonly (readonly [page: string, commands: number])[] = [
  ['docs/config.md', 3],
  ['docs/findings.md', 6],
  ['docs/sarif.md', 3],
];

/** Words as a shell cuts them; quotes hold spaces. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

async function sessionAnew(page: string): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'backuplint-session-'));
  cpSync(join(root, 'examples'), cwd, { recursive: true });
  let made = page;
  for (const [shown, inside = '', file, written = ''] of page.matchAll(block)) {
    if (file !== undefined) {
      // The comment stays, so that lines are those that the page shows.
      writeFileSync(join(cwd, file), `// ${file}\n${written}`);
      continue;
    }
    let text = '';
    for (const line of inside.split('\n').filter((each) => each.startsWith('$ backuplint '))) {
      const { io, said } = ioOf({ cwd, columns: 100, isTty: true, env: { NO_COLOR: '1' } });
      await main(wordsOf(line.slice('$ backuplint '.length)), io);
      text += `${line}\n${said()}`;
    }
    made = made.replace(shown, () => `\`\`\`console\n${text}\`\`\``);
  }
  return made;
}

test.each(pages)('%s shows what the commands say (UPDATE_DOCS=1 writes it)', async (name, commands) => {
  const file = resolve(root, name);
  const page = readFileSync(file, 'utf8');
  const made = await sessionAnew(page);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(file, made);
  expect(page.match(/^\$ backuplint /gm)).toHaveLength(commands);
  expect(readFileSync(file, 'utf8')).toBe(made);
});
