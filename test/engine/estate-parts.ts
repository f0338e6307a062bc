import fc from 'fast-check';
import type { AwsRecord, Coverage, Scope } from '../../src/inventory/record.ts';

/** What was read, and how each reading went. */
export type Estate = { readonly records: readonly AwsRecord[]; readonly coverage: readonly Coverage[] };

export const asOf = '2026-11-20T06:00:00.000Z';
export const daysAgo = (days: number): string => new Date(Date.parse(asOf) - days * 86_400_000).toISOString();

export const scopes: readonly Scope[] = [
  { accountId: '111122223333', region: 'eu-west-1' },
  { accountId: '444455556666', region: 'eu-west-1' },
  { accountId: '777788889999', region: 'eu-west-1' },
];
export const [home, second, isolated] = ['111122223333', '444455556666', '777788889999'];
export const vaultArn = (account: string, name: string): string =>
  `arn:aws:backup:eu-west-1:${account}:backup-vault:${name}`;

export type Vault = { readonly arn: string; readonly type: string; readonly listedIn: readonly string[] };
export const vaults: readonly Vault[] = [
  { arn: vaultArn(home, 'main'), type: 'BACKUP_VAULT', listedIn: [home] },
  { arn: vaultArn(second, 'main'), type: 'BACKUP_VAULT', listedIn: [second] },
  { arn: vaultArn(isolated, 'gap'), type: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT', listedIn: [isolated, home] },
  { arn: vaultArn(second, 'mirror'), type: 'RESTORE_ACCESS_BACKUP_VAULT', listedIn: [second] },
];
export const outsideVault = vaultArn('123456789012', 'escrow');

export const resources = [
  { arn: 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-0a', type: 'EBS' },
  { arn: 'arn:aws:dynamodb:eu-west-1:444455556666:table/orders', type: 'DynamoDB' },
  { arn: 'arn:aws:s3:::invoices', type: 'S3' },
  { arn: 'arn:aws:rds:eu-west-1:111122223333:db:crm', type: 'RDS' },
  { arn: 'arn:aws:memorydb:eu-west-1:111122223333:cluster/cache', type: 'MemoryDB' },
] as const;

export const record = (kind: AwsRecord['kind'], accountId: string, fields: AwsRecord['fields']): AwsRecord => ({
  kind,
  accountId,
  region: 'eu-west-1',
  fields,
});

export const given = (fields: { readonly [name: string]: unknown }): AwsRecord['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

export const age = fc.oneof(fc.constantFrom(0.5, 3, 7, 8, 29, 30, 34, 36, 60), fc.integer({ min: 0, max: 90 }));
export const resource = fc.constantFrom(...resources);
