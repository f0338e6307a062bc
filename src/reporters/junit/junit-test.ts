import type { Finding, ResultGap, ResultRule, ResultWaiver } from '../../result.ts';
import { groupMessage } from '../fingerprint-groups.ts';
import { plural } from '../pretty/page.ts';
import { becauseText, waivedText } from '../waiver-text.ts';
import type { TestCase } from './test-cases.ts';
import { attributes, xmlText } from './xml.ts';

/** Findings, or gaps, named in one test; the json format has all. */
const shown = 20;

export type Test = {
  readonly name: string;
  readonly verdict: 'pass' | 'failure' | 'error' | 'skipped';
  /** Made when it is written: of a hundred thousand one at a time is enough. */
  readonly body: () => string;
};

/** What was not decided, or not read, is an error: the test did not come to its end, and it did not pass. */
export function ruleTest({ name, standing, findings }: TestCase, { remediation, outcomes }: ResultRule): Test {
  switch (standing) {
    case 'failing':
      return { name, verdict: 'failure', body: () => findingsText('failure', findings, [`Fix: ${remediation}`]) };
    case 'unknown':
      return { name, verdict: 'error', body: () => findingsText('error', findings, []) };
    case 'waived':
      return { name, verdict: 'skipped', body: () => skippedText(acceptedText(findings)) };
    case 'inBaseline':
      return { name, verdict: 'skipped', body: () => skippedText(baselineText(findings)) };
    case 'noTarget':
      return {
        name,
        verdict: 'skipped',
        body: () => skippedText(`no target (${outcomes.notApplicable} not applicable)`),
      };
    case 'pass':
      return { name, verdict: 'pass', body: () => passText(plural(outcomes.pass, 'target passes', 'targets pass')) };
  }
}

export function readingTest(gaps: readonly ResultGap[]): Test {
  const name = 'all that the rules need was read';
  if (gaps.length === 0) return { name, verdict: 'pass', body: () => passText('no gaps') };
  const message = `${plural(gaps.length, 'answer was', 'answers were')} not read; what that hides was not judged`;
  const texts = gaps.map(({ accountId, region, operation, resource, status }) => {
    const of = resource === undefined ? '' : ` of ${resource}`;
    return [`${operation}${of} in ${accountId}/${region}: ${status}`];
  });
  return { name, verdict: 'error', body: () => troubleText('error', { message, type: 'unknown' }, capped(texts)) };
}

/** Those that need their owner; what they no longer accept is a test of its own, and fails there. */
export const waiverTests = (waivers: readonly ResultWaiver[]): readonly Test[] =>
  waivers
    .filter(({ warnings }) => warnings.length > 0)
    .map((waiver) => ({
      name: `waiver of ${waivedText(waiver)}`,
      verdict: 'skipped',
      body: () => skippedText(`${waiver.state}: ${waiver.warnings.join('; ')}`),
    }));

const passText = (text: string): string => `<system-out>${xmlText(text)}</system-out>`;
const skippedText = (message: string): string => `<skipped${attributes({ message })}/>`;

function acceptedText([first]: readonly Finding[]): string {
  const waiver = first?.waiver;
  return waiver ? `waived by ${waiver.owner} until ${waiver.expires}: ${becauseText(waiver)}` : '';
}

const baselineText = ([first]: readonly Finding[]): string => `in the baseline since ${first?.baseline?.since}`;

function findingsText(tag: 'failure' | 'error', findings: readonly Finding[], more: readonly string[]): string {
  const [first] = findings;
  if (first === undefined) return '';
  const texts = findings.map(({ message, target }) => [message, target.id]);
  const type = tag === 'error' ? 'unknown' : first.severity;
  return troubleText(tag, { message: groupMessage({ first, count: findings.length }), type }, [
    ...capped(texts),
    ...more,
  ]);
}

function capped(texts: readonly (readonly string[])[]): readonly string[] {
  const left = texts.length - shown;
  return [...texts.slice(0, shown).flat(), ...(left > 0 ? [`… and ${left} more (all in --format json)`] : [])];
}

/** GitLab shows the text, Jenkins the message first. */
const troubleText = (
  tag: 'failure' | 'error',
  head: { readonly message: string; readonly type: string },
  lines: readonly string[],
): string => `<${tag}${attributes(head)}>${lines.map(xmlText).join('\n')}</${tag}>`;
