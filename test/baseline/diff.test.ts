import { describe, expect, test } from 'vitest';
import { diffOf } from '../../src/baseline/diff.ts';
import { diffSections } from '../../src/diff-result.ts';
import type { Finding, Result } from '../../src/result.ts';
import { activeRule, finding, gap, reportOf, resource } from '../reporters/fixture.ts';

const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
const orders = resource('orders');
const waiver = { at: 0, reason: 'r', owner: 'o', expires: '2027-01-01' };

const states: { readonly [state: string]: readonly Finding[] } = {
  none: [],
  open: [finding(rule, orders)],
  accepted: [finding(rule, orders, { waiver })],
  unknown: [finding(rule, orders, { outcome: 'unknown' })],
  lower: [finding(rule, orders, { severity: 'low' })],
};

const resultOf = (state: string, over: Partial<Result> = {}): Result => ({
  ...reportOf({ rules: [rule], findings: states[state] ?? [] }).result,
  ...over,
});

const sectionsOf = (old: Result, now: Result) => {
  const { differences } = diffOf(old, now);
  return diffSections.flatMap((section) => differences[section].map(({ was }) => [section, was]));
};

test.each([
  ['none', 'none', []],
  ['none', 'open', [['new', undefined]]],
  ['none', 'accepted', [['waived', undefined]]],
  ['none', 'unknown', [['becameUnknown', undefined]]],
  ['open', 'none', [['fixed', undefined]]],
  ['open', 'open', []],
  ['open', 'lower', [['changed', 'high']]],
  ['lower', 'open', [['changed', 'low']]],
  ['open', 'accepted', [['waived', undefined]]],
  ['open', 'unknown', [['becameUnknown', undefined]]],
  ['accepted', 'none', [['fixed', 'accepted']]],
  ['accepted', 'open', [['waiverExpired', 'accepted']]],
  ['accepted', 'accepted', []],
  ['accepted', 'unknown', [['becameUnknown', 'accepted']]],
  ['unknown', 'none', [['fixed', 'unknown']]],
  ['unknown', 'open', [['new', 'unknown']]],
  ['unknown', 'accepted', [['waived', 'unknown']]],
  ['unknown', 'unknown', []],
])('%s → %s: %j', (old, now, expected) => {
  expect(sectionsOf(resultOf(old), resultOf(now))).toEqual(expected);
});

describe('what the new scan did not judge is not fixed', () => {
  const other = { accountId: '111122223333', region: 'us-east-1', complete: true };
  test.each<readonly [string, Partial<Result>, string]>([
    ['its rule is not in force', { rules: [] }, 'notJudged'],
    ['its scope was not read', { scopes: [other] }, 'notJudged'],
    ['something of its scope was not read', { gaps: [gap('ListBackupVaults', 'denied')] }, 'notJudged'],
    ['AWS forgot old jobs', { gaps: [gap('ListRestoreJobs', 'horizon')] }, 'fixed'],
    [
      'something of another scope was not read, and the resource is not known any more',
      { gaps: [gap('ListBackupVaults', 'denied', { region: 'us-east-1' })] },
      'notJudged',
    ],
    [
      'it is said to pass, whatever else was not read',
      {
        gaps: [gap('ListBackupVaults', 'denied')],
        outcomes: [{ ruleId: 'BKP301', outcome: 'pass', target: { kind: 'protectedResource', id: orders.id } }],
      },
      'fixed',
    ],
  ])('%s', (_, over, section) => {
    expect(sectionsOf(resultOf('open'), resultOf('none', over))).toEqual([[section, undefined]]);
  });
});

test('a group is one difference, whatever points it is made of', () => {
  const points = ['a', 'b'].map((id) => finding(rule, resource(id), { fingerprint: 'f' }));
  const old = { ...resultOf('none'), findings: points };
  const now = { ...resultOf('none'), findings: [finding(rule, resource('c'), { fingerprint: 'f' })] };
  expect(diffOf(old, now)).toMatchObject({ unchanged: 1 });
  expect(sectionsOf(old, resultOf('none'))).toEqual([['fixed', undefined]]);
});

test('recovery points of a group that lay in two places are fixed where both were read', () => {
  const point = (region: string) =>
    finding(rule, resource('p', { kind: 'recoveryPoint', id: `point-${region}`, region }), {
      fingerprint: 'e'.repeat(32),
    });
  const old = { ...resultOf('none'), findings: [point('eu-west-1'), point('eu-central-1')] };
  const scopes = ['eu-west-1', 'eu-central-1'].map((region) => ({ accountId: '111122223333', region, complete: true }));
  const mended = resultOf('none', { scopes });
  const denied = { ...mended, gaps: [gap('ListBackupVaults', 'denied', { region: 'eu-central-1' })] };
  expect(sectionsOf(old, mended)).toEqual([['fixed', undefined]]);
  expect(sectionsOf(old, denied)).toEqual([['notJudged', undefined]]);
});
