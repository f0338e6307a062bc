import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { factsPage } from '../../scripts/docs/facts.ts';

test('docs/facts.md is what the catalogue says (UPDATE_DOCS=1 writes it)', () => {
  if (process.env.UPDATE_DOCS === '1') writeFileSync('docs/facts.md', factsPage());
  expect(readFileSync('docs/facts.md', 'utf8')).toBe(factsPage());
});
