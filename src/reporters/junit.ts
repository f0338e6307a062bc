import type { Finding, Result, ResultRule } from '../result.ts';
import { groupMessage } from './fingerprint-groups.ts';
import { groupBy } from './group-by.ts';
import { type TestCase, testCases } from './junit/test-cases.ts';
import { attributes, xmlText } from './junit/xml.ts';
import { plural } from './pretty/page.ts';
import type { Reporter } from './reporter.ts';
import { standingsIn } from './standing.ts';
import { becauseText } from './waiver-text.ts';

/** Findings named of one test; the json format has all. */
const shownFindings = 20;

type Suite = { readonly rule: ResultRule; readonly cases: readonly TestCase[] };

/** For the test reports of GitLab, Jenkins and others: a suite a rule, a test for each target that does not pass. */
export const junit: Reporter = function* ({ result }) {
  const suites = suitesOf(result);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${attributes({ name: 'backuplint', ...countsOf(suites.flatMap(({ cases }) => cases)), time: 0 })}>\n`;
  for (const suite of suites) yield* suiteText(suite, result);
  yield '</testsuites>\n';
};

function suitesOf(result: Result): readonly Suite[] {
  const standingOf = standingsIn(result);
  const byRule = groupBy(result.findings, ({ ruleId }) => ruleId);
  const lost = [...byRule.keys()].find((id) => result.rules.every((rule) => rule.id !== id));
  if (lost !== undefined) throw new Error(`a finding of ${lost}, which is not among the rules of the result`);
  return result.rules.map((rule) => ({ rule, cases: testCases(rule, byRule.get(rule.id) ?? [], standingOf) }));
}

function countsOf(cases: readonly TestCase[]) {
  const count = (...standings: readonly TestCase['standing'][]) =>
    cases.filter(({ standing }) => standings.includes(standing)).length;
  return { tests: cases.length, failures: count('failing'), errors: count('unknown') };
}

const isSkipped = ({ standing }: TestCase): boolean => ['waived', 'inBaseline', 'noTarget'].includes(standing);

function* suiteText({ rule, cases }: Suite, { asOf, scopes, gaps }: Result): Iterable<string> {
  const name = `${rule.id} ${rule.name}`;
  const skipped = cases.filter(isSkipped).length;
  const complete = scopes.filter((scope) => scope.complete).length;
  // The schema of Jenkins takes no zone and no milliseconds.
  const head = { name, ...countsOf(cases), skipped, time: 0, timestamp: asOf.slice(0, 19) };
  const properties = { asOf, scopes: `${scopes.length} read, ${complete} completely`, gaps: gaps.length };
  yield `  <testsuite${attributes(head)}>\n    <properties>\n`;
  for (const [key, value] of Object.entries({ severity: rule.severity, ...properties })) {
    yield `      <property${attributes({ name: key, value })}/>\n`;
  }
  yield '    </properties>\n';
  for (const each of cases) {
    const body = bodies[each.standing](each, rule);
    yield `    <testcase${attributes({ classname: name, name: each.name, time: 0 })}>\n      ${body}\n    </testcase>\n`;
  }
  yield '  </testsuite>\n';
}

type Body = (each: TestCase, rule: ResultRule) => string;

/** What was not decided is an error: the test did not come to its end, and it did not pass. */
const bodies: { readonly [standing in TestCase['standing']]: Body } = {
  failing: ({ findings }, rule) => troubleText('failure', findings, [`Fix: ${rule.remediation}`]),
  unknown: ({ findings }) => troubleText('error', findings, []),
  waived: ({ findings }) => skippedText(waivedText(findings)),
  inBaseline: ({ findings }) => skippedText(`in the baseline since ${findings[0]?.baseline?.since}`),
  noTarget: (_, { outcomes }) => skippedText(`no target (${outcomes.notApplicable} not applicable)`),
  pass: (_, { outcomes }) => `<system-out>${plural(outcomes.pass, 'target passes', 'targets pass')}</system-out>`,
};

const skippedText = (message: string): string => `<skipped${attributes({ message })}/>`;

function waivedText([first]: readonly Finding[]): string {
  const waiver = first?.waiver;
  return waiver ? `waived by ${waiver.owner} until ${waiver.expires}: ${becauseText(waiver)}` : '';
}

/** GitLab shows the text, Jenkins the message first. */
function troubleText(tag: 'failure' | 'error', findings: readonly Finding[], more: readonly string[]): string {
  const [first] = findings;
  if (first === undefined) return '';
  const message = groupMessage({ first, count: findings.length });
  const left = findings.length - shownFindings;
  const lines = [
    ...findings.slice(0, shownFindings).flatMap((finding) => [finding.message, finding.target.id]),
    ...(left > 0 ? [`… and ${left} more (all in --format json)`] : []),
    ...more,
  ];
  const type = tag === 'error' ? 'unknown' : first.severity;
  return `<${tag}${attributes({ message, type })}>${lines.map(xmlText).join('\n')}</${tag}>`;
}
