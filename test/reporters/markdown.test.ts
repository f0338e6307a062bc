import { describe, expect, test } from 'vitest';
import type { Overview } from '../../src/overview.ts';
import { markdownCode, markdownText } from '../../src/reporters/markdown/text.ts';
import { markdown } from '../../src/reporters/markdown.ts';
import type { Finding } from '../../src/result.ts';
import { compared, estate } from './estate.ts';
import { activeRule, finding, gap, options, reportOf, resource } from './fixture.ts';

const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
const textOf = (report: typeof estate) => [...markdown(report, options)].join('');
const many = (count: number, over: (at: number) => Partial<Finding> = () => ({}), of = rule) =>
  Array.from({ length: count }, (_, at) => finding(of, resource(`db-${at}`), over(at)));

test.each([
  ['estate', estate],
  ['compared', reportOf(compared)],
  ['all-pass', reportOf({ rules: [rule], pass: 12 })],
])('the text is exact: %s', async (name, report) => {
  await expect(textOf(report)).toMatchFileSnapshot(`expected/${name}.md`);
});

test.each([
  ['plain text, with commas: and (brackets).', 'plain text, with commas: and (brackets).'],
  ['a | b', 'a &#124; b'],
  ['`x` *y* _z_ ~q~', '&#96;x&#96; &#42;y&#42; &#95;z&#95; &#126;q&#126;'],
  ['back\\slash', 'back&#92;slash'],
  ['[a](http://x)', '&#91;a&#93;(http:<!-- -->//x)'],
  ['www.example.com', 'www<!-- -->.example.com'],
  ['<script>&amp;', '&#60;script&#62;&#38;amp;'],
  ['@acme/team', '@<!-- -->acme/team'],
  ['see #12', 'see #<!-- -->12'],
  ['$x$', '<span>$</span>x<span>$</span>'],
  ['a\nb', 'a b'],
  ['\u202e', '\\u{202e}'.replace('\\', '&#92;')],
])('%j is written %j', (text, written) => {
  expect(markdownText(text)).toBe(written);
});

test('a long text is cut, but no character and no reference in two', () => {
  expect(markdownText('|'.repeat(400))).toBe(`${'&#124;'.repeat(299)}…`);
  expect(markdownText(`${'a'.repeat(298)}😀${'b'.repeat(9)}`)).toBe(`${'a'.repeat(298)}…`);
  expect(markdownCode('')).toBe('');
});

describe('what fails', () => {
  test('is cut after 20 rows; of the rest each rule is named', () => {
    const low = activeRule({ id: 'BKP601', name: 'tagged', severity: 'low' });
    const text = textOf(reportOf({ rules: [rule, low], findings: [...many(25), ...many(3, () => ({}), low)] }));
    expect(text.match(/^\| <code>db-/gm)).toHaveLength(20);
    expect(text).toContain('#### ✗ high: BKP301 air-gapped-copy (25 findings)');
    expect(text).toContain('\n… and 8 more failing findings, of BKP301 (5), BKP601 (3): the json format has all.\n');
  });

  test('has one row for the points of one resource', () => {
    const text = textOf(reportOf({ rules: [rule], findings: many(14, () => ({ fingerprint: 'f' })) }));
    expect(text.match(/^\| <code>db-/gm)).toHaveLength(1);
    expect(text).toContain('| db-0 is not good (and 13 more of the same group) |');
    expect(text).not.toContain('… and');
  });

  test('begins with what is new', () => {
    const state = (at: number) => (at === 29 ? 'new' : 'unchanged');
    const text = textOf(
      reportOf({ rules: [rule], findings: many(30, (at) => ({ baseline: { state: state(at), since: '' } })) }),
    );
    expect(text.match(/^\| <code>db-.*/m)?.[0]).toMatch(/^\| <code>db-29<\/code> .* \| \*\*new\*\* \|$/);
  });

  test('is not told of waived findings, nor where only new ones count of old ones', () => {
    expect(textOf(reportOf(compared))).not.toMatch(/<code>(prod|media)/);
    expect(textOf(reportOf({ ...compared, newOnly: true }))).not.toMatch(/<code>(ledger|night)/);
  });
});

test('of waivers those that are in order are counted alone', () => {
  const text = textOf(reportOf(compared));
  expect(text.match(/^\| (expired|unused|expiring|used) /gm)).toEqual(['| expired ', '| unused ', '| expiring ']);
  const [used] = compared.waivers;
  expect(textOf(reportOf({ ...compared, waivers: used ? [used] : [] }))).not.toContain('### Waivers');
});

test('what was not read is told by operation and reason', () => {
  const gaps = Array.from({ length: 12 }, (_, at) => gap(`List${at}`, 'denied'));
  const text = textOf(reportOf({ rules: [rule], gaps: [...gaps, gap('List0', 'denied')] }));
  expect(text.match(/^\| List\d+ /gm)).toHaveLength(10);
  expect(text).toMatch(/^\| List0 \| denied \| 2 \| <code>111122223333\/eu-west-1<\/code> \| grant /m);
  expect(text).toContain('\n… and 2 more: the json format has all.\n');
});

const tri = (yes: number, no: number, unknown: number) => ({ yes, no, unknown });
const cell: Overview['cells'][number] = {
  accountId: '111122223333',
  resourceType: 'RDS',
  resources: 10,
  backedUp: tri(9, 1, 0),
  age: { onTime: 5, late: 1, veryLate: 1, lost: 1, none: 1, unknown: 1 },
  crossRegion: tri(0, 10, 0),
  crossAccount: tri(1, 9, 0),
  airGapped: tri(4, 4, 2),
  locked: tri(10, 0, 0),
  restoreTested: { recently: 3, earlier: 2, never: 4, unknown: 1 },
};

test('what the estate looks like, in numbers that claim nothing of what was not read', () => {
  const overview = {
    targets: { ageHours: 24, testDays: 30 },
    cells: [cell, cell],
    oldest: [],
    doubtful: [],
    restoreTests: [],
    vaults: { total: 0, listed: [] },
    unread: [],
  };
  const report = reportOf({ rules: [rule], pass: 1 });
  const text = textOf({ ...report, result: { ...report.result, overview } });
  expect(text.match(/^\| (have|had) .*/gm)).toEqual([
    '| have a usable recovery point | 18 of 20 |',
    '| have one at most 24 hours old | 10 of 20 (2 unknown) |',
    '| have one in another Region | 0 of 20 |',
    '| have one in another account | 2 of 20 |',
    '| have one in a logically air-gapped vault | 8 of 20 (4 unknown) |',
    '| have one in a vault with a lock | 20 of 20 |',
    '| had a validated restore test in the last 30 days | 6 of 20 (2 unknown) |',
  ]);
});

test('whatever names hold, and however many findings there are, it stays below 1 MiB', () => {
  const huge = '|\u{e0041}'.repeat(5_000);
  const findings = Array.from({ length: 300 }, (_, at) => {
    const each = activeRule({ id: `BKP${at}`, name: huge.slice(0, 1000), title: huge, remediation: huge });
    return {
      each,
      found: [
        finding(each, resource(huge), { message: huge, fingerprint: `${at}` }),
        finding(each, resource('x'), { outcome: 'unknown', message: huge }),
      ],
    };
  });
  const gaps = Array.from({ length: 300 }, (_, at) =>
    gap(`${huge.slice(0, 1000)}${at}`, huge.slice(0, 1000), { resource: huge }),
  );
  const waivers = Array.from({ length: 300 }, () => ({
    rule: huge,
    reason: huge,
    owner: huge,
    expires: huge,
    state: 'unused' as const,
    findings: 0,
    warnings: [huge],
  }));
  const report = reportOf({
    rules: findings.map(({ each }) => each),
    findings: findings.flatMap(({ found }) => found),
    gaps,
    waivers,
  });
  expect(Buffer.byteLength(textOf(report))).toBeLessThan(1024 * 1024);
});
