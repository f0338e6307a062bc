import { expect, test } from 'vitest';
import { EarlierEvidence } from '../../src/reporters/sarif/earlier-evidence.ts';
import { carried, wholeEstate } from './evidence-estate.ts';
import { evidenceText, sarifText } from './sarif-file.ts';

const log = () => JSON.parse(evidenceText(wholeEstate));
const findingsOf = (value: unknown) => EarlierEvidence.parse(value).runs[0].results.flatMap((result) => result ?? []);

test('the failing findings that nobody accepted are read back, and nothing else', () => {
  const found = findingsOf(log());
  expect(found.map(({ ruleId, target }) => [ruleId, target.name])).toEqual([
    ['BKP201', 'prod'],
    ['BKP301', 'ledger'],
    ['BKP301', 'orders-db'],
    ['BKP102', 'orders-db'],
    ['BKP601', 'users'],
    ['BKP602', 'users'],
    ['BKP301', 'archive'],
  ]);
  const [vault] = wholeEstate.result.findings;
  expect(found[0]).toEqual({
    ruleId: 'BKP201',
    fingerprint: vault?.fingerprint,
    severity: 'critical',
    message: 'Vault prod has no lock.',
    target: { kind: 'backupVault', name: 'prod', id: vault?.target.id, resourceType: 'backupVault', ...place },
    places: ['111122223333/eu-west-1'],
    count: 1,
    sample: [vault?.target.id],
    related: [],
    lastSeen: wholeEstate.result.asOf,
    firstSeen: vault?.baseline?.since,
  });
});

const place = { accountId: '111122223333', region: 'eu-west-1' };

test('what was carried over comes back as it was, however often', () => {
  const { baseline: _, isFailing: __, ...was } = carried;
  expect(findingsOf(log()).at(-1)).toEqual(was);
});

test.each([
  ['accepted', [{ kind: 'external', status: 'accepted' }], false],
  ['accepted without saying so', [{ kind: 'inSource' }], false],
  ['refused', [{ kind: 'external', status: 'rejected' }], true],
  ['asked for', [{ kind: 'external', status: 'underReview' }], true],
])('a suppression that was %s', (_, suppressions, isOpen) => {
  const value = log();
  value.runs[0].results[0].suppressions = suppressions;
  expect(findingsOf(value).some(({ ruleId }) => ruleId === 'BKP201')).toBe(isOpen);
});

test('members of others are left alone, in findings and beside them', () => {
  const value = log();
  const [run] = value.runs;
  run.results[0].hostedViewerUri = 'https://viewer.example';
  run.results.push({ kind: 'informational', message: { text: 'of another tool' } });
  run.properties.other = {};
  value.inlineExternalProperties = [];
  expect(findingsOf(value)).toEqual(findingsOf(log()));
});

test.each<[string, (log: ReturnType<typeof JSON.parse>) => unknown, string]>([
  ['no SARIF', () => [], ''],
  ['another version', (log) => ({ ...log, version: '1.0.0' }), 'version'],
  ['no run', (log) => ({ ...log, runs: [] }), 'runs.0'],
  ['a further run of another tool', (log) => ({ ...log, runs: [log.runs[0], {}] }), 'runs.1.tool'],
  ['another tool', (log) => edited(log, ['tool', 'driver', 'name'], 'checkov'), 'runs.0.tool.driver.name'],
  ['the profile of GitHub', () => JSON.parse(sarifText(wholeEstate)), 'runs.0.properties.backuplint/profile'],
  ['no results', (log) => edited(log, ['results'], undefined), 'runs.0.results'],
  ['a finding without a rule', (log) => edited(log, ['results', '0', 'ruleId'], 3), 'runs.0.results.0.ruleId'],
  [
    'a fingerprint that is none',
    (log) => edited(log, ['results', '0', 'partialFingerprints', 'backuplint/v1'], 'x'),
    'runs.0.results.0.partialFingerprints.backuplint/v1',
  ],
])('%s is refused, with the place', (_, edit, path) => {
  expect(EarlierEvidence.safeParse(edit(log())).error?.issues[0]?.path.join('.')).toBe(path);
});

function edited(log: ReturnType<typeof JSON.parse>, [...path]: string[], value: unknown): unknown {
  const last = path.pop() ?? '';
  const holder = path.reduce((at, name) => at[name], log.runs[0]);
  holder[last] = value;
  return log;
}
