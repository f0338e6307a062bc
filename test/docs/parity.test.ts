import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parityPage, rulesLike } from '../../scripts/docs/parity-page.ts';
import { peerChecks, peerNames } from '../../scripts/docs/peer-checks.ts';
import { shippedRules } from '../engine/shipped-rules.ts';

const rules = shippedRules.map(({ rule }) => rule);

test('docs/rules/parity.md is what the rules say (UPDATE_DOCS=1 writes it)', () => {
  const page = parityPage(rules);
  if (process.env.UPDATE_DOCS === '1') writeFileSync('docs/rules/parity.md', page);
  expect(readFileSync('docs/rules/parity.md', 'utf8')).toBe(page);
});

test.each(rules.map(({ id, equivalents = [] }) => [id, equivalents] as const))(
  '%s is the like of checks that there are',
  (_, equivalents) => {
    expect(equivalents.filter((each) => !peerNames.has(each))).toEqual([]);
  },
);

test.each(peerChecks.map((peerCheck) => [peerCheck.check, peerCheck] as const))('a rule asks: %s', (_, peerCheck) => {
  expect(rulesLike(peerCheck, rules).length).toBeGreaterThan(0);
});

test('and of each peer name there is a rule, the eleven controls of Audit Manager among them', () => {
  const named = new Set(rules.flatMap(({ equivalents = [] }) => equivalents));
  expect([...peerNames].filter((name) => !named.has(name))).toEqual([]);
  expect([...named].filter((name) => name.startsWith('audit-manager:'))).toHaveLength(11);
});
