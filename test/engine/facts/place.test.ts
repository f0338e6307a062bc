import { describe, expect, test } from 'vitest';
import type { AwsRecord, Coverage, Scope } from '../../../src/inventory/record.ts';
import { far, home, line, outside, point, recovery, resource, shard, vault, vaultArn } from '../estate.ts';
import { itemOf, plain, worldOf } from '../fact-value.ts';

const bucket = 'arn:aws:s3:::invoices';
const farRecovery: Scope = { accountId: recovery.accountId, region: far.region };
const scopes = [home, recovery, far, farRecovery];
const denied = (scope: Scope): Coverage => line('ListProtectedResources', 'denied', { scope });

type Asked = { readonly records: readonly AwsRecord[]; readonly coverage?: readonly Coverage[] };

function world({ records, coverage = [] }: Asked) {
  return worldOf([shard({ records, coverage, scopes })]);
}

function ofResource(name: string, asked: Asked): unknown {
  const made = world(asked);
  return plain(made.fact(itemOf(made, 'protectedResource'), name));
}

function ofPoint(name: string, asked: Asked): unknown {
  const made = world(asked);
  return plain(made.fact(itemOf(made, 'recoveryPoint'), name));
}

describe('a resource', () => {
  const bucketIn = (scope: Scope) => resource({ ResourceArn: bucket, ResourceType: 'S3' }, scope);

  test.each<[string, string, Asked, unknown]>([
    ['accountId', 'from its ARN, wherever it was listed', { records: [resource({}, recovery)] }, '111122223333'],
    ['region', 'from its ARN, wherever it was listed', { records: [resource({}, far)] }, 'eu-west-1'],
    [
      'partition',
      'from its ARN',
      { records: [resource({ ResourceArn: 'arn:aws-cn:ec2:cn-north-1:111122223333:volume/vol-1' })] },
      'aws-cn',
    ],
    ['partition', 'of a bucket', { records: [bucketIn(home)] }, 'aws'],
    ['accountId', 'of a bucket, from where it is listed', { records: [bucketIn(recovery)] }, '444455556666'],
    [
      'accountId',
      'of a bucket listed twice, the lowest',
      { records: [bucketIn(recovery), bucketIn(home)] },
      '111122223333',
    ],
    ['region', 'of a bucket listed twice, the lowest', { records: [bucketIn(far), bucketIn(home)] }, 'eu-west-1'],
    [
      'accountId',
      'of a bucket, a lower list denied',
      { records: [bucketIn(recovery)], coverage: [denied(home)] },
      'unknown',
    ],
    [
      'accountId',
      'of a bucket, a higher list denied',
      { records: [bucketIn(home)], coverage: [denied(recovery)] },
      '111122223333',
    ],
    [
      'accountId',
      'of a bucket that no scope lists',
      { records: [point('1', { ResourceArn: bucket, ResourceType: 'S3' })] },
      'unknown',
    ],
  ])('%s %s', (name, _, asked, expected) => {
    expect(ofResource(name, asked)).toBe(expected);
  });
});

describe('a point', () => {
  const snapshot = { RecoveryPointArn: 'arn:aws:ec2:us-east-1::snapshot/snap-1' };

  test.each<[string, string, AwsRecord, unknown]>([
    [
      'accountId',
      "its vault's, since a snapshot's ARN names none (trap I1)",
      point('1', snapshot, recovery),
      '444455556666',
    ],
    ['region', "its vault's, not its ARN's", point('1', snapshot, recovery), 'eu-west-1'],
    [
      'accountId',
      "the vault owner's, where a shared vault was listed",
      point('1', { BackupVaultArn: vaultArn('shared', outside) }),
      '777788889999',
    ],
    ['partition', "its vault's", point('1'), 'aws'],
    ['accountId', 'without a vault', point('1', { BackupVaultArn: undefined }), 'unknown'],
  ])('%s: %s', (name, _, record, expected) => {
    expect(ofPoint(name, { records: [record] })).toBe(expected);
  });

  test.each<[string, Scope, unknown]>([
    ['sameScope', home, 'sameScope'],
    ['crossRegion', far, 'crossRegion'],
    ['crossAccount', recovery, 'crossAccount'],
    ['both', farRecovery, 'both'],
  ])('placement %s', (_, scope, expected) => {
    expect(ofPoint('placement', { records: [point('1', {}, scope)] })).toBe(expected);
  });

  const bucketPoint = point('1', { ResourceArn: bucket, ResourceType: 'S3' }, recovery);
  test.each<[string, Asked, unknown]>([
    [
      'a bucket listed at home',
      { records: [bucketPoint, resource({ ResourceArn: bucket, ResourceType: 'S3' })] },
      'crossAccount',
    ],
    ['a bucket that nobody lists', { records: [bucketPoint] }, 'unknown'],
    ['no ResourceArn', { records: [point('1', { ResourceArn: undefined })] }, 'unknown'],
  ])('placement of %s', (_, asked, expected) => {
    expect(ofPoint('placement', asked)).toBe(expected);
  });
});

test('a vault belongs where its ARN says, also where another account lists it', () => {
  const shared = vault('shared', { BackupVaultArn: vaultArn('shared', outside) });
  const made = world({ records: [shared] });
  const item = itemOf(made, 'backupVault');
  expect(['accountId', 'region', 'partition'].map((name) => plain(made.fact(item, name)))).toEqual([
    '777788889999',
    'eu-west-1',
    'aws',
  ]);
});

test('a scope is its own place', () => {
  const made = world({ records: [] });
  const item = itemOf(made, 'scope', '111122223333/us-east-1');
  expect([plain(made.fact(item, 'accountId')), plain(made.fact(item, 'region'))]).toEqual([
    '111122223333',
    'us-east-1',
  ]);
});
