import { expect, test } from 'vitest';
import { ruleGroups } from '../../../src/reporters/html/written-findings.ts';
import type { Finding } from '../../../src/result.ts';
import { activeRule, finding, reportOf, resource } from '../fixture.ts';

const critical = activeRule({ id: 'BKP900', name: 'worst', severity: 'critical' });
const high = activeRule({ id: 'BKP301', name: 'high' });
const other = activeRule({ id: 'BKP302', name: 'other' });
const rules = [critical, high, other];
const many = (rule: typeof high, count: number, over: Partial<Finding> = {}) =>
  Array.from({ length: count }, (_, at) => finding(rule, resource(`r${at}`), over));
const groups = (findings: readonly Finding[], limit?: number) =>
  ruleGroups(reportOf({ rules, findings }).result, limit);
const sizes = (findings: readonly Finding[], limit?: number) =>
  groups(findings, limit).map(({ ruleId, findings: written, cut }) => `${ruleId} ${written.length}+${cut}`);

const unknown = { outcome: 'unknown' } as const;
const waived = { waiver: { at: 0, reason: 'r', owner: 'o', expires: '2027-01-01' } };

test('what fails comes first, then what is unknown, then what is waived, each by severity', () => {
  const findings = [
    ...many(critical, 1, waived),
    ...many(critical, 1, unknown),
    ...many(high, 1),
    ...many(high, 1, unknown),
    ...many(high, 1, waived),
  ];
  const [first, second] = groups(findings);
  expect(first?.ruleId).toBe('BKP301');
  expect(first?.findings.map(({ outcome, waiver }) => (waiver ? 'waived' : outcome))).toEqual([
    'fail',
    'unknown',
    'waived',
  ]);
  expect(first?.counts).toEqual({ failing: 1, unknown: 1, inBaseline: 0, waived: 1 });
  expect(second?.findings.map(({ outcome, waiver }) => (waiver ? 'waived' : outcome))).toEqual(['unknown', 'waived']);
});

test('of equals the new ones come first', () => {
  const old = finding(high, resource('a'), { baseline: { state: 'unchanged', since: '2026-01-01' } });
  const young = finding(high, resource('b'), { baseline: { state: 'new', since: '2026-11-01' } });
  expect(groups([old, young])[0]?.findings.map(({ target }) => target.name)).toEqual(['b', 'a']);
});

test('where only new ones count, what the baseline has stands behind what fails and what is unknown', () => {
  const old = finding(critical, resource('a'), { baseline: { state: 'unchanged', since: '2026-01-01' } });
  const young = finding(high, resource('b'), { baseline: { state: 'new', since: '2026-11-01' } });
  const { result } = reportOf({ rules, findings: [old, young, ...many(other, 1, unknown)], newOnly: true });
  expect(ruleGroups(result).map(({ ruleId }) => ruleId)).toEqual(['BKP301', 'BKP302', 'BKP900']);
  expect(ruleGroups(result)[2]?.counts).toEqual({ failing: 0, unknown: 0, inBaseline: 1, waived: 0 });
});

test('all are written where they fit', () => {
  expect(sizes([...many(critical, 3), ...many(high, 1500)])).toEqual(['BKP900 3+0', 'BKP301 1500+0']);
});

test('one rule cannot take the room of the others', () => {
  expect(sizes([...many(high, 5000), ...many(other, 150)])).toEqual(['BKP301 1900+3100', 'BKP302 100+50']);
});

test('the worst are written where not even the shares fit, and a rule with none is still told', () => {
  expect(sizes([...many(critical, 8), ...many(high, 8), ...many(other, 8)], 10)).toEqual([
    'BKP900 8+0',
    'BKP301 2+6',
    'BKP302 0+8',
  ]);
});

test('counts are of all, not of what is written', () => {
  expect(groups(many(high, 30), 10)[0]?.counts).toEqual({ failing: 30, unknown: 0, inBaseline: 0, waived: 0 });
});
