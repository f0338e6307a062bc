import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesPage } from '../../scripts/docs/rules-page.ts';
import { loadPresets } from '../../src/rules/presets.ts';
import { shippedRules } from '../engine/shipped-rules.ts';

const rules = shippedRules.map(({ rule }) => rule).sort((a, b) => (a.id < b.id ? -1 : 1));

async function presetTexts() {
  const ids = await loadPresets('rules/presets', shippedRules);
  return readdirSync('rules/presets').map((file) => {
    const { name, description } = JSON.parse(readFileSync(`rules/presets/${file}`, 'utf8'));
    return { name, description, ids: ids.get(name) ?? [] };
  });
}

test('docs/rules/README.md is what the rules and presets say (UPDATE_DOCS=1 writes it)', async () => {
  const page = rulesPage(rules, await presetTexts());
  if (process.env.UPDATE_DOCS === '1') writeFileSync('docs/rules/README.md', page);
  expect(readFileSync('docs/rules/README.md', 'utf8')).toBe(page);
});

test('every rule that ships stands in it once', () => {
  const page = readFileSync('docs/rules/README.md', 'utf8');
  for (const { id, name } of rules) expect(page.split(`| [${id}](${id}.md) | \`${name}\` |`)).toHaveLength(2);
});
