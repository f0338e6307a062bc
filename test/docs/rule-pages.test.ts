import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rulePage, writtenIn, writtenSections } from '../../scripts/docs/rule-page.ts';
import { examplesOf } from '../../src/commands/explain-example.ts';
import { loadPresets } from '../../src/rules/presets.ts';
import { presetsWith } from '../../src/rules-in-force.ts';
import { shippedRules } from '../engine/shipped-rules.ts';
import { testOfShipped } from '../rules/tests-of-rules.ts';

const only = process.env.RULE;
const rules = shippedRules
  .map(({ rule }) => rule)
  .filter(({ id, name }) => only === undefined || only === id || only === name);
const pathOf = (id: string) => `docs/rules/${id}.md`;
const pageAt = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

describe.each(rules.map((rule) => [rule.id, rule] as const))('docs/rules/%s.md', (_, rule) => {
  test('is what the rule and its tests say (UPDATE_DOCS=1 writes it)', async () => {
    const path = pathOf(rule.id);
    const presets = presetsWith(await loadPresets('rules/presets', shippedRules), rule.id);
    const examples = await examplesOf(await testOfShipped(rule.name));
    const page = rulePage({ rule, presets, examples }, pageAt(path));
    if (process.env.UPDATE_DOCS === '1') {
      mkdirSync('docs/rules', { recursive: true });
      writeFileSync(path, page);
    }
    expect(pageAt(path)).toBe(page);
  });

  test('says how to fix it by CLI, CloudFormation and Terraform, and what the rule cannot see', () => {
    const page = pageAt(pathOf(rule.id));
    for (const title of writtenSections) expect(writtenIn(page, title)?.length).toBeGreaterThan(40);
    const fix = writtenIn(page, 'How to fix') ?? '';
    expect(fix).not.toMatch(/^To be written/);
    for (const [way, block] of [
      ['CLI', '```sh'],
      ['CloudFormation', '```yaml'],
      ['Terraform', '```hcl'],
    ] as const) {
      expect(fix.includes(block) || fix.includes(`${way} cannot`), `${block} or "${way} cannot …"`).toBe(true);
    }
  });
});

test('no page is of a rule that does not ship', () => {
  const pages = existsSync('docs/rules') ? readdirSync('docs/rules').filter((name) => /^BKP\d+\.md$/.test(name)) : [];
  expect(pages.filter((name) => shippedRules.every(({ rule }) => `${rule.id}.md` !== name))).toEqual([]);
});
