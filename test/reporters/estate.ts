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
