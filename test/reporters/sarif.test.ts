import { expect, test } from 'vitest';
import { recounted } from '../../src/failing.ts';
import type { Report } from '../../src/reporters/reporter.ts';
import { estate } from './estate.ts';
import { activeRule, finding, reportOf, resource } from './fixture.ts';
import { githubFaults } from './sarif-faults.ts';
import { sarifRun, sarifText } from './sarif-file.ts';

test('the text is exact, and valid by the standard and by GitHub', async () => {
  sarifRun(estate);
  await expect(sarifText(estate)).toMatchFileSnapshot('expected/estate.sarif');
});

test('a report without findings is a run without results, which closes all alerts', () => {
  const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
  const run = sarifRun(reportOf({ rules: [rule], pass: 3 }));
  expect(run.results).toEqual([]);
  expect(run.tool.driver.rules?.map(({ id }) => id)).toEqual(['BKP301']);
  expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
});

test('only failing findings and BKP507 become alerts, the worst first', () => {
  expect(sarifRun(estate).results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['BKP201', 'error'],
    ['BKP301', 'error'],
    ['BKP301', 'error'],
    ['BKP301', 'error'],
    ['BKP102', 'warning'],
    ['BKP507', 'warning'],
    ['BKP601', 'note'],
    ['BKP602', 'note'],
  ]);
});

test.each([
  ['backuplint', 'backuplint/2026-11-24T02:00:00.000Z'],
  ['/prod//eu/', 'prod/eu/2026-11-24T02:00:00.000Z'],
  [' / ', 'backuplint/2026-11-24T02:00:00.000Z'],
  ['a\u0007b', 'a\\u{7}b/2026-11-24T02:00:00.000Z'],
])('category %j', (category, id) => {
  expect(sarifRun(estate, { category }).automationDetails).toEqual({ id });
});

test.each([
  [undefined, undefined],
  [
    { repositoryUri: 'https://github.com/acme/infra', revisionId: '0'.repeat(40) },
    [
      {
        repositoryUri: 'https://github.com/acme/infra',
        revisionId: '0'.repeat(40),
        mappedTo: { uriBaseId: 'SRCROOT' },
      },
    ],
  ],
])('the version of the repository: %j', (provenance, details) => {
  expect(sarifRun(estate, { provenance }).versionControlProvenance).toEqual(details);
});

test('gaps are warnings of the run, one for each operation and reason', () => {
  const notifications = sarifRun(estate).invocations?.[0]?.toolExecutionNotifications ?? [];
  expect(notifications.map(({ level, message }) => `${level}: ${message.text}`)).toEqual([
    "warning: 'ListCopyJobs' was not read in '1' places ('denied'), first in '111122223333/eu-west-1'.",
    "warning: 'ListRestoreJobs' was not read in '1' places ('horizon'), first in '111122223333/eu-west-1'.",
  ]);
});

test('a result is by the severity in force, and tells where a finding differs from its rule', () => {
  const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' }, { severity: 'low' });
  const findings = [finding(rule, resource('a'), { severity: 'critical' }), finding(rule, resource('b'))];
  const { results, tool } = sarifRun(reportOf({ rules: [rule], findings }));
  expect(results.map(({ level, properties }) => [level, properties?.['security-severity']])).toEqual([
    ['error', '9.5'],
    ['note', undefined],
  ]);
  expect(tool.driver.rules?.[0]?.defaultConfiguration?.level).toBe('note');
});

test('a finding of a rule that is not in force is a bug, not a silent loss', () => {
  expect(() => sarifText({ ...estate, rules: estate.rules.slice(1) })).toThrow('a finding of BKP201');
});

test('with --new-only what the baseline has is no alert', () => {
  const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
  const since = '2026-11-01T02:00:00.000Z';
  const findings = [
    finding(rule, resource('old'), { baseline: { state: 'unchanged', since } }),
    finding(rule, resource('fresh'), { baseline: { state: 'new', since } }),
  ];
  const report = reportOf({ rules: [rule], findings });
  const names = ({ result }: Report) =>
    sarifRun({ ...report, result }).results.map(({ locations }) => locations?.[0]?.logicalLocations?.[0]?.name);
  expect(names(report)).toEqual(['old', 'fresh']);
  const newOnly = { ...report, result: recounted(report.result, true) };
  expect(names(newOnly)).toEqual(['fresh']);
});

test('the check of what GitHub takes can fail', () => {
  const run = sarifRun(estate);
  const [first] = run.results;
  if (first === undefined) throw new Error('no result');
  const uri = (text: string) => ({ physicalLocation: { artifactLocation: { uri: text }, region: { startLine: 1 } } });
  const bad = ['arn:aws:x', 'https://x', '../x', '/x', '', 'a b', 'a:b', 'a//b'].map((text) => ({
    ...first,
    locations: [uri(text)],
  }));
  expect(githubFaults({ ...run, results: bad }).filter((fault) => fault.includes(': uri '))).toHaveLength(bad.length);
  expect(githubFaults({ ...run, results: [first, first] })).toHaveLength(1);
});
