import type { Run } from 'sarif';
import { expect, test } from 'vitest';
import { evidenceBy } from '../../src/reporters/evidence.ts';
import type { Report } from '../../src/reporters/reporter.ts';
import type { Finding } from '../../src/result.ts';
import { estate } from './estate.ts';
import { carried, wholeEstate } from './evidence-estate.ts';
import { accepted, activeRule, finding, gap, options, reportOf, resource } from './fixture.ts';
import { evidenceFaults } from './sarif-faults.ts';
import { evidenceRun, evidenceText } from './sarif-file.ts';

const rule = activeRule({ id: 'BKP102', name: 'minimum-retention' });
const of = (...findings: Finding[]): Report => reportOf({ rules: [rule], findings });
const only = (report: Report) => {
  const [result, ...others] = evidenceRun(report).results;
  expect(others).toEqual([]);
  if (result === undefined) throw new Error('no result');
  return result;
};

test('the text is exact, and valid by the standard', async () => {
  evidenceRun(wholeEstate);
  await expect(evidenceText(wholeEstate)).toMatchFileSnapshot('expected/evidence.sarif');
});

test('a result is a line', () => {
  const lines = evidenceText(wholeEstate)
    .split('\n')
    .filter((line) => line.startsWith('        {"ruleId":'));
  expect(lines.map((line) => JSON.parse(line.replace(/,$/, '')))).toEqual(evidenceRun(wholeEstate).results);
});

test('everything is listed by its kind, findings first, the worst first', () => {
  expect(evidenceRun(wholeEstate).results.map(({ ruleId, kind, level }) => [ruleId, kind, level])).toEqual([
    ['BKP201', 'fail', 'error'],
    ['BKP301', 'fail', 'error'],
    ['BKP301', 'fail', 'error'],
    ['BKP301', 'fail', 'error'],
    ['BKP301', 'open', 'none'],
    ['BKP102', 'fail', 'warning'],
    ['BKP507', 'open', 'none'],
    ['BKP601', 'fail', 'note'],
    ['BKP602', 'fail', 'note'],
    ['BKP301', 'fail', 'error'],
    ['BKP102', 'pass', 'none'],
    ['BKP301', 'notApplicable', 'none'],
    ['BKP301', 'pass', 'none'],
  ]);
});

test('what passes, and what a rule does not apply to, is one result a target', () => {
  const [twice, not, pass] = evidenceRun(wholeEstate).results.slice(-3);
  expect(twice?.message.text).toBe('x is as the rule requires: The title of minimum-retention.');
  expect(twice?.properties).toEqual({ 'backuplint/kind': 'recoveryPoint', 'backuplint/targets': { count: 2 } });
  expect(not?.message.text).toMatch(/^The rule does not apply to sessions: Every protected resource has/);
  expect(not?.locations?.[0]?.logicalLocations).toEqual(pass?.locations?.[0]?.logicalLocations);
  expect(not?.partialFingerprints).not.toEqual(pass?.partialFingerprints);
});

test('failing, unknown and accepted findings of one group are results of their own; the first has its fingerprint', () => {
  const group = 'f'.repeat(32);
  const point = (name: string, over: Partial<Finding>) =>
    finding(rule, resource(name), { fingerprint: group, ...over });
  const unknown = { outcome: 'unknown' } as const;
  const all = of(
    point('a', { waiver: accepted }),
    point('b', {}),
    point('c', unknown),
    point('d', { ...unknown, waiver: accepted }),
    point('e', { waiver: accepted }),
  );
  const { results } = evidenceRun(all);
  expect(results.map(({ kind, suppressions }) => [kind, suppressions?.length])).toEqual([
    ['fail', 1],
    ['fail', 0],
    ['open', 0],
    ['open', 1],
  ]);
  expect(results.map(({ properties }) => properties?.['backuplint/targets'].count)).toEqual([2, 1, 1, 1]);
  expect(results.map(({ partialFingerprints }) => partialFingerprints?.['backuplint/v1'])).toEqual(
    Array(4).fill(group),
  );
  const keys = results.map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash);
  expect(keys[1]).toBe(`${group}:1`);
  expect(new Set(keys).size).toBe(4);
});

test('to accept a group does not make another result of it', () => {
  const open = only(of(finding(rule, resource('a'))));
  const waived = only(of(finding(rule, resource('a'), { waiver: accepted })));
  expect(waived.partialFingerprints).toEqual(open.partialFingerprints);
  expect(waived.correlationGuid).toBe(open.correlationGuid);
});

test('suppressions stand in every result where waivers were given, else in none', () => {
  const counts = ({ results }: Pick<ReturnType<typeof evidenceRun>, 'results'>) =>
    results.map(({ suppressions }) => suppressions?.length);
  expect(counts(evidenceRun(wholeEstate)).filter((count) => count === 1)).toHaveLength(1);
  expect(counts(evidenceRun(estate))).toEqual(estate.result.findings.map(() => undefined));
  const unused = { ...estate, result: { ...estate.result, waivers: [] } };
  expect(counts(evidenceRun(unused))).toEqual(estate.result.findings.map(() => 0));
});

test('a suppression says who accepted it, why, until when and where', () => {
  const report = { ...of(finding(rule, resource('a'), { waiver: accepted })), waiverPlaces: wholeEstate.waiverPlaces };
  const { suppressions, properties } = only(report);
  expect(suppressions).toEqual([
    {
      kind: 'external',
      status: 'accepted',
      justification: 'Scratch data. (data-platform, BACKUP-12, until 2027-01-31)',
      guid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      location: { physicalLocation: expect.objectContaining({ region: expect.objectContaining({ startLine: 3 }) }) },
    },
  ]);
  const { at, ...texts } = accepted;
  expect(properties?.['backuplint/waivers']).toEqual([texts]);
  const outside = { ...report, waiverPlaces: report.waiverPlaces.map((place) => ({ ...place, file: '/etc/w.json' })) };
  expect(only(outside).suppressions?.[0]).not.toHaveProperty('location');
});

test('two waivers may have a part in one group', () => {
  const later = { ...accepted, at: 1, reason: 'Moved', ticket: undefined };
  const same = { fingerprint: 'f'.repeat(32) };
  const findings = [later, accepted, later].map((waiver, at) => finding(rule, resource(`${at}`), { ...same, waiver }));
  expect(only(of(...findings)).suppressions?.map(({ justification }) => justification)).toEqual([
    'Scratch data. (data-platform, BACKUP-12, until 2027-01-31)',
    'Moved. (data-platform, until 2027-01-31)',
  ]);
});

test('the state against a baseline stands in every result where there is one, else in none', () => {
  const { results } = evidenceRun(wholeEstate);
  expect(results.map(({ baselineState }) => baselineState).filter((state) => state === 'new')).toHaveLength(2);
  expect(evidenceRun(estate).baselineGuid).toBeUndefined();
  expect(evidenceRun(estate).results.map(({ baselineState }) => baselineState)).toEqual(
    estate.result.findings.map(() => undefined),
  );
});

test.each<[string, Finding['baseline'][], object]>([
  ['none', [null], { lastDetectionTimeUtc: '2026-11-24T02:00:00.000Z' }],
  [
    'known',
    [{ state: 'unchanged', since: '2026-11-01T00:00:00.000Z' }],
    { firstDetectionTimeUtc: '2026-11-01T00:00:00.000Z', lastDetectionTimeUtc: '2026-11-24T02:00:00.000Z' },
  ],
  [
    'the earliest of a group',
    [
      { state: 'unchanged', since: '2026-11-02T00:00:00.000Z' },
      { state: 'unchanged', since: '2026-11-01T00:00:00.000Z' },
    ],
    { firstDetectionTimeUtc: '2026-11-01T00:00:00.000Z', lastDetectionTimeUtc: '2026-11-24T02:00:00.000Z' },
  ],
])('when a result was seen: %s', (_, baselines, provenance) => {
  const findings = baselines.map((baseline, at) =>
    finding(rule, resource(`${at}`), { fingerprint: 'f'.repeat(32), baseline }),
  );
  expect(only(of(...findings)).provenance).toEqual(provenance);
});

test('a scan that did not read all is no success, and each gap says why', () => {
  const denied = { error: { name: 'AccessDeniedException', message: 'not {0} authorized' } };
  const gaps = [gap('ListCopyJobs', 'denied', denied), gap('ListTags', 'notRead', { resource: 'arn:aws:x' })];
  const run = evidenceRun({ ...reportOf({ rules: [rule], gaps }), exitCode: 3 });
  const [invocation] = run.invocations ?? [];
  expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 3 });
  expect(invocation?.exitCodeDescription).toContain('could not be judged');
  expect(invocation?.toolExecutionNotifications?.map(({ level, message }) => `${level}: ${message.text}`)).toEqual([
    "error: 'ListCopyJobs' was not read in '111122223333/eu-west-1': 'denied (AccessDeniedException: not (0) authorized)'.",
    "error: 'ListTags of arn:aws:x' was not read in '111122223333/eu-west-1': 'notRead'.",
  ]);
});

test('a scan that read all is a success, whatever it found', () => {
  const [invocation] = evidenceRun({ ...of(finding(rule, resource('a'))), exitCode: 1 }).invocations ?? [];
  expect(invocation).toEqual({
    executionSuccessful: true,
    exitCode: 1,
    exitCodeDescription: 'Something failed at or above the gate.',
    toolExecutionNotifications: [],
  });
});

test('warnings about waivers stand at the waiver', () => {
  const [notification, ...others] = evidenceRun(wholeEstate).invocations?.[0]?.toolConfigurationNotifications ?? [];
  expect(others).toEqual([]);
  expect(notification?.level).toBe('warning');
  expect(notification?.message.text).toBe(`waiver of fingerprint ${'f'.repeat(32)}: expires in 7 days, on 2026-12-01.`);
  expect(notification?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('backuplint.waivers.json');
});

test('what is unknown names what was not read', () => {
  const open = evidenceRun(wholeEstate).results.filter(({ kind }) => kind === 'open');
  expect(open.map(({ properties }) => properties?.['backuplint/gaps'])).toEqual([
    ['ListCopyJobs in 111122223333/eu-west-1: denied (AccessDeniedException: not authorized)'],
    ['ListCopyJobs in 111122223333/eu-west-1: denied (AccessDeniedException: not authorized)'],
  ]);
});

test('requirements of frameworks are ids, each once, by the edition that is meant', () => {
  const basis = 'judgement' as const;
  const first = activeRule({
    id: 'BKP301',
    name: 'a',
    frameworks: { own: [{ id: 'O-1', basis }], nist: [{ id: 'CP-9', basis }] },
  });
  const second = activeRule({
    id: 'BKP302',
    name: 'b',
    frameworks: {
      nist: [
        { id: 'CP-10', basis },
        { id: 'CP-9', basis },
        { id: 'CP-9', basis: 'published' },
      ],
    },
  });
  const report = reportOf({ rules: [first, second], findings: [finding(second, resource('a'))] });
  const edition = { name: 'NIST', version: '5', url: 'https://nist.example' };
  const run = evidenceRun({ ...report, frameworks: { nist: edition } });
  expect(run.taxonomies?.map(({ name, version, taxa }) => [name, version, taxa?.map(({ id }) => id)])).toEqual([
    ['NIST', '5', ['CP-10', 'CP-9']],
    ['own', undefined, ['O-1']],
  ]);
  expect(run.results[0]?.taxa).toEqual([
    { id: 'CP-10', index: 0, toolComponent: { index: 0 } },
    { id: 'CP-9', index: 1, toolComponent: { index: 0 } },
  ]);
  expect(run.tool.driver.supportedTaxonomies?.map(({ name, index }) => [name, index])).toEqual([
    ['NIST', 0],
    ['own', 1],
  ]);
});

test('what was carried over keeps its times and says that it is old', () => {
  const result = evidenceRun(wholeEstate).results.find(({ properties }) => properties?.['backuplint/carried']);
  expect(result?.message.text).toBe(`${carried.message} Not checked in this scan; last seen 2026-11-23.`);
  expect(result?.provenance).toEqual({
    firstDetectionTimeUtc: carried.firstSeen,
    lastDetectionTimeUtc: carried.lastSeen,
  });
  expect(result?.properties?.['backuplint/carried']).toEqual({ since: carried.lastSeen });
});

test('6,000 groups are 6,000 results: nothing is left out', () => {
  const findings = Array.from({ length: 6000 }, (_, at) => finding(rule, resource(`db-${at}`)));
  const lines = evidenceText(of(...findings)).match(/^ {8}\{"ruleId"/gm);
  expect(lines).toHaveLength(6000);
});

test('what no run takes is in a further one, of a category of its own', () => {
  const whole = evidenceRun(wholeEstate);
  const runsBy = (limit: number): Run[] => JSON.parse([...evidenceBy(limit, wholeEstate, options)].join('')).runs;
  const runs = runsBy(5);
  expect(runs.map(({ results }) => results?.length)).toEqual([5, 5, 3]);
  expect(runs.flatMap(({ results }) => results)).toEqual(whole.results);
  expect(runs.map(({ automationDetails }) => automationDetails?.id)).toEqual([
    'backuplint/2026-11-24T02:00:00.000Z',
    'backuplint/part-2/2026-11-24T02:00:00.000Z',
    'backuplint/part-3/2026-11-24T02:00:00.000Z',
  ]);
  expect(runs.flatMap(evidenceFaults)).toEqual([]);
  expect(runsBy(whole.results.length)).toHaveLength(1);
});

test('the check of a log can fail', () => {
  const run = evidenceRun(wholeEstate);
  const [first] = run.results;
  if (first === undefined) throw new Error('no result');
  const { suppressions, baselineState, ...bare } = first;
  expect(evidenceFaults({ ...run, results: [first, first] })).toHaveLength(1);
  expect(evidenceFaults({ ...run, results: [...run.results.slice(1), bare] })).toHaveLength(2);
  expect(evidenceFaults({ ...run, results: [{ ...first, kind: 'pass' }] })).toEqual(['pass of level error']);
  expect(evidenceFaults({ ...run, results: [{ ...first, correlationGuid: 'x' }] })).toEqual(['guid x']);
  expect(evidenceFaults({ ...run, taxonomies: [] })).not.toEqual([]);
});
