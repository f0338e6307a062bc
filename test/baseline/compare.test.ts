import { expect, test } from 'vitest';
import { baselineOf } from '../../src/baseline/baseline.ts';
import { compared } from '../../src/baseline/compare.ts';
import { isFailing, recounted } from '../../src/failing.ts';
import type { Finding } from '../../src/result.ts';
import { activeRule, finding, reportOf, resource } from '../reporters/fixture.ts';

const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
const waiver = { at: 0, reason: 'r', owner: 'o', expires: '2027-01-01' };
const asOf = '2026-11-24T02:00:00.000Z';
const since = '2026-11-01T02:00:00.000Z';

type Was = { readonly outcome?: 'fail' | 'unknown'; readonly severity?: 'high' | 'low'; readonly isWaived?: boolean };

test.each<readonly [string, Was | undefined, Partial<Finding>, object]>([
  ['was not there', undefined, {}, { state: 'new', since: asOf }],
  ['failed', {}, {}, { state: 'unchanged', since }],
  ['failed with another severity', { severity: 'low' }, {}, { state: 'updated', since }],
  ['was unknown, and fails', { outcome: 'unknown' }, {}, { state: 'new', since }],
  ['failed, and is unknown', {}, { outcome: 'unknown' }, { state: 'updated', since }],
  ['was unknown and is so', { outcome: 'unknown' }, { outcome: 'unknown' }, { state: 'unchanged', since }],
  ['was accepted, and is so', { isWaived: true }, { waiver }, { state: 'unchanged', since }],
  ['was accepted, and is open again', { isWaived: true }, {}, { state: 'new', since }],
])('a finding that %s', (_, was, over, expected) => {
  const now = finding(rule, resource('orders'), over);
  const { ruleId, fingerprint } = now;
  const known = { ruleId, fingerprint, outcome: 'fail' as const, severity: 'high' as const, isWaived: false, since };
  const baseline = baselineOf(was === undefined ? [] : [{ ...known, ...was }]);
  expect(compared(reportOf({ rules: [rule], findings: [now] }).result, baseline).findings[0]?.baseline).toEqual(
    expected,
  );
});

test('a group is known by the worst of its findings, and since the first', () => {
  const group = { ruleId: 'BKP102', fingerprint: 'f', severity: 'high' as const };
  const listed = [
    { ...group, outcome: 'unknown' as const, isWaived: false, since: '2026-02-01' },
    { ...group, outcome: 'fail' as const, isWaived: true, since: '2026-03-01' },
    { ...group, outcome: 'fail' as const, isWaived: false, since: '2026-04-01' },
  ];
  const expected = [['BKP102\nf', { outcome: 'fail', severity: 'high', isWaived: false, since: '2026-02-01' }]];
  expect([...baselineOf(listed)]).toEqual(expected);
  expect([...baselineOf(listed.reverse())]).toEqual(expected);
});

const old = { state: 'unchanged', since } as const;
const fresh = { state: 'new', since: asOf } as const;

test.each<readonly [Partial<Finding>, always: boolean, newOnly: boolean]>([
  [{}, true, false],
  [{ outcome: 'unknown' }, false, false],
  [{ waiver }, false, false],
  [{ baseline: old }, true, false],
  [{ baseline: fresh }, true, true],
  [{ baseline: fresh, waiver }, false, false],
  [{ baseline: { state: 'updated', since } }, true, false],
])('%j fails: %s, with --new-only %s', (over, always, newOnly) => {
  const each = finding(rule, resource('orders'), over);
  expect([isFailing(each, false), isFailing(each, true)]).toEqual([always, newOnly]);
  const { summary } = recounted(reportOf({ rules: [rule], findings: [each] }).result, true);
  expect(summary.findings.high).toBe(newOnly ? 1 : 0);
  expect(summary.waived).toBe(over.waiver === undefined ? 0 : 1);
});
