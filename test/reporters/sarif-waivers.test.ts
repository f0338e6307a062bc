import { expect, test } from 'vitest';
import type { Report } from '../../src/reporters/reporter.ts';
import type { ResultWaiver } from '../../src/result.ts';
import { waiver as base } from './evidence-estate.ts';
import { accepted, activeRule, finding, reportOf, resource } from './fixture.ts';
import { evidenceRun, sarifRun } from './sarif-file.ts';

const rule = activeRule({ id: 'BKP102', name: 'minimum-retention' });
const place = (line: number) => ({
  file: '/repo/backuplint.waivers.json',
  region: { startLine: line, startColumn: 5, endLine: line, endColumn: 9 },
});

/** A finding, and the waiver that is or was for it. */
const waivedReport = (waiver: Partial<ResultWaiver>, isAccepted: boolean): Report => {
  const message = isAccepted ? 'It is kept 3 days' : 'It is kept 3 days (waiver expired 2026-10-01)';
  const findings = [finding(rule, resource('a'), { message, waiver: isAccepted ? accepted : null })];
  const report = reportOf({ rules: [rule], findings, waivers: [{ ...base, ...waiver }] });
  return { ...report, waiverPlaces: [place(7)] };
};

const what = `waiver of fingerprint ${base.fingerprint}`;

const lives: readonly (readonly [ResultWaiver['state'], Partial<ResultWaiver>, boolean, string[]])[] = [
  ['used', { warnings: [] }, true, []],
  ['expiring', { warnings: ['expires in 7 days, on 2026-12-01'] }, true, ['expires in 7 days, on 2026-12-01.']],
  ['expired', { warnings: ['expired 2026-10-01; open again'] }, false, ['expired 2026-10-01; open again.']],
  ['unused', { findings: 0, warnings: ['accepts nothing: remove it'] }, false, ['accepts nothing: remove it.']],
];

test.each(lives)('a waiver that is %s', (state, waiver, isAccepted, notes) => {
  const report = waivedReport({ state, ...waiver }, isAccepted);
  const github = sarifRun(report);
  const full = evidenceRun(report);
  for (const run of [github, full]) {
    const said = run.invocations?.[0]?.toolConfigurationNotifications ?? [];
    expect(said.map(({ message }) => message.text)).toEqual(notes.map((note) => `${what}: ${note}`));
    expect(said.map(({ properties }) => properties)).toEqual(notes.map(() => ({ 'backuplint/state': state })));
    const lines = said.map(({ locations }) => locations?.[0]?.physicalLocation?.region?.startLine);
    expect(lines).toEqual(notes.map(() => 7));
  }
  expect(github.results).toHaveLength(isAccepted ? 0 : 1);
  expect(github.properties?.['backuplint/waivers']).toEqual({
    expired: 0,
    unused: 0,
    expiring: 0,
    used: 0,
    [state]: 1,
  });
  expect(full.results.map(({ suppressions }) => suppressions?.length)).toEqual([isAccepted ? 1 : 0]);
  expect(full.properties?.['backuplint/waivers']).toMatchObject([{ state, reason: base.reason, owner: base.owner }]);
});

test('an alert of an expired waiver says so, and is the alert that it was before', () => {
  const [result] = sarifRun(waivedReport({ state: 'expired' }, false)).results;
  expect(result?.message.text).toBe('It is kept 3 days (waiver expired 2026-10-01).');
  const [plain] = sarifRun(reportOf({ rules: [rule], findings: [finding(rule, resource('a'))] })).results;
  expect(result?.partialFingerprints).toEqual(plain?.partialFingerprints);
});

test('without waivers nothing speaks of them', () => {
  const report = reportOf({ rules: [rule], findings: [finding(rule, resource('a'))] });
  for (const run of [sarifRun(report), evidenceRun(report)]) {
    expect(JSON.stringify(run.invocations)).not.toContain('toolConfigurationNotifications');
    expect(run.properties).not.toHaveProperty('backuplint/waivers');
  }
});
