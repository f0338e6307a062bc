import type { Resource } from './resource.ts';
import { dataFrankfurt, dataIreland, vaultFrankfurt, vaultIreland } from './scopes.ts';

type Row = Omit<Resource, 'scope' | 'vault' | 'schedule'> & Partial<Pick<Resource, 'vault' | 'schedule'>>;

const ireland = (row: Row): Resource => ({ scope: dataIreland, vault: 'data-platform', schedule: 'weekly', ...row });
const staging = (row: Row): Resource => ({ scope: dataIreland, vault: 'staging', schedule: 'staging', ...row });
const frankfurt = (row: Row): Resource => ({
  scope: dataFrankfurt,
  vault: 'data-frankfurt',
  schedule: 'weekly',
  ...row,
});

/** The data platform and the staging servers of account 444455556666. */
export const dataResources: readonly Resource[] = [
  ireland({ type: 'S3', name: 'lake-raw', gib: 8200, copies: 'copied' }),
  ireland({ type: 'S3', name: 'lake-curated', gib: 2600, copies: 'copied' }),
  ireland({ type: 'S3', name: 'lake-archive', gib: 5100, schedule: 'forEver', copies: 'copied' }),
  ireland({ type: 'S3', name: 'model-store', gib: 330, copies: 'copied' }),
  ireland({ type: 'Aurora', name: 'features-db', gib: 270, copies: 'copied' }),
  ireland({ type: 'RDS', name: 'airflow-metadata', gib: 25 }),
  ireland({ type: 'EFS', name: 'notebooks', gib: 48, copies: 'copied' }),
  ireland({ type: 'DynamoDB', name: 'event-log', gib: 88, copies: 'copied' }),
  staging({ type: 'RDS', name: 'staging-db', gib: 30, restores: [{ outcome: 'notValidated', days: 3 }] }),
  staging({ type: 'EC2', name: 'staging-web', gib: 20 }),
  staging({ type: 'EBS', name: 'spark-scratch', gib: 150, restores: [] }),
  frankfurt({ type: 'Aurora', name: 'analytics-db', gib: 190, vault: 'analytics', copies: 'copied' }),
  frankfurt({ type: 'RDS', name: 'dashboards-db', gib: 35, vault: 'analytics' }),
  frankfurt({ type: 'S3', name: 'reports-bucket', gib: 41, copies: 'copied' }),
  frankfurt({ type: 'EC2', name: 'etl-runner', gib: 50, copies: 'copied' }),
  frankfurt({ type: 'EBS', name: 'old-exports', gib: 15, schedule: 'retired' }),
];

/** Backed up straight into the air-gapped vault of their own account: fully managed types need no copy job for that. */
export const vaultAccountResources: readonly Resource[] = [
  { scope: vaultIreland, type: 'S3', name: 'audit-trail', gib: 120, vault: 'acme-air-gapped', schedule: 'weekly' },
  { scope: vaultIreland, type: 'S3', name: 'config-history', gib: 14, vault: 'acme-air-gapped', schedule: 'weekly' },
  { scope: vaultFrankfurt, type: 'S3', name: 'audit-trail-eu', gib: 66, vault: 'acme-air-gapped', schedule: 'weekly' },
];
