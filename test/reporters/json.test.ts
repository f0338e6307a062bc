import { expect, test } from 'vitest';
import { json } from '../../src/reporters/json.ts';
import { Result } from '../../src/result.ts';
import { estate } from './estate.ts';
import { activeRule, finding, options, reportOf, resource } from './fixture.ts';

const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' }, { parameters: { maxAgeDays: 7 } });
const textOf = (report: typeof estate) => [...json(report, options)].join('');

/** The same value with the members of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}

test('what is printed is the result, readable again', () => {
  expect(Result.parse(JSON.parse(textOf(estate)))).toEqual(estate.result);
});

test('the text is exact', async () => {
  const leaf = { at: '/require/all/0', fact: 'count', operator: 'equal', expected: 1, actual: 'never', holds: null };
  const found = finding(rule, resource('orders-db'), { evidence: [leaf], related: ['arn:aws:x'] });
  const report = reportOf({ rules: [rule], findings: [found] });
  const outcomes = [{ ruleId: 'BKP301', outcome: 'pass' as const, target: { kind: 'scope', id: 'a/b' } }];
  await expect(textOf({ ...report, result: { ...report.result, outcomes } })).toMatchFileSnapshot(
    'expected/result.json',
  );
});

test('the order of members is the published one, whatever it was before', () => {
  const backwards = Result.parse(estate.result);
  expect(textOf({ ...estate, result: reversed(backwards) as Result })).toBe(textOf(estate));
});

test('100,000 findings come in pieces', () => {
  const findings = Array<Result['findings'][number]>(100_000).fill(finding(rule, resource('orders-db')));
  const empty = reportOf({ rules: [rule] });
  const report = { ...empty, result: { ...empty.result, findings } };
  let longest = 0;
  let count = 0;
  for (const piece of json(report, options)) {
    longest = Math.max(longest, piece.length);
    count += 1;
  }
  expect(longest).toBeLessThan(2000);
  expect(count).toBeGreaterThan(100_000);
});

test('a result that is not of the published form is not printed', () => {
  const findings = [{ ...finding(rule, resource('orders-db')), surprise: 1 }];
  expect(() => textOf({ ...estate, result: { ...estate.result, findings } })).toThrow(/surprise/);
});
