import { shortPaths } from '../output/short-paths.ts';
import { plural } from '../reporters/pretty/page.ts';
import type { RuleTest } from '../rule-tests/rule-test.ts';
import type { CaseResult } from '../rule-tests/run-test.ts';

export type TestedRule = { readonly test: RuleTest; readonly results: readonly CaseResult[] };
type Look = { readonly isVerbose: boolean; readonly isQuiet: boolean; readonly cwd: string };

/** A line a rule, the cases that are not as expected below it, and a sum. */
export function testReport(tested: readonly TestedRule[], look: Look): string {
  const lines = tested.flatMap((each) => linesOf(each, look));
  const all = tested.flatMap(({ results }) => results);
  const wrong = all.filter(isWrong).length;
  const sum = `${plural(all.length, 'case')} of ${plural(tested.length, 'rule')}: ${wrong === 0 ? 'all as expected' : `${wrong} not as expected`}`;
  return `${[...lines, sum].join('\n')}\n`;
}

const isWrong = ({ differences }: CaseResult): boolean => differences.length > 0;

function linesOf({ test, results }: TestedRule, { isVerbose, isQuiet, cwd }: Look): readonly string[] {
  const { id, name } = test.loaded.rule;
  const wrong = results.filter(isWrong);
  const shown = isVerbose ? results : wrong;
  if (isQuiet && wrong.length === 0) return [];
  const head = `${wrong.length === 0 ? 'ok    ' : 'WRONG '} ${id} ${name}: ${plural(results.length, 'case')}`;
  return [head, ...shown.flatMap((each) => caseLines(each, cwd))];
}

function caseLines({ testCase, differences }: CaseResult, cwd: string): readonly string[] {
  const { file, region } = testCase.place;
  if (differences.length === 0) return [`         ${testCase.name}`];
  const place = `${shortPaths(file, cwd)}:${region.startLine}`;
  return [`         ${testCase.name} (${place})`, ...differences.map((line) => `           ${line}`)];
}
