import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadFrameworks, loadIamNames, loadResourceTypes } from '../../src/data.ts';
import { runTest } from '../../src/rule-tests/run-test.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { shippedRules } from '../engine/shipped-rules.ts';
import { testOfShipped } from './tests-of-rules.ts';

const setting = {
  resourceTypes: loadResourceTypes(),
  iamNames: loadIamNames(),
  version: '0.0.0',
  verify: 'all',
} as const;

/** They ask only what the list or plan that finds their targets tells: where it was not read, they have no target that could be unknown. */
const neverUnknown = new Set(['BKP107', 'BKP109', 'BKP410']);

/** What a rule can come to: one without `when` concerns every target, and one about what was read never fails. */
const outcomesOf = ({ id, when }: Rule): string[] => [
  'pass',
  neverUnknown.has(id) ? 'noTarget' : 'unknown',
  ...(id === 'BKP507' ? [] : ['fail']),
  ...(when === undefined ? [] : ['notApplicable']),
];

test('the loader finds no fault in any: it trusts them when it runs', async () => {
  const frameworks = Object.keys(loadFrameworks());
  const { rules, warnings } = await loadRules({ shippedDir: 'rules', ownFiles: [], frameworks });
  expect(warnings).toEqual([]);
  expect(rules.map(({ rule }) => rule)).toEqual(
    shippedRules.map(({ rule }) => rule).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
});

describe('no rule ships by half', () => {
  test.each(shippedRules.map(({ rule }) => [rule.name, rule] as const))(
    '%s: tests that hold, with a case of each outcome',
    async (name, rule) => {
      const results = await runTest(await testOfShipped(name), setting);
      expect(results.filter(({ differences }) => differences.length > 0)).toEqual([]);
      const seen = results.flatMap(({ judged }) =>
        judged.length === 0 ? ['noTarget'] : judged.map(({ outcome }) => outcome),
      );
      expect(seen).toEqual(expect.arrayContaining(outcomesOf(rule)));
    },
  );

  test.each(shippedRules.map(({ rule }) => [rule.name, rule] as const))('%s: texts and sources', (_, rule) => {
    expect(rule.references?.length ?? 0).toBeGreaterThan(0);
    expect(Object.keys(rule.frameworks ?? {}).length).toBeGreaterThan(0);
    expect(rule.description.split(/[.!?](?: |$)/).filter(Boolean).length).toBeGreaterThanOrEqual(2);
    expect(rule.title).not.toMatch(/[.]$/);
  });

  test('no tests are of a rule that does not ship', () => {
    const names = readdirSync('rules/tests').map((file) => file.replace('.test.json', ''));
    expect(names.filter((name) => shippedRules.every(({ rule }) => rule.name !== name))).toEqual([]);
  });
});
