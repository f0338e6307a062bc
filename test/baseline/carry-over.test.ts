import { expect, test } from 'vitest';
import { carryOver } from '../../src/baseline/carry-over.ts';
import { placeOf, placesOf } from '../../src/place.ts';
import type { Carried } from '../../src/reporters/sarif/carried.ts';
import type { Finding, Result } from '../../src/result.ts';
import { carried, wholeEstate } from '../reporters/evidence-estate.ts';
import { accepted, activeRule, finding, gap, reportOf, resource } from '../reporters/fixture.ts';
import { evidenceRun, sarifRun } from '../reporters/sarif-file.ts';

const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
const here = { accountId: '111122223333', region: 'eu-west-1' };
const there = { ...here, region: 'eu-central-1' };
const earlier = (over: Partial<Carried> = {}, place: Partial<Carried['target']> = here): Carried => ({
  ...carried,
  places: placesOf(place),
  ...over,
  target: { ...carried.target, ...place },
});
/** Of recovery points: the place of the first does not tell where the others lie. */
const points = (...scopes: readonly (typeof here)[]) =>
  earlier({ places: scopes.map(placeOf) }, { ...here, kind: 'recoveryPoint' });
const same = (over: Partial<Finding> = {}) =>
  finding(rule, resource('a'), { fingerprint: carried.fingerprint, ...over });

const needs = [{ operation: 'ListCopyJobs' as const, rules: ['BKP301', 'BKP999'] }];

type Scan = {
  readonly findings?: Finding[];
  readonly complete?: boolean;
  readonly operation?: string;
  /** Where the gap is, if not here. */
  readonly beyond?: typeof here;
};
const scan = ({ findings = [], complete = true, operation = 'ListCopyJobs', beyond }: Scan): Result => {
  const { result } = reportOf({ rules: [rule], findings });
  const scopes = [
    { ...here, complete: complete || beyond !== undefined },
    ...(beyond === undefined ? [] : [{ ...beyond, complete }]),
  ];
  return { ...result, scopes, gaps: [gap(operation, complete ? 'horizon' : 'denied', beyond ?? here)] };
};
const none = { needs, knows: () => false, earlier: [] };

test.each<[string, Carried, Scan, boolean]>([
  ['of a place that was read whole', earlier(), {}, false],
  ['of a place with a gap', earlier(), { complete: false }, true],
  ['of a place with a gap that its rule does not feel', earlier(), { complete: false, operation: 'ListTags' }, false],
  ['of an account that was not read', earlier({}, { ...here, accountId: '444455556666' }), {}, true],
  ['of a Region that was not read', earlier({}, { ...here, region: 'us-east-1' }), {}, true],
  ['of no place', earlier({}, { accountId: undefined, region: undefined }), {}, false],
  ['of no place, beside a gap', earlier({}, { accountId: undefined, region: undefined }), { complete: false }, true],
  ['of a resource that is not seen any more, with a gap beyond', earlier(), { complete: false, beyond: there }, true],
  ['of points in places that were read whole', points(here, there), { beyond: there }, false],
  ['of points of which one lies where a gap is', points(here, there), { complete: false, beyond: there }, true],
  ['of points, with a gap where none of them lay', points(here), { complete: false, beyond: there }, false],
  ['that cannot be told now', earlier(), { findings: [same({ outcome: 'unknown' })] }, true],
  ['that fails again', earlier(), { findings: [same()], complete: false }, false],
  [
    'that fails again and is accepted now',
    earlier(),
    { findings: [same({ waiver: accepted })], complete: false },
    false,
  ],
  [
    'of a place with a gap, while what is accepted fails elsewhere',
    points(here),
    { findings: [same({ waiver: accepted, target: resource('a', there) })], complete: false },
    true,
  ],
  [
    'of which a part fails and another cannot be told',
    earlier(),
    { findings: [same(), same({ outcome: 'unknown' })] },
    false,
  ],
  [
    'another rule of whose group cannot be told',
    earlier({ ruleId: 'BKP102' }),
    { findings: [same({ outcome: 'unknown' })] },
    false,
  ],
  ['of a rule that is no longer in force', earlier({ ruleId: 'BKP999' }), { complete: false }, false],
])('a finding %s: carried over or not', (_, each, now, isCarried) => {
  expect(carryOver([each], scan(now), none)).toEqual(isCarried ? [each] : []);
});

test('a resource that was judged is not carried over, whatever was not read elsewhere', () => {
  const knows = (kind: string, id: string) => kind === 'protectedResource' && id === carried.target.id;
  expect(carryOver([earlier()], scan({ complete: false }), { ...none, knows })).toEqual([]);
});

test('a resource that is not known any more may have been known from a place that is not read any more', () => {
  expect(carryOver([earlier()], scan({}), { ...none, earlier: [here, there] })).toEqual([earlier()]);
  expect(carryOver([earlier()], scan({}), { ...none, earlier: [here] })).toEqual([]);
});

test('they come worst first, whatever their order was', () => {
  const low = earlier({ severity: 'low' });
  const later = earlier({ fingerprint: 'd'.repeat(32) });
  const all = [later, earlier(), low];
  const sorted = [earlier(), later, low];
  expect(carryOver(all, scan({ complete: false }), none)).toEqual(sorted);
  expect(carryOver(all.toReversed(), scan({ complete: false }), none)).toEqual(sorted);
});

test('in the file they stand by severity, with their fingerprint and where their rule is now', () => {
  const { results } = sarifRun(wholeEstate);
  const at = results.findIndex(({ properties }) => properties?.['backuplint/carried'] !== undefined);
  expect(results.map(({ level }) => level).slice(at - 1, at + 2)).toEqual(['error', 'error', 'warning']);
  const [before, result] = results.slice(at - 1);
  expect(result).toMatchObject({
    ruleId: 'BKP301',
    kind: 'fail',
    message: { text: `${carried.message} Not checked in this scan; last seen 2026-11-23.`, id: 'plain' },
    partialFingerprints: { primaryLocationLineHash: `${carried.fingerprint}:1` },
    properties: { 'backuplint/carried': { since: carried.lastSeen }, 'backuplint/accountId': '444455556666' },
  });
  expect(result?.locations?.[0]?.physicalLocation).toEqual(before?.locations?.[0]?.physicalLocation);
  expect(result).not.toHaveProperty('provenance');
});

test('they count among what fits', () => {
  const findings = Array.from({ length: 5000 }, (_, at) => finding(rule, resource(`db-${at}`)));
  const critical = { ...carried, severity: 'critical' as const };
  const run = sarifRun({ ...reportOf({ rules: [rule], findings }), carried: [critical] });
  expect(run.results).toHaveLength(5000);
  expect(run.results[0]?.properties?.['backuplint/carried']).toBeDefined();
  expect(run.properties?.['backuplint/results']).toEqual({ listed: 4999, cut: 2, carried: 1 });
});

test('a log has them too, so that the next scan can carry them on', () => {
  const marked = evidenceRun(wholeEstate).results.filter(({ properties }) => properties?.['backuplint/carried']);
  expect(marked.map(({ kind, ruleId }) => [kind, ruleId])).toEqual([['fail', 'BKP301']]);
});
