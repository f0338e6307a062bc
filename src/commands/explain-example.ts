import { loadIamNames, loadResourceTypes } from '../data.ts';
import { packageVersion } from '../package-files.ts';
import type { Outcome } from '../result.ts';
import { mergePatch } from '../rule-tests/merge-patch.ts';
import type { RuleTest } from '../rule-tests/rule-test.ts';
import { type CaseResult, runTest } from '../rule-tests/run-test.ts';
import type { FieldsText } from '../rule-tests/test-schema.ts';

/** One of a rule's tests: what is there, and what the rule says of it. */
export type Example = {
  readonly outcome: Outcome;
  readonly name: string;
  /** As written, those like others put together. */
  readonly records: readonly unknown[];
  /** Of a fail or an unknown. */
  readonly message: string | undefined;
};

/** The first of a rule's tests that passes, and the first that fails; of a rule that never fails, the first that is unknown. */
export async function examplesOf(test: RuleTest): Promise<readonly Example[]> {
  const results = await runTest(test, {
    resourceTypes: loadResourceTypes(),
    iamNames: loadIamNames(),
    version: packageVersion(),
    verify: 'off' as const,
  });
  const first = (outcome: Outcome) =>
    results.find(({ judged }) => judged.length === 1 && judged[0]?.outcome === outcome);
  return [first('pass'), first('fail') ?? first('unknown')].flatMap((result) => exampleOf(result, test));
}

function exampleOf(result: CaseResult | undefined, { records }: RuleTest): readonly Example[] {
  const [judged] = result?.judged ?? [];
  if (result === undefined || judged === undefined) return [];
  const written = result.testCase.text.records.map((each) => wholeRecord(each, records));
  return [{ outcome: judged.outcome, name: result.testCase.name, records: written, message: judged.message }];
}

function wholeRecord(record: string | FieldsText, named: RuleTest['records']): unknown {
  if (typeof record === 'string') return named[record];
  const { like, ...changes } = record;
  return like === undefined ? changes : mergePatch(named[String(like)], changes);
}
