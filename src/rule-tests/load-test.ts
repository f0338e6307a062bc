import { type Fault, faultsError } from '../errors.ts';
import { faultAt, type JsonFile, readJsonFile } from '../json-file.ts';
import type { LoadedRule } from '../rules/rule.ts';
import { findRule, unknownRule } from '../rules/rule-names.ts';
import { schemaFaults } from '../rules/schema-faults.ts';
import type { RuleTest } from './rule-test.ts';
import { caseOf } from './test-case.ts';
import { RuleTestFile } from './test-schema.ts';

const usualAsOf = '2026-11-20T06:00:00.000Z';

/** Test files, each with its rule. Throws one error with all faults of all files. */
export async function loadTests(files: readonly string[], rules: readonly LoadedRule[]): Promise<readonly RuleTest[]> {
  const read = await Promise.all(files.map(async (file) => loadTest(await readJsonFile(file), rules)));
  const faults = read.flatMap((each) => ('faults' in each ? each.faults : []));
  if (faults.length > 0) throw faultsError(faults);
  return read.flatMap((each) => ('test' in each ? [each.test] : []));
}

type Loading = { readonly test: RuleTest } | { readonly faults: readonly Fault[] };

export function loadTest(json: JsonFile, rules: readonly LoadedRule[]): Loading {
  if (json.faults.length > 0) return { faults: json.faults };
  const { data: file, error } = RuleTestFile.safeParse(json.value);
  if (file === undefined) return { faults: schemaFaults(json, error) };
  const loaded = findRule(rules, file.rule);
  if (loaded === undefined) return { faults: [faultAt(json, '/rule', unknownRule(rules, file.rule))] };
  const asOf = new Date(file.asOf ?? usualAsOf).toISOString();
  const cases = file.cases.map((text, index) => caseOf(text, index, { json, file, loaded, rules, asOf }));
  const faults = [...cases.flatMap((each) => ('faults' in each ? each.faults : [])), ...twice(json, file)];
  if (faults.length > 0) return { faults };
  const sound = cases.flatMap((each) => ('test' in each ? [each.test] : []));
  return { test: { file: json.file, loaded, asOf, records: file.records ?? {}, cases: sound } };
}

function twice(json: JsonFile, { cases }: RuleTestFile): readonly Fault[] {
  const names = cases.map(({ name }) => name);
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [faultAt(json, `/cases/${index}/name`, 'another case of this file has this name: say what is different')],
  );
}
