import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LoadedRule } from '../rules/rule.ts';
import { testSuffix } from './find-tests.ts';
import { loadTests } from './load-test.ts';
import type { RuleTest } from './rule-test.ts';

/** The unit tests of a rule, where it has some: beside it, and of a rule that ships in the folder `tests` there. */
export async function testOfRule(loaded: LoadedRule, rules: readonly LoadedRule[]): Promise<RuleTest | undefined> {
  const { file, origin, rule } = loaded;
  const beside = file.replace(/\.json$/, testSuffix);
  const path = origin === 'shipped' ? join(dirname(file), 'tests', `${rule.name}${testSuffix}`) : beside;
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  return isThere ? (await loadTests([path], rules))[0] : undefined;
}
