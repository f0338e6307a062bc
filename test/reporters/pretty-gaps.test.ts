import { expect, test } from 'vitest';
import { pretty } from '../../src/reporters/pretty.ts';
import { activeRule, finding, gap, options, reportOf, resource } from './fixture.ts';

const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
const show = (...gaps: ReturnType<typeof gap>[]) =>
  [...pretty(reportOf({ rules: [rule], gaps }), { ...options, width: 200 })].join('');

test.each([
  ['denied', 'grant backup:ListCopyJobs to the role that reads'],
  ['throttled', 'read it again when less else calls AWS Backup'],
  ['failed', 'see to the error, then read it again'],
  ['notRead', 'add the answer of ListCopyJobs to the inventory'],
  ['cutOff', 'collect it whole'],
  ['filtered', 'read ListCopyJobs again without it'],
  ['horizon', 'add the older inventories'],
  ['somethingNew', 'To do: read it again\n'],
])('%s: %s', (status, advice) => {
  const text = show(gap('ListCopyJobs', status));
  expect(text).toContain(`? ListCopyJobs: ${status}\n`);
  expect(text.replace(/\n +/g, ' ')).toContain(advice.trimEnd());
});

test('one reason in many places is told once, with the places', () => {
  const places = Array.from({ length: 12 }, (_, at) => ({ region: `eu-west-${at + 1}` }));
  const text = show(...places.map((place) => gap('ListCopyJobs', 'denied', place)));
  expect(text.match(/\? ListCopyJobs/g)).toHaveLength(1);
  expect(text.match(/^ {4}111122223333\/eu-west-\d+$/gm)).toHaveLength(10);
  expect(text).toContain('\n    … and 2 more (all in --format json)\n');
});

test('other errors and other states of one operation are told apart', () => {
  const failed = (name: string) => gap('A', 'failed', { error: { name, message: 'no' } });
  const text = show(failed('X'), failed('Y'), gap('A', 'denied'), failed('X'));
  expect(text.match(/\? A: .*/g)).toEqual(['? A: failed (X: no)', '? A: failed (Y: no)', '? A: denied']);
});

test('a gap names the vault, and the rules whose findings hang on it', () => {
  const vault = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:prod';
  const doubt = (name: string, gaps: number[]) => finding(rule, resource(name), { outcome: 'unknown', gaps });
  const findings = [doubt('a', [0]), doubt('b', [0, 1]), finding(rule, resource('c'), { gaps: [1] })];
  const gaps = [gap('ListRecoveryPointsByBackupVault', 'denied', { resource: vault }), gap('ListCopyJobs', 'denied')];
  const text = [...pretty(reportOf({ rules: [rule], findings, gaps }), options)].join('');
  expect(text).toContain(`\n    111122223333/eu-west-1\n      ${vault}\n`);
  expect(text.match(/Makes unknown: .*/g)).toEqual([
    'Makes unknown: BKP301 (2 findings)',
    'Makes unknown: BKP301 (1 finding)',
  ]);
});

test('many incomplete scopes are counted', () => {
  const report = reportOf({ rules: [rule], pass: 1 });
  const scopes = Array.from({ length: 8 }, (_, at) => ({
    accountId: '111122223333',
    region: `r-${at}`,
    complete: at === 0,
  }));
  const text = [...pretty({ ...report, result: { ...report.result, scopes } }, { ...options, width: 200 })].join('');
  expect(text.replace(/\n +/g, ' ')).toContain('1 of 8 scopes read completely; incomplete: 111122223333/r-1,');
  expect(text.replace(/\n +/g, ' ')).toContain('111122223333/r-5, … and 2 more');
});
