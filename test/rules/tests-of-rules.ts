import { loadTests } from '../../src/rule-tests/load-test.ts';
import type { RuleTest } from '../../src/rule-tests/rule-test.ts';
import { shippedRules } from '../engine/shipped-rules.ts';

/** The unit tests of a rule that ships. */
export async function testOfShipped(name: string): Promise<RuleTest> {
  const [test] = await loadTests([`rules/tests/${name}.test.json`], shippedRules);
  if (test === undefined) throw new Error(`${name} has no tests`);
  return test;
}
