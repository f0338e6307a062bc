import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { pretty } from '../../src/reporters/pretty.ts';
import { compared, estate, evidence } from './estate.ts';
import { activeRule, finding, gap, options, reportOf, resource } from './fixture.ts';

const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
const other = activeRule({ id: 'BKP401', name: 'restore-test-validated' });
const show = (report: typeof estate, over: Partial<typeof options> = {}) =>
  [...pretty(report, { ...options, ...over })].join('');

test.each([60, 80, 160])('all that a report can hold, %i columns wide', async (width) => {
  const text = show(estate, { width });
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
  await expect(text).toMatchFileSnapshot(`expected/estate-${width}.txt`);
});

test('colour is added to the same text, and only where it is wanted', async () => {
  const colored = show(estate, { color: true });
  expect(stripVTControlCharacters(colored)).toBe(show(estate));
  expect(show(estate)).not.toContain('\u001b');
  await expect(colored).toMatchFileSnapshot('expected/estate-color.txt');
});

test.each([
  ['all pass', { rules: [rule, evidence], pass: 12 }, '✓ 12 targets, 2 rules, all pass'],
  ['some do not apply', { rules: [rule], pass: 3, notApplicable: 1 }, '✓ 4 targets, 1 rule, nothing fails'],
  [
    'nothing applies',
    { rules: [rule], notApplicable: 4 },
    '? 4 targets, 1 rule: no rule applies to anything that was read',
  ],
  [
    'an answer is missing',
    { rules: [rule], pass: 1, gaps: [gap('ListBackupVaults', 'failed')] },
    '? cannot tell all: 1 answer was not read; what that hides was not judged',
  ],
])('without findings the verdict says so: %s', (_, parts, verdict) => {
  expect(show(reportOf(parts))).toContain(`\n${verdict}\n`);
});

test('what was checked is named where nothing was found', async () => {
  await expect(show(reportOf({ rules: [rule, evidence], pass: 12 }))).toMatchFileSnapshot('expected/all-pass.txt');
});

test('an unknown outcome is never called a pass', () => {
  const doubt = finding(other, resource('orders-db'), { outcome: 'unknown', message: 'Cannot tell for orders-db' });
  const text = show(reportOf({ rules: [rule, other], findings: [doubt], pass: 1 }));
  expect(text).toContain('\n? cannot tell: 1 outcome of 1 rule unknown\n');
  expect(text).not.toMatch(/✓|NOT READ|Fix:/);
});

test('failing findings come before unknown ones, the worst rule first', () => {
  const order = show(estate).match(/^[✗?] [A-Z]+ BKP\d+/gm);
  expect(order).toEqual([
    '✗ CRITICAL BKP201',
    '✗ HIGH BKP301',
    '✗ MEDIUM BKP102',
    '✗ LOW BKP601',
    '✗ INFO BKP602',
    '? HIGH BKP301',
    '? MEDIUM BKP507',
  ]);
});

test('a long list is cut, and says what it left out', () => {
  const findings = Array.from({ length: 47 }, (_, at) => finding(rule, resource(`db-${at}`)));
  const text = show(reportOf({ rules: [rule], findings }));
  expect(text.match(/^ {4}db-\d+ /gm)).toHaveLength(10);
  expect(text).toContain('\n    … and 37 more (all in --format json)\n');
  expect(text).toContain('47 of 47 fail\n');
});

test.each([60, 120])('waivers and a baseline are shown, %i columns wide', async (width) => {
  const text = show(reportOf(compared), { width });
  expect(text).not.toMatch(/prod|BKP201 vault-locked/);
  await expect(text).toMatchFileSnapshot(`expected/compared-${width}.txt`);
});

test('where only new findings count, no other one is shown', () => {
  const text = show(reportOf({ ...compared, newOnly: true }), { width: 120 });
  expect(text.match(/^[✗?] [A-Z]+ BKP.*/gm)).toEqual([
    '✗ HIGH BKP301 air-gapped-copy: 1 of 6 fails, 1 new',
    '✗ LOW BKP601 tagged: 1 of 3 fails, 1 new',
    '? HIGH BKP301 air-gapped-copy: 1 of 6 is unknown, 1 new',
  ]);
  expect(text).not.toMatch(/ledger|night/);
  expect(text).toContain('\n✗ 2 rules fail: 1 high, 1 low; 2 new\n');
  expect(text).toContain('\n  Baseline   2 new, 3 updated, 1 unchanged; only the new ones count\n');
});

const accepted = { waiver: { at: 0, reason: 'old', owner: 'me', expires: '2027-01-01' } };
const old = { baseline: { state: 'unchanged', since: '2026-01-01T00:00:00.000Z' } } as const;
test.each([
  ['all are waived', [accepted, accepted], false, '✓ 2 targets, 1 rule, nothing fails but 2 waived findings'],
  ['all are old', [old], true, '✓ 1 target, 1 rule, nothing fails but 1 finding of the baseline'],
  [
    'one is waived, others are old',
    [accepted, old, old],
    true,
    '✓ 3 targets, 1 rule, nothing fails but 1 waived finding and 2 findings of the baseline',
  ],
  ['old ones count', [old], false, '✗ 1 rule fails: 1 high; none new'],
])('the verdict where %s', (_, over, newOnly, verdict) => {
  const findings = over.map((each, at) => finding(rule, resource(`db-${at}`), each));
  const text = show(reportOf({ rules: [rule], findings, newOnly }), { width: 120 });
  expect(text).toContain(`\n${verdict}\n`);
  expect(text.includes('✓')).toBe(!text.includes('✗'));
});

test('a new finding is not cut off behind old ones', () => {
  const findings = Array.from({ length: 30 }, (_, at) =>
    finding(rule, resource(`db-${at}`), at === 29 ? { baseline: { state: 'new', since: '' } } : old),
  );
  expect(show(reportOf({ rules: [rule], findings }))).toMatch(/\n {4}db-29 .* new\n {4}db-0 /);
});

test('many waivers are counted, those that need somebody come first', () => {
  const [used, expiring, expired, unused] = compared.waivers;
  const many = Array.from({ length: 12 }, () => used).flatMap((each) => each ?? []);
  const text = show(
    reportOf({ rules: [rule], waivers: [...many, unused, expiring, expired].flatMap((each) => each ?? []) }),
  );
  expect(text.match(/^ {2}[✓✗!] \w+/gm)?.slice(0, 4)).toEqual([
    '  ✗ expired',
    '  ! unused',
    '  ! expires',
    '  ✓ until',
  ]);
  expect(text).toContain('\n  … and 5 more (all in --format json)\n');
  expect(text).toContain('15 waivers: 12 used, 1 expiring, 1 unused, 1 expired');
});
