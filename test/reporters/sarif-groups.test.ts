import { expect, test } from 'vitest';
import { alertsOf } from '../../src/reporters/sarif/alerts.ts';
import { findingGroups } from '../../src/reporters/sarif/finding-groups.ts';
import { cutResults, listingOf } from '../../src/reporters/sarif/listing.ts';
import type { Finding } from '../../src/result.ts';
import { accepted, activeRule, finding, reportOf, resource } from './fixture.ts';
import { sarifRun } from './sarif-file.ts';

const high = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
const medium = activeRule({ id: 'BKP102', name: 'minimum-retention', severity: 'medium' });
const many = (rule: typeof high, count: number, over: (at: number) => Partial<Finding> = () => ({})) =>
  Array.from({ length: count }, (_, at) => finding(rule, resource(`db-${at}`), over(at)));
const runOf = (...findings: Finding[]) => sarifRun(reportOf({ rules: [high, medium], findings }));
const group = 'f'.repeat(32);

test('findings of one rule and group are one result, with samples', () => {
  const points = many(medium, 1412, (at) => ({ fingerprint: group, related: [`arn:aws:r-${at}`] }));
  const [result, ...others] = runOf(...points).results;
  expect(others).toEqual([]);
  expect(result?.message.text).toBe('db-0 is not good. This is the first of 1,412 findings of one group.');
  expect(result?.partialFingerprints?.primaryLocationLineHash).toBe(`${group}:1`);
  const { count, sample, digest } = result?.properties?.['backuplint/targets'] ?? {};
  expect([count, sample.length, sample[19]]).toEqual([1412, 20, 'arn:aws:rds:eu-west-1:111122223333:db:db-19']);
  expect(digest).toBeUndefined();
  expect(result?.properties?.['backuplint/related']).toHaveLength(20);
});

test('of recovery points a digest tells whether they are the same, whatever their order', () => {
  const point = (name: string) => finding(medium, resource(name, { kind: 'recoveryPoint' }), { fingerprint: group });
  const digestOf = (...names: string[]) =>
    runOf(...names.map(point)).results[0]?.properties?.['backuplint/targets'].digest;
  expect(digestOf('a', 'b')).toMatch(/^[0-9a-f]{32}$/);
  expect(digestOf('b', 'a')).toBe(digestOf('a', 'b'));
  expect(digestOf('a', 'c')).not.toBe(digestOf('a', 'b'));
});

test('a group of many severities ranks by its worst', () => {
  const low = finding({ ...medium, severity: 'low' }, resource('b'), { fingerprint: group });
  const findings = [finding(high, resource('x')), finding(medium, resource('c'), { fingerprint: group }), low];
  expect(runOf(...findings).results.map(({ level, message }) => [level, message.text])).toEqual([
    ['error', 'x is not good.'],
    ['warning', 'c is not good. This is the first of 2 findings of one group.'],
  ]);
});

test('one fingerprint under two rules is two results', () => {
  const same = { fingerprint: group };
  expect(runOf(finding(high, resource('a'), same), finding(medium, resource('a'), same)).results).toHaveLength(2);
});

test('the identity of a group hangs on nothing but its fingerprint', () => {
  const [before, after] = [3, 5].map((count) =>
    runOf(...many(medium, count, (at) => ({ fingerprint: group, message: `${count} ${at}` }))).results.map(
      ({ ruleId, partialFingerprints, locations }) => [ruleId, partialFingerprints, locations?.[0]?.physicalLocation],
    ),
  );
  expect(after).toEqual(before);
});

test('what is accepted is no alert; the rest of its group stays', () => {
  const findings = [
    finding(high, resource('all'), { waiver: accepted }),
    ...many(medium, 3, (at) => ({ fingerprint: group, waiver: at === 1 ? null : accepted })),
    finding(activeRule({ id: 'BKP507', name: 'evidence-complete' }), resource('scope'), {
      outcome: 'unknown',
      waiver: accepted,
    }),
  ];
  const [result, ...others] = runOf(...findings).results;
  expect(others).toEqual([]);
  expect(result?.message.text).toBe('db-1 is not good.');
  expect(result?.properties?.['backuplint/targets'].count).toBe(1);
});

test('of 6,000 results the worst stay, and each rule that lost some says how many', () => {
  const run = runOf(...many(high, 100), ...many(medium, 5900));
  expect(run.results).toHaveLength(5000);
  expect(run.results.filter(({ ruleId }) => ruleId === 'BKP301')).toHaveLength(100);
  const last = run.results.at(-1);
  expect(last?.message.text).toBe(
    '+1,001 more of BKP102 are not listed here, since code scanning takes no more. The formats evidence and json have all findings.',
  );
  expect(last?.properties?.['backuplint/cut']).toEqual({ results: 1001, findings: 1001 });
  expect(run.properties?.['backuplint/results']).toEqual({ listed: 4999, cut: 1001, carried: 0 });
  const [notification] = run.invocations?.[0]?.toolExecutionNotifications ?? [];
  expect(notification?.message.text).toBe("'1001' of '6000' results were left out.");
});

test('the overflow alert is the same one when more are cut', () => {
  const [one, two] = [5900, 5950].map((count) => runOf(...many(medium, count)).results.at(-1));
  expect(two?.message.text).not.toBe(one?.message.text);
  expect(two?.partialFingerprints).toEqual(one?.partialFingerprints);
});

test.each([
  [10, 10, 0, 0],
  [9, 8, 1, 2],
  [6, 5, 1, 5],
  [5, 3, 2, 7],
  [2, 0, 2, 10],
  [0, 0, 2, 10],
])('within %i results: %i listed, %i rules cut', (limit, listed, rules, cut) => {
  const groups = findingGroups([...many(high, 5), ...many(medium, 5)], () => true);
  const listing = listingOf(alertsOf(groups, []), limit);
  expect([listing.listed, listing.cut.size, cutResults(listing)]).toEqual([listed, rules, cut]);
});
