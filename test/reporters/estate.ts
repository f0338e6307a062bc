import type { Finding, ResultWaiver } from '../../src/result.ts';
import { activeRule, finding, gap, reportOf, resource } from './fixture.ts';

const lock = activeRule({
  id: 'BKP201',
  name: 'vault-locked',
  title: 'Every vault is locked in compliance mode',
  severity: 'critical',
  message: 'Vault {{target}} has no lock',
  remediation: 'Put a lock on the vault: aws backup put-backup-vault-lock-configuration --backup-vault-name NAME',
});
const airGap = activeRule({
  id: 'BKP301',
  name: 'air-gapped-copy',
  title: 'Every protected resource has a fresh recovery point in a logically air-gapped vault',
  message: '{{target}} has no recovery point in an air-gapped vault younger than {{maxAgeDays}} days',
  remediation: 'Add a copy action to a logically air-gapped vault',
  frameworks: { 'nist-800-53-r5': [{ id: 'CP-9(3)', basis: 'judgement' }] },
});
const retention = activeRule({
  id: 'BKP102',
  name: 'minimum-retention',
  severity: 'medium',
  target: 'recoveryPoint',
});
const lowly = activeRule({ id: 'BKP601', name: 'tagged', severity: 'low' });
const idle = activeRule({ id: 'BKP602', name: 'described', severity: 'info' });
export const evidence = activeRule({ id: 'BKP507', name: 'evidence-complete', severity: 'medium', target: 'scope' });

const place = { accountId: '111122223333', region: 'eu-west-1' };
const vault = {
  kind: 'backupVault',
  id: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:prod',
  name: 'prod',
  ...place,
};
const late = (name: string) => `${name} has no recovery point in an air-gapped vault younger than 7 days`;
const scope = { kind: 'scope', id: '111122223333/eu-west-1', ...place };
const unknown = 'Cannot tell for 111122223333/eu-west-1: ListCopyJobs was denied: grant backup:ListCopyJobs';

/** All severities, both outcomes, gaps that touch a finding and one that does not. */
export const estate = reportOf({
  rules: [lock, airGap, retention, lowly, idle, evidence],
  findings: [
    finding(lock, vault, { message: 'Vault prod has no lock' }),
    ...['ledger', 'media', 'orders-db'].map((name) => finding(airGap, resource(name), { message: late(name) })),
    finding(airGap, resource('users'), { outcome: 'unknown', message: 'Cannot tell for users', gaps: [0] }),
    finding(retention, resource('orders-db', { id: 'arn:aws:backup:eu-west-1:111122223333:recovery-point:1EB3B5E7' })),
    finding(evidence, scope, { outcome: 'unknown', message: unknown, gaps: [0] }),
    finding(lowly, resource('users')),
    finding(idle, resource('users')),
  ],
  gaps: [
    gap('ListCopyJobs', 'denied', { error: { name: 'AccessDeniedException', message: 'not authorized' } }),
    gap('ListRestoreJobs', 'horizon'),
  ],
  pass: 2,
});

const moving = { reason: 'Moves to the new vault in spring', owner: 'platform', ticket: 'OPS-12' };
const night = (id: string) =>
  resource(id, { kind: 'recoveryPoint', id: `arn:aws:backup:eu-west-1:111122223333:recovery-point:${id}` });
const since = (state: 'new' | 'unchanged' | 'updated'): Partial<Finding> => ({
  baseline: { state, since: state === 'new' ? '2026-11-24T02:00:00.000Z' : '2026-10-01T02:00:00.000Z' },
});
const waivedBy = (at: number, expires: string): Partial<Finding> => ({ waiver: { at, ...moving, expires } });

const waivers: readonly ResultWaiver[] = [
  {
    rule: 'BKP301',
    match: { accountId: ['1111*', '2222*'], tags: { env: ['dev', 'test'] } },
    ...moving,
    expires: '2027-03-31',
    state: 'used',
    findings: 1,
    warnings: [],
  },
  {
    rule: 'BKP201',
    ...moving,
    expires: '2026-12-01',
    state: 'expiring',
    findings: 1,
    warnings: ['expires in 6 days, on 2026-12-01'],
  },
  {
    rule: 'tagged',
    match: { id: 'arn:aws:rds:*' },
    reason: 'No tags there',
    owner: 'data',
    expires: '2026-10-01',
    state: 'expired',
    findings: 1,
    warnings: ['expired 2026-10-01; a finding is open again: mend it, or have data decide anew'],
  },
  {
    fingerprint: '0123456789abcdef0123456789abcdef',
    reason: 'Gone',
    owner: 'data',
    expires: '2027-01-01',
    state: 'unused',
    findings: 0,
    warnings: ['accepts nothing: remove it'],
  },
];

/** What waivers and a baseline add; the points of one resource are one group. */
export const compared = {
  rules: [lock, airGap, retention, lowly, idle],
  findings: [
    finding(lock, vault, { message: 'Vault prod has no lock', ...since('unchanged'), ...waivedBy(1, '2026-12-01') }),
    finding(airGap, resource('ledger'), { message: late('ledger'), ...since('unchanged') }),
    finding(airGap, resource('media'), { message: late('media'), ...since('unchanged'), ...waivedBy(0, '2027-03-31') }),
    finding(airGap, resource('orders-db'), { message: late('orders-db'), ...since('new') }),
    finding(airGap, resource('users'), { outcome: 'unknown', message: 'Cannot tell for users', ...since('new') }),
    ...['night-1', 'night-2', 'night-3'].map((id) =>
      finding(retention, night(id), { fingerprint: 'f'.repeat(32), ...since('updated') }),
    ),
    finding(lowly, resource('users'), { message: 'users has no tags; waiver expired 2026-10-01', ...since('new') }),
  ],
  waivers,
  pass: 2,
};
