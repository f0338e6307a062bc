import { describe, expect, test } from 'vitest';
import type { Subject } from '../../src/engine/evaluation.ts';
import type { Finding } from '../../src/result.ts';
import { applyWaivers } from '../../src/waivers/apply-waivers.ts';
import type { Waiver } from '../../src/waivers/waiver-file.ts';
import { activeRule, finding, reportOf, resource } from '../reporters/fixture.ts';

const rule = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
const other = activeRule({ id: 'BKP102', name: 'minimum-retention' });
const orders = finding(rule, resource('orders'));
const users = finding(rule, resource('users'), { outcome: 'unknown' });
const short = finding(other, resource('orders'));
const { result } = reportOf({ rules: [rule, other], findings: [orders, users, short] });

const subjectOf = ({ target }: Finding): Subject => ({
  id: target.id,
  group: target.id,
  accountId: '111122223333',
  region: 'eu-west-1',
  resourceType: 'RDS',
  vaultName: 'prod',
  vaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:prod',
  ...(target.name === 'orders' ? { tags: { env: 'dev' } } : {}),
});

const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };

const waiver = (over: Partial<Waiver> = {}): Waiver => ({
  rule: 'BKP301',
  match: { id: '*orders' },
  reason: 'moves in March',
  owner: 'storage',
  expires: '2027-03-31',
  place: { file: 'w.json', region },
  ...over,
});

const apply = (...waivers: readonly Waiver[]) => applyWaivers(result, { waivers, rules: [rule, other], subjectOf });
const waived = (...waivers: readonly Waiver[]) =>
  apply(...waivers).findings.flatMap((each) => (each.waiver === null ? [] : [`${each.ruleId} ${each.target.name}`]));

describe('which findings a waiver accepts', () => {
  test.each<readonly [string, Partial<Waiver>, readonly string[]]>([
    ['by id', {}, ['BKP301 orders']],
    ['by the name of the rule', { rule: 'air-gapped-copy' }, ['BKP301 orders']],
    ['unknown ones too', { match: {} }, ['BKP301 orders', 'BKP301 users']],
    ['of every rule', { rule: '*' }, ['BKP301 orders', 'BKP102 orders']],
    ['by the name of the vault', { match: { vault: 'pro?' } }, ['BKP301 orders', 'BKP301 users']],
    ['by the ARN of the vault', { match: { vault: 'arn:aws:backup:*:prod' } }, ['BKP301 orders', 'BKP301 users']],
    ['all members must match', { match: { resourceType: 'RDS', region: 'us-*' } }, []],
    ['one of several patterns', { match: { resourceType: ['EFS', 'R*'] } }, ['BKP301 orders', 'BKP301 users']],
    ['patterns are case-sensitive', { match: { resourceType: 'rds' } }, []],
    ['by tags, where they were read', { match: { tags: { env: 'd*' } } }, ['BKP301 orders']],
    ['not by a tag that is not there', { match: { tags: { owner: '*' } } }, []],
    ['on its last day', { expires: '2026-11-24' }, ['BKP301 orders']],
    ['not after it', { expires: '2026-11-23' }, []],
  ])('%s', (_, over, expected) => {
    expect(waived(waiver(over))).toEqual(expected);
  });

  test('by fingerprint, whatever the rule is called', () => {
    const { rule: _, match: __, ...bare } = waiver();
    expect(waived({ ...bare, fingerprint: short.fingerprint })).toEqual(['BKP102 orders']);
    expect(waived({ ...bare, rule: 'BKP301', fingerprint: short.fingerprint })).toEqual([]);
  });
});

test('a finding says who accepts it, why and until when', () => {
  const [first] = apply(waiver({ ticket: 'SEC-7' })).findings;
  expect(first?.waiver).toEqual({
    at: 0,
    reason: 'moves in March',
    owner: 'storage',
    ticket: 'SEC-7',
    expires: '2027-03-31',
  });
  expect(first?.message).toBe(orders.message);
});

test('a finding whose waiver expired is open again and says so', () => {
  const [first] = apply(waiver({ expires: '2026-10-01' })).findings;
  expect(first).toMatchObject({ waiver: null, message: 'orders is not good (waiver expired 2026-10-01)' });
});

test('of several the first that still applies counts', () => {
  const [first] = apply(waiver({ expires: '2026-10-01' }), waiver(), waiver({ owner: 'third' })).findings;
  expect(first).toMatchObject({ waiver: { at: 1, owner: 'storage' }, message: orders.message });
});

test('a fingerprint of no rule may be of one that was not asked: it is not called useless', () => {
  const { rule: _, match: __, ...rest } = waiver({ fingerprint: 'f'.repeat(32) });
  expect(apply(rest).waivers).toMatchObject([
    { state: 'unused', warnings: ['accepts nothing that the rules in force found: remove it, if that stays so'] },
  ]);
});

describe('what the result says of a waiver', () => {
  test.each<readonly [string, Partial<Waiver>, object]>([
    ['used', {}, { state: 'used', findings: 1, warnings: [] }],
    [
      'expiring',
      { expires: '2026-12-08' },
      {
        state: 'expiring',
        findings: 1,
        warnings: ['expires in 14 days, on 2026-12-08'],
      },
    ],
    ['not yet expiring', { expires: '2026-12-09' }, { state: 'used', warnings: [] }],
    [
      'expired',
      { expires: '2026-10-01' },
      {
        state: 'expired',
        findings: 1,
        warnings: ['expired 2026-10-01; a finding is open again: mend it, or have storage decide anew'],
      },
    ],
    [
      'expired, and nothing is left',
      { expires: '2026-10-01', match: { id: 'gone' } },
      {
        state: 'expired',
        findings: 0,
        warnings: ['expired 2026-10-01; nothing is left of what it accepted: remove it'],
      },
    ],
    [
      'unused',
      { match: { id: 'gone', tags: { env: ['a', 'b'] } } },
      {
        state: 'unused',
        findings: 0,
        warnings: ['accepts nothing: remove it'],
      },
    ],
    [
      'by tags that were not read of one',
      { match: { tags: { env: 'x' } } },
      {
        state: 'unused',
        warnings: [
          'cannot be told of a finding, whose tags were not read; a rule in force that asks for tags has them read',
        ],
      },
    ],
    [
      'for everything',
      { match: { id: '*' } },
      {
        state: 'used',
        findings: 2,
        warnings: ['matches everything: name what is accepted'],
      },
    ],
    ['of a rule that is not in force', { rule: 'BKP999' }, { state: 'unused', warnings: [] }],
  ])('%s', (_, over, expected) => {
    expect(apply(waiver(over)).waivers?.[0]).toMatchObject(expected);
  });

  test('it stands there as written, without its place', () => {
    expect(apply(waiver()).waivers).toEqual([
      {
        rule: 'BKP301',
        match: { id: '*orders' },
        reason: 'moves in March',
        owner: 'storage',
        expires: '2027-03-31',
        state: 'used',
        findings: 1,
        warnings: [],
      },
    ]);
  });

  test('where not everything was read, an unused one may be needed yet', () => {
    const gaps = [{ accountId: '111122223333', region: 'eu-west-1', operation: 'ListBackupVaults', status: 'denied' }];
    const told = applyWaivers(
      { ...result, gaps },
      { waivers: [waiver({ match: { id: 'gone' } })], rules: [rule], subjectOf },
    );
    expect(told.waivers?.[0]?.warnings[0]).toContain('accepts nothing of what was read (not everything was)');
  });
});

test('without waivers the result is as it was', () => {
  expect(apply()).toBe(result);
});
