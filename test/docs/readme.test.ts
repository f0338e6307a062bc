import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');

describe('the README', () => {
  test('shows what npm start really prints', async () => {
    const flags =
      '--config examples/backuplint.json --inventory examples/inventory.ndjson --fail-on never --allow-incomplete';
    const { stdout } = await runCli(`scan ${flags}`, { cwd: root });
    const shown = /It ends:\n\n```\n([\s\S]*?)\n```/.exec(readme)?.[1] ?? 'no output shown';
    expect(stdout.trimEnd().endsWith(shown)).toBe(true);
  });
});
