import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigFile } from '../../src/config/config-schema.ts';
import { runCli } from '../cli/run-cli.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/config.md'), 'utf8');
const examples = [...page.matchAll(/```jsonc\n(\{[\s\S]*?)```/g)].map(([, text = '']) => text);

/** A copy of the examples, with that config, and waivers of nothing. */
function folderOf(config: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'backuplint-config-'));
  cpSync(join(root, 'examples'), folder, { recursive: true });
  writeFileSync(join(folder, 'backuplint.waivers.json'), '{ "waivers": [] }');
  writeFileSync(join(folder, 'backuplint.json'), config);
  return folder;
}

test.each(examples)('the example is sound, and a scan takes it: %s', async (config) => {
  const cwd = folderOf(config);
  expect((await runCli('check', { cwd })).stdout).toMatch(/^nothing is wrong in [^\n]*\n$/);
  const { code, stderr } = await runCli('scan --inventory inventory.ndjson --rule BKP507 --quiet', { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('every member is told, and shown in an example', () => {
  const members = Object.keys(ConfigFile.shape);
  expect(members.filter((member) => !page.includes(`\`${member}\``))).toEqual([]);
  expect(members.filter((member) => !page.includes(`"${member}":`))).toEqual([]);
  expect(examples.length).toBeGreaterThanOrEqual(7);
});

test('each link within the page leads somewhere', () => {
  const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
});
