import { describe, expect, test } from 'vitest';
import { loadIamNames, loadResourceTypes } from '../../../src/data.ts';
import type { RuleTest } from '../../../src/rule-tests/rule-test.ts';
import { runTest } from '../../../src/rule-tests/run-test.ts';
import { shippedRules } from '../../engine/shipped-rules.ts';
import { testOfShipped } from '../tests-of-rules.ts';
import { type Mutant, mutantsOf } from './mutants-of.ts';
import { survivors } from './survivors.ts';

/** One rule alone: RULE=air-gapped-copy npx vitest run test/rules/mutation */
const only = process.env.RULE;
const rules = shippedRules.filter(({ rule }) => only === undefined || only === rule.name || only === rule.id);
const setting = {
  resourceTypes: loadResourceTypes(),
  iamNames: loadIamNames(),
  version: '0.0.0',
  verify: 'off',
} as const;

/** The tests of the rule, asked of the mutant. */
const ofMutant = (tests: RuleTest, { rule }: Mutant): RuleTest => ({
  ...tests,
  cases: tests.cases.map((each) => ({ ...each, active: { ...each.active, rule } })),
});

async function isKilled(tests: RuleTest, mutant: Mutant): Promise<boolean> {
  for (const testCase of ofMutant(tests, mutant).cases) {
    const [result] = await runTest({ ...tests, cases: [testCase] }, setting);
    if (result === undefined || result.differences.length > 0) return true;
  }
  return false;
}

const surviving: string[] = [];
let made = 0;

describe.runIf(rules.length > 0)('every condition of every rule is held by its tests', () => {
  test.each(rules.map(({ rule }) => [rule.name, rule] as const))('%s', async (name, rule) => {
    const tests = await testOfShipped(name);
    const mutants = mutantsOf(rule);
    const alive: string[] = [];
    for (const mutant of mutants) if (!(await isKilled(tests, mutant))) alive.push(mutant.name);
    made += mutants.length;
    surviving.push(...alive);
    expect(alive.filter((mutant) => survivors[mutant] === undefined)).toEqual([]);
  });

  test('at least 95 in 100 are killed, and the list of survivors holds no others', () => {
    const ids = rules.map(({ rule }) => `${rule.id} `);
    const listed = Object.keys(survivors).filter((mutant) => ids.some((id) => mutant.startsWith(id)));
    expect(listed.filter((mutant) => !surviving.includes(mutant))).toEqual([]);
    expect(surviving.length).toBeLessThanOrEqual(made * 0.05);
  });
});
