import type { Finding, Result, ResultRule } from '../result.ts';
import { groupBy } from './group-by.ts';
import { readingTest, ruleTest, type Test, waiverTests } from './junit/junit-test.ts';
import { testCases } from './junit/test-cases.ts';
import { attributes } from './junit/xml.ts';
import type { Reporter } from './reporter.ts';
import { standingsIn } from './standing.ts';

type Suite = { readonly name: string; readonly severity?: string; readonly tests: readonly Test[] };

/** For the test reports of GitLab, Jenkins and others: a suite a rule, a test for each target that does not pass. */
export const junit: Reporter = function* ({ result }) {
  const suites = suitesOf(result);
  const head = { name: 'backuplint', ...countsOf(suites.flatMap(({ tests }) => tests)), time: 0 };
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes(head)}>\n`;
  for (const suite of suites) yield* suiteText(suite, result);
  yield '</testsuites>\n';
};

/** The first tells whether all was read, so that a report of tests that pass is never one of what nobody looked at. */
function suitesOf(result: Result): readonly Suite[] {
  const standingOf = standingsIn(result);
  const byRule = groupBy(result.findings, ({ ruleId }) => ruleId);
  const lost = [...byRule.keys()].find((id) => result.rules.every((rule) => rule.id !== id));
  if (lost !== undefined) throw new Error(`a finding of ${lost}, which is not among the rules of the result`);
  const testsOf = (rule: ResultRule, findings: readonly Finding[]) =>
    testCases(rule, findings, standingOf).map((each) => ruleTest(each, rule));
  return [
    { name: 'backuplint', tests: [readingTest(result.gaps), ...waiverTests(result.waivers ?? [])] },
    ...result.rules.map((rule) => ({
      name: `${rule.id} ${rule.name}`,
      severity: rule.severity,
      tests: testsOf(rule, byRule.get(rule.id) ?? []),
    })),
  ];
}

function countsOf(tests: readonly Test[]) {
  const count = (verdict: Test['verdict']) => tests.filter((test) => test.verdict === verdict).length;
  return { tests: tests.length, failures: count('failure'), errors: count('error') };
}

function* suiteText({ name, severity, tests }: Suite, { asOf, scopes, gaps }: Result): Iterable<string> {
  const skipped = tests.filter(({ verdict }) => verdict === 'skipped').length;
  const complete = scopes.filter((scope) => scope.complete).length;
  // The schema of Jenkins takes no zone and no milliseconds.
  const head = { name, ...countsOf(tests), skipped, time: 0, timestamp: asOf.slice(0, 19) };
  const properties = { asOf, scopes: `${scopes.length} read, ${complete} completely`, gaps: gaps.length };
  yield `  <testsuite${attributes(head)}>\n    <properties>\n`;
  for (const [key, value] of Object.entries({ ...(severity === undefined ? {} : { severity }), ...properties })) {
    yield `      <property${attributes({ name: key, value })}/>\n`;
  }
  yield '    </properties>\n';
  for (const test of tests) {
    const start = `    <testcase${attributes({ classname: name, name: test.name, time: 0 })}>`;
    yield `${start}\n      ${test.body()}\n    </testcase>\n`;
  }
  yield '  </testsuite>\n';
}
