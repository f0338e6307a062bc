import { expect, test } from 'vitest';
import { findingGroups, listingOf } from '../../src/reporters/sarif/finding-groups.ts';
import type { Finding } from '../../src/result.ts';
import { activeRule, finding, reportOf, resource } from './fixture.ts';
import { sarifRun } from './sarif-file.ts';

const high = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
const medium = activeRule({ id: 'BKP102', name: 'minimum-retention', severity: 'medium' });
const many = (rule: typeof high, count: number, over: (at: number) => Partial<Finding> = () => ({})) =>
  Array.from({ length: count }, (_, at) => finding(rule, resource(`db-${at}`), over(at)));
const runOf = (...findings: Finding[]) => sarifRun(reportOf({ rules: [high, medium], findings }));

test('findings of one rule and group are one result, with samples', () => {
  const points = many(medium, 1412, (at) => ({ fingerprint: 'f'.repeat(32), related: [`arn:aws:r-${at}`] }));
  const [result, ...others] = runOf(...points).results;
  expect(others).toEqual([]);
  expect(result?.message.text).toBe('db-0 is not good. This is the first of 1,412 findings of one group.');
  expect(result?.partialFingerprints?.primaryLocationLineHash).toBe(`${'f'.repeat(32)}:1`);
  const { count, sample } = result?.properties?.['backuplint/targets'] ?? {};
  expect([count, sample.length, sample[19]]).toEqual([1412, 20, 'arn:aws:rds:eu-west-1:111122223333:db:db-19']);
  expect(result?.properties?.['backuplint/related']).toHaveLength(20);
});

test('one fingerprint under two rules is two results', () => {
  const same = { fingerprint: 'f'.repeat(32) };
  expect(runOf(finding(high, resource('a'), same), finding(medium, resource('a'), same)).results).toHaveLength(2);
});

test('the identity of a group hangs on nothing but its fingerprint', () => {
  const [before, after] = [3, 5].map((count) =>
    runOf(...many(medium, count, (at) => ({ fingerprint: 'e'.repeat(32), message: `${count} ${at}` }))).results.map(
      ({ ruleId, partialFingerprints, locations }) => [ruleId, partialFingerprints, locations?.[0]?.physicalLocation],
    ),
  );
  expect(after).toEqual(before);
});

test('of 6,000 results the worst stay, and each rule that lost some says how many', () => {
  const run = runOf(...many(high, 100), ...many(medium, 5900));
  expect(run.results).toHaveLength(5000);
  expect(run.results.filter(({ ruleId }) => ruleId === 'BKP301')).toHaveLength(100);
  const last = run.results.at(-1);
  expect(last?.message.text).toBe(
    '+1,001 more of BKP102 are not listed here, since a run shows at most 5,000 results. The json format has all findings.',
  );
  expect(last?.properties?.['backuplint/cut']).toEqual({ results: 1001, findings: 1001 });
  expect(run.properties?.['backuplint/results']).toEqual({ listed: 4999, cut: 1001 });
  const [notification] = run.invocations?.[0]?.toolExecutionNotifications ?? [];
  expect(notification?.message.text).toBe("'1001' of '6000' results were left out.");
});

test('the overflow alert is the same one when more are cut', () => {
  const [one, two] = [5900, 5950].map((count) => runOf(...many(medium, count)).results.at(-1));
  expect(two?.message.text).not.toBe(one?.message.text);
  expect(two?.partialFingerprints).toEqual(one?.partialFingerprints);
});

test.each([
  [10, 10, 0],
  [9, 8, 1],
  [6, 5, 1],
  [5, 3, 2],
  [2, 0, 2],
])('within %i results: %i listed, %i rules cut', (limit, listed, cut) => {
  const groups = findingGroups(reportOf({ rules: [], findings: [...many(high, 5), ...many(medium, 5)] }).result);
  const listing = listingOf(groups, limit);
  expect([listing.listed.length, listing.cut.size]).toEqual([listed, cut]);
  expect([...listing.listed, ...[...listing.cut.values()].flat()]).toEqual(groups);
});
