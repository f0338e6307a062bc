import type { Resource } from './resource.ts';
import { prodFrankfurt, prodIreland } from './scopes.ts';

type Row = Omit<Resource, 'scope' | 'vault' | 'schedule'> & Partial<Pick<Resource, 'vault' | 'schedule'>>;

const ireland = (row: Row): Resource => ({ scope: prodIreland, vault: 'prod-daily', schedule: 'weekly', ...row });
const frankfurt = (row: Row): Resource => ({
  scope: prodFrankfurt,
  vault: 'prod-frankfurt',
  schedule: 'weekly',
  ...row,
});

const databases: readonly Resource[] = [
  ireland({
    type: 'Aurora',
    name: 'orders-db',
    gib: 420,
    vault: 'prod-databases',
    schedule: 'nightly',
    copies: 'copied',
  }),
  ireland({ type: 'RDS', name: 'customers-db', gib: 210, vault: 'prod-databases', schedule: 'twoWeeks' }),
  ireland({
    type: 'Aurora',
    name: 'payments-db',
    gib: 380,
    vault: 'prod-databases',
    copies: 'copied',
    restores: [
      { outcome: 'validated', days: 17 },
      { outcome: 'failed', days: 3 },
    ],
  }),
  ireland({ type: 'RDS', name: 'catalogue-db', gib: 95, vault: 'prod-databases' }),
  ireland({ type: 'DynamoDB', name: 'sessions', gib: 12, vault: 'prod-databases', copies: 'copied' }),
  ireland({ type: 'DynamoDB', name: 'carts', gib: 31, vault: 'prod-databases', copies: 'copied' }),
  ireland({ type: 'DynamoDB', name: 'audit-events', gib: 64, vault: 'prod-databases', restores: [] }),
  ireland({ type: 'DocumentDB', name: 'product-reviews', gib: 77, vault: 'prod-databases', copies: 'copied' }),
  ireland({
    type: 'Neptune',
    name: 'recommendations',
    gib: 58,
    vault: 'prod-databases',
    copies: 'copied',
    restores: [{ outcome: 'manual', days: 6 }],
  }),
  ireland({ type: 'Timestream', name: 'sensor-readings', gib: 140, copies: 'copied' }),
  ireland({ type: 'MemoryDB', name: 'session-cache', gib: 6 }),
  ireland({ type: 'CloudFormation', name: 'billing-stack', gib: 1, composite: 'partial' }),
  ireland({ type: 'RDS', name: 'billing-db', gib: 45, partOf: 'billing-stack' }),
];

const buckets: readonly Resource[] = [
  ireland({
    type: 'S3',
    name: 'invoices-bucket',
    gib: 310,
    copies: 'copied',
    restores: [{ outcome: 'validated', days: 29 }],
  }),
  ireland({ type: 'S3', name: 'contracts-bucket', gib: 54, schedule: 'monthly', copies: 'copied' }),
  ireland({
    type: 'S3',
    name: 'media-bucket',
    gib: 1900,
    copies: 'copied',
    restores: [{ outcome: 'timedOut', days: 3 }],
  }),
  ireland({ type: 'S3', name: 'partner-exchange', gib: 18, copies: 'outside' }),
];

const servers: readonly Resource[] = [
  ireland({ type: 'EC2', name: 'web-01', gib: 40, copies: 'copied' }),
  ireland({ type: 'EC2', name: 'web-02', gib: 40, copies: 'copied' }),
  ireland({
    type: 'EC2',
    name: 'api-01',
    gib: 60,
    copies: 'copied',
    restores: [{ outcome: 'notValidated', days: 3 }],
  }),
  ireland({ type: 'EC2', name: 'api-02', gib: 60, copies: 'copied' }),
  ireland({ type: 'EC2', name: 'batch-01', gib: 80, copies: 'failing' }),
  ireland({ type: 'EC2', name: 'pos-gateway', gib: 30, copies: 'onlyFailing' }),
  ireland({ type: 'EC2', name: 'legacy-crm', gib: 120, schedule: 'retired' }),
  ireland({ type: 'EBS', name: 'orders-data', gib: 500, copies: 'copied' }),
  ireland({
    type: 'EBS',
    name: 'search-index',
    gib: 250,
    copies: 'copied',
    restores: [
      { outcome: 'validated', days: 10 },
      { outcome: 'validating', days: 0 },
    ],
  }),
  ireland({ type: 'EBS', name: 'ledger-journal', gib: 90, copies: 'only' }),
  ireland({
    type: 'EFS',
    name: 'shared-home',
    gib: 22,
    vault: 'aws/efs/automatic-backup-vault',
    schedule: 'automatic',
  }),
  ireland({ type: 'EFS', name: 'documents', gib: 640, copies: 'copied' }),
  ireland({ type: 'FSx', name: 'design-files', gib: 1024 }),
  ireland({ type: 'EKS', name: 'platform', gib: 3, copies: 'copied', composite: 'whole' }),
  ireland({ type: 'EBS', name: 'platform-queue', gib: 20, copies: 'copied', partOf: 'platform' }),
  ireland({ type: 'VirtualMachine', name: 'finance-vm-01', gib: 200, copies: 'copied' }),
  ireland({ type: 'VirtualMachine', name: 'finance-vm-02', gib: 200, copies: 'copied' }),
];

const inFrankfurt: readonly Resource[] = [
  frankfurt({ type: 'Aurora', name: 'eu-orders-db', gib: 160, copies: 'copied' }),
  frankfurt({ type: 'RDS', name: 'eu-customers-db', gib: 130 }),
  frankfurt({ type: 'DynamoDB', name: 'loyalty', gib: 9 }),
  frankfurt({ type: 'DynamoDB', name: 'vouchers', gib: 4, restores: [{ outcome: 'aborted', days: 3 }] }),
  frankfurt({ type: 'S3', name: 'eu-media-bucket', gib: 870, copies: 'copied' }),
  frankfurt({ type: 'EC2', name: 'web-03', gib: 40, copies: 'copied' }),
  frankfurt({
    type: 'EC2',
    name: 'web-04',
    gib: 40,
    copies: 'copied',
    restores: [{ outcome: 'validationFailed', days: 3 }],
  }),
  frankfurt({
    type: 'EBS',
    name: 'shop-data',
    gib: 300,
    copies: 'copied',
    restores: [
      { outcome: 'failed', days: 17 },
      { outcome: 'validated', days: 3 },
    ],
  }),
  frankfurt({ type: 'EFS', name: 'warehouse-share', gib: 75, copies: 'copied' }),
  frankfurt({ type: 'Redshift', name: 'reporting', gib: 2048 }),
];

export const productionResources: readonly Resource[] = [...databases, ...buckets, ...servers, ...inFrankfurt];
