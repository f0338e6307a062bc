import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { pretty } from '../../src/reporters/pretty.ts';
import { estate, evidence } from './estate.ts';
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
