import { evaluate } from '../engine/evaluate.ts';
import type { IamNames, ResourceTypes } from '../engine/evaluation.ts';
import { verify } from '../engine/verify/verify.ts';
import type { VerifyMode } from '../engine/verify/witness.ts';
import type { Outcome } from '../result.ts';
import type { Expectation, RuleTest, TestCase } from './rule-test.ts';

export type TestSetting = {
  /** What AWS says each resource type can do; a case may know better. */
  readonly resourceTypes: ResourceTypes;
  readonly iamNames: IamNames;
  readonly version: string;
  /** Which verdicts json-rules-engine checks. */
  readonly verify: VerifyMode;
};

export type Judged = { readonly target: string; readonly outcome: Outcome; readonly message?: string };

export type CaseResult = {
  readonly testCase: TestCase;
  readonly judged: readonly Judged[];
  /** What is not as expected; empty: the case passes. */
  readonly differences: readonly string[];
};

/** Judges the cases, one after the other. */
export async function runTest({ cases, asOf }: RuleTest, setting: TestSetting): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const testCase of cases) {
    const judged = await judgeCase(testCase, asOf, setting);
    results.push({ testCase, judged, differences: differences(testCase, judged) });
  }
  return results;
}

async function judgeCase(testCase: TestCase, asOf: string, setting: TestSetting): Promise<readonly Judged[]> {
  const evaluation = evaluate({
    rules: [testCase.active, ...testCase.beside],
    shards: [testCase.shard],
    asOf,
    resourceTypes: withOwn(setting.resourceTypes, testCase.resourceTypes),
    iamNames: setting.iamNames,
    copyAccounts: testCase.copyAccounts,
    version: setting.version,
    include: ['pass', 'notApplicable'],
    verify: setting.verify,
  });
  await verify(evaluation);
  const { findings, outcomes = [] } = evaluation.result;
  const isOwn = ({ ruleId }: { readonly ruleId: string }) => ruleId === testCase.active.rule.id;
  const told = findings.filter(isOwn).map(({ target, outcome, message }) => ({ target: target.id, outcome, message }));
  return [...told, ...outcomes.filter(isOwn).map(({ target, outcome }) => ({ target: target.id, outcome }))];
}

const withOwn = (table: ResourceTypes, own: ResourceTypes): ResourceTypes =>
  Object.fromEntries(
    [...Object.keys(table), ...Object.keys(own)].map((type) => [type, { ...table[type], ...own[type] }]),
  );

function differences({ expect, message }: TestCase, judged: readonly Judged[]): readonly string[] {
  const wrong = typeof expect === 'string' ? differencesOfOne(expect, judged) : differencesOfAll(expect, judged);
  if (wrong.length > 0 || message === undefined) return wrong;
  const said = judged.flatMap((each) => each.message ?? []);
  if (said.some((text) => text.includes(message))) return [];
  return [
    `expected a message with ${JSON.stringify(message)}, got ${said.map((each) => JSON.stringify(each)).join(', ') || 'none'}`,
  ];
}

function differencesOfOne(expect: Outcome | 'noTarget', judged: readonly Judged[]): readonly string[] {
  const [only, ...others] = judged;
  if (expect === 'noTarget') return judged.map(({ target }) => `expected no target, got ${target}`);
  if (only === undefined) return [`expected ${expect}, but the rule finds no target`];
  if (others.length === 0) return only.outcome === expect ? [] : [`expected ${expect}, got ${heard(only)}`];
  return [
    `expected one target, got ${judged.length}: say the outcome of each by its id (${judged.map(heard).join(', ')})`,
  ];
}

function differencesOfAll(expect: Exclude<Expectation, string>, judged: readonly Judged[]): readonly string[] {
  const missing = Object.keys(expect).filter((id) => judged.every(({ target }) => target !== id));
  const unlike = judged.filter(({ target, outcome }) => !Object.hasOwn(expect, target) || expect[target] !== outcome);
  return [
    ...missing.map((id) => `expected ${expect[id]} of ${id}, which is no target`),
    ...unlike.map((each) => `expected ${expect[each.target] ?? 'no such target'}, got ${heard(each)}`),
  ];
}

const heard = ({ target, outcome, message }: Judged): string =>
  `${outcome} of ${target}${message === undefined ? '' : `: ${message}`}`;
