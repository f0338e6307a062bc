import type { Scope } from '../../src/inventory/record.ts';
import { advancedDynamoDb } from './region-settings.ts';
import type { Resource } from './resource.ts';
import { arnIn } from './scopes.ts';
import { seededBelow, seededHex, seededUuid } from './seeded.ts';
import { isAirGapped, type Vault, vaultArn } from './vaults.ts';

type Named = Pick<Resource, 'scope' | 'type' | 'name'>;

export function resourceArn({ scope, type, name }: Named): string {
  const id = seededHex(`${scope.accountId}/${scope.region}/${type}/${name}`, 17);
  switch (type) {
    case 'EC2':
      return arnIn(scope, 'ec2', `instance/i-${id}`);
    case 'EBS':
      return arnIn(scope, 'ec2', `volume/vol-${id}`);
    case 'EFS':
      return arnIn(scope, 'elasticfilesystem', `file-system/fs-${id}`);
    case 'FSx':
      return arnIn(scope, 'fsx', `file-system/fs-${id}`);
    case 'VirtualMachine':
      return arnIn(scope, 'backup-gateway', `vm/vm-${id.toUpperCase()}`);
    case 'CloudFormation':
      return arnIn(scope, 'cloudformation', `stack/${name}/${seededUuid(name)}`);
    case 'S3':
      return `arn:aws:s3:::${name}`;
    default:
      return namedArn(scope, type, name);
  }
}

const prefixes: { readonly [type: string]: readonly [service: string, prefix: string] } = {
  RDS: ['rds', 'db:'],
  Aurora: ['rds', 'cluster:'],
  DocumentDB: ['rds', 'cluster:'],
  Neptune: ['rds', 'cluster:'],
  DynamoDB: ['dynamodb', 'table/'],
  EKS: ['eks', 'cluster/'],
  Redshift: ['redshift', 'cluster:'],
  Timestream: ['timestream', 'database/telemetry/table/'],
  MemoryDB: ['memorydb', 'cluster/'],
};

function namedArn(scope: Scope, type: string, name: string): string {
  const found = prefixes[type];
  if (found === undefined) throw new Error(`no ARN for the type ${type}`);
  return arnIn(scope, found[0], `${found[1]}${name}`);
}

/** In an air-gapped vault every point has an ARN of AWS Backup; elsewhere it is that of the service's own snapshot. */
export function pointArn(resource: Resource, vault: Vault, created: string): string {
  const key = `${resourceArn(resource)}/${vaultArn(vault)}/${created}`;
  if (isAirGapped(vault)) return arnIn(vault.scope, 'backup', `recovery-point:${seededUuid(key)}`);
  return snapshotArn(resource, vault.scope, created, key) ?? backupArn(resource, vault.scope, created, key);
}

/** EC2's name no account. */
function snapshotArn(resource: Resource, scope: Scope, created: string, key: string): string | undefined {
  const { type, name } = resource;
  const ec2 = `arn:aws:ec2:${scope.region}::`;
  const job = seededUuid(key);
  if (type === 'EBS') return `${ec2}snapshot/snap-${seededHex(key, 17)}`;
  if (type === 'EC2') return `${ec2}image/ami-${seededHex(key, 17)}`;
  if (type === 'RDS') return arnIn(scope, 'rds', `snapshot:awsbackup:job-${job}`);
  if (['Aurora', 'DocumentDB', 'Neptune'].includes(type))
    return arnIn(scope, 'rds', `cluster-snapshot:awsbackup:job-${job}`);
  if (type === 'FSx') return arnIn(scope, 'fsx', `backup/backup-${seededHex(key, 17)}`);
  if (type === 'Redshift') return arnIn(scope, 'redshift', `snapshot:${name}/awsbackup-job-${job}`);
  if (type !== 'DynamoDB' || advancedDynamoDb(resource.scope)) return undefined;
  return arnIn(scope, 'dynamodb', `table/${name}/backup/0${Date.parse(created)}-${seededHex(key, 8)}`);
}

function backupArn({ type, name, composite }: Resource, scope: Scope, created: string, key: string): string {
  const stamp = created.slice(0, 19).replaceAll(/[^0-9]/g, '');
  const hash = seededHex(key, 8);
  if (type === 'S3') return arnIn(scope, 'backup', `recovery-point:${name}-${stamp}-${hash}`);
  if (composite !== undefined) {
    return arnIn(scope, 'backup', `recovery-point:composite:${type.toLowerCase()}/${name}-${stamp}-${hash}`);
  }
  return arnIn(scope, 'backup', `recovery-point:${seededUuid(key)}`);
}

export const continuousArn = (scope: Scope, name: string): string =>
  arnIn(scope, 'backup', `recovery-point:continuous:${name}-${seededHex(`continuous/${name}`, 8)}`);

/** A test restores into a thing with a name of its own. */
export const restoredArn = ({ scope, type, name }: Named, days: number, test: boolean): string =>
  resourceArn({
    scope,
    type,
    name: test
      ? `awsbackup-restore-test-${seededHex(`${name}/${days}`, 12)}`
      : `${name}-restored-${seededBelow(name, 100)}`,
  });
