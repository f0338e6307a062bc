import { describe, expect, test } from 'vitest';
import { github } from '../../src/reporters/github.ts';
import type { Finding } from '../../src/result.ts';
import { compared, estate } from './estate.ts';
import { activeRule, finding, gap, options, reportOf, resource } from './fixture.ts';

const high = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
const medium = activeRule({ id: 'BKP102', name: 'minimum-retention', severity: 'medium' });
const low = activeRule({ id: 'BKP601', name: 'tagged', severity: 'low' });
const textOf = (report: typeof estate) => [...github(report, options)].join('');
const linesOf = (report: typeof estate) => textOf(report).trimEnd().split('\n');
const many = (rule: typeof high, count: number, over: Partial<Finding> = {}) =>
  Array.from({ length: count }, (_, at) => finding(rule, resource(`db-${at}`), over));
/** How many lines of each kind. */
const kinds = (lines: readonly string[]) =>
  ['error', 'warning', 'notice'].map((kind) => lines.filter((line) => line.startsWith(`::${kind} `)).length);

test.each([
  ['estate', estate],
  ['compared', reportOf(compared)],
])('the text is exact: %s', async (name, report) => {
  await expect(textOf(report)).toMatchFileSnapshot(`expected/${name}.github.txt`);
});

test('without findings there is the summary line alone', () => {
  expect(textOf(reportOf({ rules: [high], pass: 2 }))).toBe('0 failing findings, 0 unknown; 2 targets, 1 rule\n');
});

test('the summary line tells what was not read', () => {
  const gaps = [gap('ListCopyJobs', 'denied')];
  expect(textOf(reportOf({ rules: [high], pass: 2, gaps }))).toBe(
    '0 failing findings, 0 unknown; 2 targets, 1 rule; 1 answer not read\n',
  );
});

test('a waived finding is not shown, nor where only new ones count an old one', () => {
  expect(textOf(reportOf(compared))).not.toMatch(/vault-locked|media/);
  const text = textOf(reportOf({ ...compared, newOnly: true }));
  expect(text).not.toMatch(/ledger|night/);
  expect(text).toContain('(high, new)'.replace(',', '%2C'));
});

describe('a step shows 10 of each kind', () => {
  test('10 of each are all shown', () => {
    const unknown = many(high, 4, { outcome: 'unknown' }).map((each, at) => ({ ...each, fingerprint: `${at}` }));
    const findings = [...many(high, 10), ...many(medium, 10), ...many(low, 6), ...unknown];
    const lines = linesOf(reportOf({ rules: [high, medium, low], findings }));
    expect([lines.length, ...kinds(lines)]).toEqual([31, 10, 10, 10]);
    expect(lines.join('\n')).not.toContain('more (');
  });

  test('of more the worst are, and a notice tells how many others there are', () => {
    const findings = [...many(high, 31), ...many(medium, 10), ...many(low, 10)];
    const lines = linesOf(reportOf({ rules: [high, medium, low], findings }));
    expect(kinds(lines)).toEqual([10, 10, 10]);
    expect(lines.at(-2)).toBe(
      '::notice title=backuplint::22 more (21 errors, 1 notice) are not shown here, since a step shows 10 of each kind. The json format has all findings.',
    );
  });

  test('what is new is not among those left out', () => {
    const old = { baseline: { state: 'unchanged', since: '' } } as const;
    const findings = many(high, 30, old).map((each, at) =>
      at === 29 ? { ...each, baseline: { state: 'new' as const, since: '' } } : each,
    );
    expect(linesOf(reportOf({ rules: [high], findings }))[0]).toMatch(/\(high%2C new\)::db-29 is not good$/);
  });

  test('the points of one resource are one', () => {
    const findings = many(medium, 14, { fingerprint: 'f'.repeat(32) });
    const lines = linesOf(reportOf({ rules: [medium], findings }));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/::db-0 is not good \(and 13 more of the same group\)$/);
  });
});

describe('an annotation', () => {
  const region = { startLine: 4, startColumn: 5, endLine: 4, endColumn: 22 };
  const lineFor = (over: Parameters<typeof activeRule>[1], message = 'bad') => {
    const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' }, over);
    return linesOf(reportOf({ rules: [rule], findings: [finding(rule, resource('a'), { message })] }))[0];
  };

  test.each([
    ['no config', {}, 'file=backuplint.json,line=1'],
    ['a config', { enabledAt: { file: '/repo/ci/backuplint.json', region } }, 'file=ci/backuplint.json,line=4'],
    [
      'an own rule, of several lines, in a file with a strange name',
      { origin: 'own' as const, requirePlace: { file: '/repo/a b,c:d%/é.json', region: { ...region, endLine: 9 } } },
      'file=a b%2Cc%3Ad%25/é.json,line=4,endLine=9',
    ],
  ])('stands where SARIF has it: %s', (_, over, place) => {
    expect(lineFor(over)).toBe(`::error ${place},title=BKP301 air-gapped-copy (high)::bad`);
  });

  test('of a rule that is not known has no place', () => {
    const report = reportOf({ rules: [high], findings: [finding(high, resource('a'))] });
    expect(linesOf({ ...report, rules: [] })[0]).toBe('::error title=BKP301 air-gapped-copy (high)::a is not good');
  });

  test.each([
    ['100% lost', '100%25 lost'],
    ['a\r\n::error::b', 'a \\u{3a}:error::b'],
    ['%0A::error::b', '%250A::error::b'],
    ['a: b, c', 'a: b, c'],
  ])('message %j is %j', (message, shown) => {
    expect(lineFor({}, message)?.split('::').slice(2).join('::')).toBe(shown);
  });
});

test('of 100,000 findings it is as short as of 100', () => {
  const pieces = [...github(reportOf({ rules: [high], findings: many(high, 100_000) }), options)];
  expect(pieces).toHaveLength(12);
});
