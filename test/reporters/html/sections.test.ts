import { expect, test } from 'vitest';
import { html } from '../../../src/reporters/html.ts';
import type { Report } from '../../../src/reporters/reporter.ts';
import type { Result } from '../../../src/result.ts';
import { activeRule, finding, gap, options, reportOf, resource } from '../fixture.ts';
import { rich } from './rich.ts';
import { overview } from './shop.ts';

/** One section as a person reads it: no markup, one space between words. */
function read(id: string, report: Report = rich): string {
  const text = [...html(report, options)].join('');
  const start = text.indexOf(`<section id="${id}"`);
  const end = text.indexOf('\n<section id=', start + 1);
  return text
    .slice(start, end < 0 ? text.indexOf('<footer>') : end)
    .replace(/<svg[^>]*aria-label="([^"]*)"[^>]*>.*?<\/svg>/gs, '[$1]')
    .replaceAll('</span><span class="unit">', '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
}

const over = (result: Partial<Result>): Report => ({ ...rich, result: { ...rich.result, ...result } });
const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });

test('the verdict begins with what fails and what is not known, and says first what was not read', () => {
  const text = read('verdict');
  expect(text).toContain('✗ 6 rules fail: 8 critical, 30 high, 6 medium, 1 low');
  expect(text).toContain('? Cannot tell: 9 outcomes of 4 rules unknown; 3 answers were not read');
  expect(text.indexOf('5 of 6 scopes read completely')).toBeLessThan(text.indexOf('Failing findings 45'));
  expect(text).toContain('[5 read completely, 1 not read completely]');
  expect(text).toContain('? 444455556666/eu-central-1 2 of them');
});

test('what was not read is listed with what hangs on it and what to do', () => {
  const text = read('verdict');
  expect(text).toContain(
    'Not read: 3 answers ListBackupVaults not read 123456789012/eu-west-1 Makes nothing unknown that was seen; it may hide what was not. To do: nothing read it: add the answer of ListBackupVaults',
  );
  expect(text).toContain(
    'denied: AccessDeniedException 444455556666/eu-central-1 arn:aws:backup:eu-central-1:444455556666:backup-vault:analytics Makes unknown: 9 outcomes of BKP002, BKP202, BKP301, BKP507. To do: grant backup:ListRecoveryPointsByBackupVault',
  );
});

test('new findings, known ones and waived ones are counted; without a baseline nothing is said of it', () => {
  expect(read('verdict')).toMatch(/critical 8 \[8 critical\] 1 new high 30 \[30 high\] 5 new/);
  expect(read('verdict')).toContain('waived 4 failing and new 7 failing and known before 38');
  const bare = reportOf({ rules: [rule], findings: [finding(rule, resource('a'))] });
  expect(read('verdict', bare)).not.toMatch(/baseline|waived|new/);
});

test('where only new findings count, the others are said to be in the baseline, and not to fail', () => {
  const known = { baseline: { state: 'unchanged', since: '2026-01-01' } } as const;
  const added = { baseline: { state: 'new', since: '2026-11-24' } } as const;
  const findings = [finding(rule, resource('a'), known), finding(rule, resource('b'), added)];
  const report = reportOf({ rules: [rule], findings, newOnly: true });
  expect(read('verdict', report)).toContain('failing and new 1 in the baseline, so not failing 1');
  expect(read('findings', report)).toContain('✗ 1 failing = 1 in baseline of 2');
  expect(read('failing', report)).toContain('RDS failing ✗ 1');
});

test('where all passes nothing is said to fail or to be unknown', () => {
  const text = read('verdict', reportOf({ rules: [rule], pass: 3 }));
  expect(text).toContain('✓ 3 targets, 1 rule, all pass');
  expect(text).not.toMatch(/Not read:|cannot tell/i);
});

test('headline numbers: unknown stands beside, and is neither yes nor no', () => {
  const text = read('headline');
  expect(text).toContain('Of 35 protected resources');
  expect(text).toContain(
    'at least ≥ 91% can be restored at all a usable recovery point [32 yes, 2 unknown, 1 no] 32 yes 2 unknown 1 no',
  );
  expect(text).toContain(
    '71% are backed up on time the newest usable point at most 36 hours old [25 yes, 2 unknown, 8 no]',
  );
  expect(text).toContain(
    '51% are proven by a restore test completed and validated in the last 30 days [18 recently, 4 earlier, 4 unknown, 9 never]',
  );
});

test('where it fails: failing of all, unknown where nothing fails, and good only where there is something', () => {
  const text = read('failing');
  expect(text).toContain('type 111122223333 444455556666 777788889999 all');
  expect(text).toContain('DynamoDB failing ✗ 1 /3 ?1 unknown unknown ? 1 /1 none failing ✗ 1 /4 ?2 unknown');
  expect(text).toContain('EFS failing ✗ 1 /1 none none failing of ✓ 1 failing ✗ 1 /2');
});

test('coverage: on time of all, unknown beside it, and all good only where all are known', () => {
  const text = read('coverage');
  expect(text).toContain('a usable recovery point of the last 36 hours');
  expect(text).toContain('type 111122223333 444455556666 777788889999 all');
  expect(text).toContain('Aurora all on time: ✓ 3 none none all on time: ✓ 3');
  expect(text).toContain('EC2 on time ✗ 4 /6 on time ✗ 0 /2 ?1 unknown none on time ✗ 4 /8 ?1 unknown');
  expect(text).toContain('S3 on time ✗ 1 /2 on time ? 0 /1 , 1 unknown all on time: ✓ 2');
});

test('where nothing is protected there is nothing to cover, and that is said', () => {
  expect(read('coverage', over({ overview: { ...overview, cells: [] } }))).toContain('No protected resource was read.');
});

test('waived findings do not count as failing', () => {
  const waived = { waiver: { at: 0, reason: 'r', owner: 'o', expires: '2027-01-01' } };
  const findings = [finding(rule, resource('a'), waived), finding(rule, resource('b', { resourceType: 'S3' }))];
  const text = read('failing', reportOf({ rules: [rule], findings }));
  expect(text).toContain('S3 failing ✗ 1');
  expect(text).not.toContain('RDS');
});

test('nothing passes where no rule judges resources', () => {
  const vaults = activeRule({ id: 'BKP201', name: 'vault-locked', target: 'backupVault' });
  const report = reportOf({ rules: [vaults], pass: 2 });
  const text = read('failing', { ...report, result: { ...report.result, overview } });
  expect(text).toContain('No rule in force judges protected resources.');
  expect(text).not.toContain('✓');
});

test('a table has the worst 20 accounts, and says how many others there are', () => {
  const account = (at: number) => String(100000000000 + at);
  const findings = Array.from({ length: 40 }, (_, at) =>
    Array.from({ length: at === 39 ? 2 : 1 }, (_, nth) =>
      finding(rule, resource(`r${at}-${nth}`, { accountId: account(at) })),
    ),
  ).flat();
  const text = read('failing', reportOf({ rules: [rule], findings }));
  expect(text).toMatch(/type 100000000000 .* 100000000018 100000000039 20 others all/);
  expect(text).toContain('The 20 accounts with the most failing resources, of 40; the 20 others are added up.');
  expect(text).toContain('failing ✗ 20 failing ✗ 41');
});

test('age by type, the least on time first, and the oldest with how late they are', () => {
  const text = read('age');
  expect(text).toContain('EC2 [4 on time, 1 very late, 1 lost, 1 no point, 1 unknown] 4 0 1 1 1 1');
  expect(text).toMatch(
    /web-legacy arn:\S+ ✗ no point EC2 111122223333\/eu-west-1 contracts-bucket arn:\S+ 19.1 days × 13, lost S3 /,
  );
  expect(text).toContain('34 hours × 0.9, on time');
});

test('of a resource whose age is unknown it is told what was seen, and that there may be a newer point', () => {
  const text = read('age');
  expect(text).toContain('Of unknown age A newer point may lie where nobody looked.');
  expect(text).toMatch(/\? none seen/);
  expect(text).toMatch(/2.5 days × 1.7, late/);
});

test('the headline numbers say what they were not told, and what to do about it', () => {
  expect(read('headline')).toContain(
    'What these numbers were not told operation places where to do ListRecoveryPointsByBackupVault denied 1 444455556666/eu-central-1 arn:aws:backup:eu-central-1:444455556666:backup-vault:analytics grant backup:ListRecoveryPointsByBackupVault',
  );
  expect(read('headline')).toContain(
    'ListRestoreJobs not read 12 111122223333/eu-west-1 444455556666/eu-west-1 777788889999/eu-west-1 and 9 more nothing read it: add the answer of ListRestoreJobs to the inventory',
  );
  expect(read('headline', over({ overview: { ...overview, unread: [] } }))).not.toContain('were not told');
});

test('a continuous backup that runs is on time, and not among the oldest', () => {
  const [first] = overview.oldest;
  const oldest = first === undefined ? [] : [{ ...first, ageHours: 0 }];
  expect(read('age', over({ overview: { ...overview, oldest } }))).not.toContain('The oldest');
});

test('vaults: the lock in words, what it allows, and never a good word for what was not read', () => {
  const text = read('vaults');
  expect(text).toContain(
    'Default 111122223333/eu-west-1 ✗ no lock [no limits by a lock; the shortest retention is 7 days] any time 7 days 14',
  );
  expect(text).toContain(
    'analytics 444455556666/eu-central-1 ? not read [the lock is not known; the shortest retention is not known] not known not known ? not read – –',
  );
  expect(text).toContain(
    'books 777788889999/eu-west-1 ✓ compliance [the lock allows 365 days to any time; the shortest retention is for ever] from 365 days for ever 48',
  );
  expect(text).toContain('7 other vaults not listed here.');
});

test('a vault without a lock has no limits, whatever its shortest retention is said to be', () => {
  const [first] = overview.vaults.listed;
  const unlocked = { lockState: 'none', lockMinDays: 0, lockMaxDays: null };
  const listed = first === undefined ? [] : [{ ...first, ...unlocked }];
  const text = read('vaults', over({ overview: { ...overview, vaults: { total: 1, listed } } }));
  expect(text).toContain('✗ no lock [no limits by a lock; the shortest retention is 7 days] any time 7 days');
});

test('a lock state that this version does not know is not good', () => {
  const [first] = overview.vaults.listed;
  const listed = first === undefined ? [] : [{ ...first, lockState: 'someNewState' }];
  expect(read('vaults', over({ overview: { ...overview, vaults: { total: 1, listed } } }))).toContain(
    '? some new state',
  );
});

test('restore tests: those that never succeeded apart from those that did, with their minutes', () => {
  const text = read('restores');
  expect(text).toContain('Never restored with success ✗ vouchers RDS 111122223333/eu-west-1');
  expect(text).toContain('2026-10-05 46 days 12 [12 minutes]');
});

test('copies by type', () => {
  expect(read('copies')).toContain('DynamoDB [2 yes, 1 unknown, 1 no] 2 of 4, 1 unknown [4 no] 0 of 4');
});

test('a finding has its rule, message, the leaves in words, what is related, the fix and its fingerprint', () => {
  const text = read('findings');
  expect(text).toContain(
    'Rule BKP301 air-gapped-copy, high Message vouchers has no usable recovery point in a logically air-gapped vault younger than 8 days (in the 6 scopes read) Concerns it if ✓ daysSinceLastBackup is 5.1, which is ≤ 35 (activeWithinDays) It requires ✗ count of matching recoveryPoints is 0, not ≥ 1 Related arn:aws:backup:eu-west-1:111122223333:recovery-point:vouchers Baseline new: not in the baseline, first seen 20 November 2026 How to fix Add a copy action',
  );
  expect(text).toContain('lastTest.ageDays is 46, not ≤ 30 (maxAgeDays)');
});

test('an unknown finding says what was not read, and a waived one who accepted it, why and until when', () => {
  const text = read('findings');
  expect(text).toContain(
    '? count of matching recoveryPoints is unread; asked is whether it is ≥ 1 Not read ListRecoveryPointsByBackupVault in 444455556666/eu-central-1 of arn:aws:backup:eu-central-1:444455556666:backup-vault:analytics : denied (AccessDeniedException: User:',
  );
  expect(text).toContain('Waived Switched off in December (web@acme.example, until 28 November 2026)');
});

test('under a not the mark says what the leaf counts for', () => {
  const evidence = [
    { at: '/require/all/0/not', fact: 'lockState', operator: 'equal', expected: 'none', actual: 'none', holds: true },
  ];
  const text = read('findings', reportOf({ rules: [rule], findings: [finding(rule, resource('a'), { evidence })] }));
  expect(text).toContain('✗ lockState is none');
});

test('of 10,000 findings the worst are written, and the page says how many are not', () => {
  const findings = Array.from({ length: 10_000 }, (_, at) => finding(rule, resource(`r${at}`)));
  const text = [...html(reportOf({ rules: [rule], findings }), options)].join('');
  expect(text.match(/<details class="finding"/g)).toHaveLength(2000);
  expect(text).toContain('2,000 of 10,000 findings are written here');
  expect(text).toContain('8,000 more findings of this rule, in the json.');
  expect(text).toContain('<b>1 rule fails:</b> 10,000 high');
  expect(text.length).toBeLessThan(4_000_000);
});

test('waivers: first those that need somebody, with what is left of their time', () => {
  const text = read('waivers');
  expect(text.match(/[✗◐○✓] (expired|expiring|unused|used)/g)).toEqual([
    '✗ expired',
    '○ unused',
    '◐ expiring',
    '✓ used',
  ]);
  expect(text).toContain('2026-10-01 50 days ago 1');
  expect(text).toContain(
    'BKP401, id *web-legacy Switched off in December ! expires in 8 days web@acme.example 2026-11-28 8 days left 1',
  );
  expect(text).toContain('accountId 444455556666, resourceType RDS or EC2 or EBS');
  expect(text).toContain('tags env=test');
});

test('the appendix has rules with their parameters and counts, scopes, gaps, operations and the method', () => {
  const text = read('appendix');
  expect(text).toContain(
    'BKP301 air-gapped-copy Every protected resource has a fresh recovery point in a logically air-gapped vault high maxAgeDays 8 activeWithinDays 35 2 frameworks nist-800-53-r5: CP-9(3) dora: Art. 12(3)',
  );
  expect(text).toContain('own rule');
  expect(text).toContain('Scopes: 6 ? not completely: 444455556666/eu-central-1 ✓ 111122223333/eu-central-1');
  expect(text).toContain('AWS operations that the rules need: 6 DescribeRegionSettings');
  expect(text).toContain('Made by backuplint 0.1.0, exit code 1: something fails at or above the severity asked for.');
  expect(text).toContain('Late: up to 72 hours. Very late: up to 144.');
});

test('long lists are capped, and say so', () => {
  const scopes = Array.from({ length: 600 }, (_, at) => ({
    accountId: String(at),
    region: 'eu-west-1',
    complete: at > 0,
  }));
  const gaps = Array.from({ length: 700 }, (_, at) => gap('ListCopyJobs', 'denied', { accountId: String(at) }));
  const text = read('appendix', over({ scopes, gaps }));
  expect(text).toContain('100 more scopes, in the result that --format json writes.');
  expect(text).toContain('200 more gaps, in the result that --format json writes.');
  expect(read('verdict', over({ gaps }))).toContain('and 697 more places');
});

test('where the config overrides what the overview measures by, the page says that it draws one measure for all', () => {
  const rules = rich.result.rules.map((each) =>
    each.id === 'BKP002' ? { ...each, overrides: [{ match: { resourceType: 'EFS' }, parameters: {} }] } : each,
  );
  expect(rules).not.toEqual(rich.result.rules);
  expect(read('appendix', over({ rules }))).toContain('The config has overrides of BKP002.');
  expect(read('appendix')).not.toContain('overrides of');
});
