import { expect, test } from 'vitest';
import { csv } from '../../src/reporters/csv.ts';
import { csvRows } from './csv-rows.ts';
import { compared, estate } from './estate.ts';
import { activeRule, finding, options, reportOf, resource } from './fixture.ts';

const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
const textOf = (report: typeof estate) => [...csv(report, options)].join('');
const recordsOf = (report: typeof estate) => {
  const [head = [], ...rows] = csvRows(textOf(report));
  return rows.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at]])));
};

test('the text is exact', async () => {
  await expect(textOf(reportOf(compared))).toMatchFileSnapshot('expected/compared.csv');
});

test('every finding is a row, also one that is waived or unknown; and every waiver that accepts none', () => {
  const rows = recordsOf(reportOf(compared));
  expect(rows.filter(({ outcome }) => outcome !== '')).toHaveLength(compared.findings.length);
  expect(rows.map(({ waiverState }) => waiverState).filter(Boolean)).toEqual(['expiring', 'used', 'expired', 'unused']);
  expect(recordsOf(estate).map(({ outcome }) => outcome)).toEqual(estate.result.findings.map(({ outcome }) => outcome));
});

test('without findings there is the head alone', () => {
  expect(csvRows(textOf(reportOf({ rules: [rule], pass: 3 })))).toHaveLength(1);
});

test.each([
  ['plain', 'plain'],
  ['a, b', 'a, b'],
  ['say "no"', 'say "no"'],
  ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'=1"],
  ['\r\n=1', "'=1"],
  [' =1', "'=1"],
  ['a\nb', 'a b'],
  ['a=1', 'a=1'],
  ["'=1", "'=1"],
  ['zero\u200bwidth', 'zero\\u{200b}width'],
])('a message %j is the cell %j', (message, cell) => {
  const report = reportOf({ rules: [rule], findings: [finding(rule, resource('a'), { message })] });
  expect(recordsOf(report)[0]?.message).toBe(cell);
});

test('an account id stands by itself, and in a cell that no spreadsheet takes for a number', () => {
  const target = resource('a', { accountId: '012345678901' });
  const [record] = recordsOf(reportOf({ rules: [rule], findings: [finding(rule, target)] }));
  expect([record?.accountId, record?.scope]).toEqual(['012345678901', '012345678901/eu-west-1']);
});

test('what a target lacks is an empty cell', () => {
  const [record] = recordsOf(
    reportOf({ rules: [rule], findings: [finding(rule, { kind: 'restoreJob', id: 'D5E3' })] }),
  );
  expect(record).toMatchObject({
    targetId: 'D5E3',
    targetName: '',
    resourceType: '',
    accountId: '',
    scope: '',
    baseline: '',
  });
});

test('100,000 findings come in pieces, a row each', () => {
  const findings = Array<(typeof compared.findings)[number]>(100_000).fill(finding(rule, resource('orders-db')));
  let longest = 0;
  let count = 0;
  for (const piece of csv(reportOf({ rules: [rule], findings }), options)) {
    longest = Math.max(longest, piece.length);
    count += 1;
  }
  expect([longest < 1000, count]).toEqual([true, 100_001]);
});
