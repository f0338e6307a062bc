import { describe, expect, test } from 'vitest';
import { Result } from '../../src/result.ts';
import { estate, folderWith, runCli } from './run-cli.ts';

const flags = '--inventory estate.ndjson --rule minimum-retention --config backuplint.json';
const config = (more: object = {}) => JSON.stringify({ waivers: 'accepted.json', ...more });
const waivers = (expires: string, over: object = {}) =>
  JSON.stringify({
    waivers: [
      { rule: 'BKP102', match: { id: '*:recovery-point:0001' }, reason: 'a test', owner: 'storage', expires, ...over },
    ],
  });

const scan = (files: { readonly [path: string]: string }, more = '') =>
  runCli(`scan ${flags} --fail-on medium -f json ${more}`, {
    cwd: folderWith({ 'estate.ndjson': estate(3), 'backuplint.json': config(), ...files }),
  });

const resultOf = (stdout: string) => Result.parse(JSON.parse(stdout));

describe('a waiver', () => {
  test('accepts a finding: it is told, and does not fail', async () => {
    const { code, stdout, stderr } = await scan({ 'accepted.json': waivers('2027-01-31') });
    expect([code, stderr]).toEqual([0, '']);
    const { summary, findings, waivers: told } = resultOf(stdout);
    expect(summary).toMatchObject({ waived: 1, findings: { medium: 0 }, outcomes: { fail: 1 } });
    expect(findings[0]?.waiver).toMatchObject({ owner: 'storage', reason: 'a test' });
    expect(told).toMatchObject([{ state: 'used', findings: 1 }]);
  });

  test('soon ends: a warning', async () => {
    const { code, stderr } = await scan({ 'accepted.json': waivers('2026-11-30') });
    expect(code).toBe(0);
    expect(stderr).toBe('waiver of BKP102, id *:recovery-point:0001: expires in 10 days, on 2026-11-30\n');
  });

  test('ended: the finding is open again, and fails', async () => {
    const { code, stdout, stderr } = await scan({ 'accepted.json': waivers('2026-11-19') });
    expect(code).toBe(1);
    expect(stderr).toContain('expired 2026-11-19; a finding is open again');
    expect(resultOf(stdout).findings[0]?.message).toMatch(/ \(waiver expired 2026-11-19\)$/);
  });

  test('accepts nothing: a warning, and the finding fails', async () => {
    const { code, stderr } = await scan({ 'accepted.json': waivers('2027-01-31', { match: { id: 'gone' } }) });
    expect(code).toBe(1);
    expect(stderr).toBe('waiver of BKP102, id gone: accepts nothing: remove it\n');
  });

  test('runs too long for the config: exit 2, nothing is judged', async () => {
    const files = { 'accepted.json': waivers('2027-01-31'), 'backuplint.json': config({ maxWaiverDays: 30 }) };
    const { code, stdout, stderr } = await scan(files);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^error: accepted\.json:1:\d+: "maxWaiverDays" of the config allows 30 days: expected 2026-12-20/,
    );
  });

  test('the flag names another file than the config', async () => {
    const files = { 'accepted.json': '{ "waivers": [] }', 'others.json': waivers('2027-01-31') };
    expect((await scan(files)).code).toBe(1);
    expect((await scan(files, '--waivers others.json')).code).toBe(0);
  });

  test('is never written over', async () => {
    const { code, stderr } = await scan({ 'accepted.json': waivers('2027-01-31') }, '-o accepted.json');
    expect(code).toBe(2);
    expect(stderr).toContain('accepted.json is read here and would be overwritten');
  });
});

test('an unknown outcome that is accepted does not make a scan incomplete, a gap that hides targets does', async () => {
  const files = {
    'estate.ndjson': estate(40, 'denied'),
    'accepted.json': waivers('2027-01-31', { rule: '*', match: { accountId: '111122223333' } }),
  };
  expect((await scan(files)).code).toBe(3);
  const cwd = folderWith({ ...files, 'backuplint.json': config() });
  const line = 'scan --inventory estate.ndjson --rule BKP507 --config backuplint.json -f json -q';
  expect((await runCli(line, { cwd })).code).toBe(0);
});

describe('a waiver that says too much or too little', () => {
  test.each([
    [{ match: { tags: {} } }, /^error: accepted\.json:1:\d+: an empty match: name one of id, vault,/],
    [{ match: {} }, /^error: accepted\.json:1:\d+: an empty match: /],
  ])('%j is refused', async (over, message) => {
    const { code, stderr } = await scan({ 'accepted.json': waivers('2027-01-31', over) });
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  test.each([{ region: '?*' }, { id: ['*', 'a'] }, { accountId: '**', region: '*?' }])('%j is told', async (match) => {
    const { stderr } = await scan({ 'accepted.json': waivers('2027-01-31', { match }) });
    expect(stderr).toContain('matches everything: name what is accepted');
  });

  test('by a fingerprint whose rule may not have been asked is not to be removed at once', async () => {
    const accepted = JSON.stringify({
      waivers: [{ fingerprint: 'a'.repeat(32), reason: 'r', owner: 'o', expires: '2027-01-31' }],
    });
    const { stderr } = await scan({ 'accepted.json': accepted });
    expect(stderr).toContain('accepts nothing that the rules in force found: remove it, if that stays so');
  });

  test('the longest term counts from the moment that is judged for, on whatever day', async () => {
    const files = { 'accepted.json': waivers('2026-12-22'), 'backuplint.json': config({ maxWaiverDays: 30 }) };
    expect((await scan(files)).code).toBe(2);
    expect((await scan(files, '--as-of 2026-11-20T06:00:00Z')).code).toBe(2);
    expect((await scan(files, '--as-of 2026-11-23T06:00:00Z')).code).toBe(0);
  });
});
