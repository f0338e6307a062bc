import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { loadIamNames, loadResourceTypes } from '../data.ts';
import { UsageError } from '../errors.ts';
import { writeStdout } from '../output/write-stdout.ts';
import { packageVersion } from '../package-files.ts';
import { findTests, testSuffix } from '../rule-tests/find-tests.ts';
import { loadTests } from '../rule-tests/load-test.ts';
import { type CaseResult, runTest } from '../rule-tests/run-test.ts';
import { rulesInForce } from '../rules-in-force.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import { type Given, isOn } from './given-flags.ts';
import { ruleOptions } from './scan-options.ts';
import { type TestedRule, testReport } from './test-report.ts';

/** Unit tests of rules: no AWS, no inventory. Exit code 1 where a case is not as expected. */
export const test: Command = {
  name: 'test',
  takes: [],
  takesMore: 'path',
  describe:
    'Runs the unit tests of rules: files *.test.json, or all in the folders named; else those of your own rules.',
  flags: [...flagsOfGroup('Common'), 'rule-file'],
  examples: [
    { line: 'test backup-rules', does: 'every *.test.json below a folder; x.test.json is for the rule in x.json' },
    { line: 'test', does: 'those beside the ruleFiles of the config' },
  ],
  run: async ({ given, words, io }) => {
    const files = await testFiles(words, given, io.cwd);
    const tests = await loadTests(files, await rulesFor(files, given, io.cwd));
    const setting = {
      resourceTypes: loadResourceTypes(),
      iamNames: loadIamNames(),
      version: packageVersion(),
      verify: 'all' as const,
    };
    const tested: TestedRule[] = [];
    for (const each of tests) tested.push({ test: each, results: await runTest(each, setting) });
    const { verbose, quiet } = { verbose: isOn(given, 'verbose') ?? false, quiet: isOn(given, 'quiet') ?? false };
    await writeStdout(io, [testReport(tested, { isVerbose: verbose, isQuiet: quiet, cwd: io.cwd })]);
    return tested.some(({ results }) => results.some(isWrong)) ? 1 : 0;
  },
};

const isWrong = ({ differences }: CaseResult): boolean => differences.length > 0;

async function testFiles(words: readonly string[], given: Given, cwd: string): Promise<readonly string[]> {
  const paths = words.length > 0 ? words.map((path) => resolve(cwd, path)) : await ownFolders(given, cwd);
  const files = await findTests(paths);
  if (files.length > 0) return files;
  throw new UsageError(
    `no test files: name some (*${testSuffix}), or folders of them, or put them beside your ruleFiles`,
  );
}

async function ownFolders(given: Given, cwd: string): Promise<readonly string[]> {
  const { config } = await rulesInForce(ruleOptions(given), cwd);
  const own = [...(config?.ruleFiles ?? []), ...ruleOptions(given).ruleFiles.map((path) => resolve(cwd, path))];
  return [...new Set(own.map(dirname))];
}

/** All that are known, and those that lie beside their tests. */
async function rulesFor(files: readonly string[], given: Given, cwd: string) {
  const options = ruleOptions(given);
  const known = await rulesInForce(options, cwd);
  const loaded = new Set(known.loaded.map(({ file }) => file));
  const beside = await existing(files.map((file) => `${file.slice(0, -testSuffix.length)}.json`));
  const more = beside.filter((file) => !loaded.has(file));
  if (more.length === 0) return known.loaded;
  return (await rulesInForce({ ...options, ruleFiles: [...options.ruleFiles, ...more] }, cwd)).loaded;
}

async function existing(files: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    files.map((file) =>
      access(file).then(
        () => [file],
        () => [],
      ),
    ),
  );
  return found.flat();
}
