import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/engine/evaluate.ts';
import type { AwsRecord, Coverage } from '../../../src/inventory/record.ts';
import {
  far,
  home,
  inputOf,
  line,
  point,
  record,
  recovery,
  resource,
  restoreJob,
  shard,
  vaultArn,
  volume,
} from '../estate.ts';
import { itemOf, plain, worldOf } from '../fact-value.ts';
import { ownRule } from '../own-rule.ts';

const scopes = [home, recovery, far];
const listed = (ResourceArn: string, fields: AwsRecord['fields'] = {}, scope = home): AwsRecord =>
  record('listedResource', { ResourceArn, Tags: {}, ...fields }, scope);
const bucket = 'arn:aws:s3:::invoices';
const cluster = 'arn:aws:rds:eu-west-1:111122223333:cluster:ledger';
const worldWith = (records: readonly AwsRecord[], coverage: readonly Coverage[] = []) =>
  worldOf([shard({ records, coverage, scopes })]);
const judged = (records: readonly AwsRecord[]) =>
  worldWith(records)
    .items('listedResource')
    .map(({ id }) => id);

describe('what is judged as listed', () => {
  test.each<[string, readonly AwsRecord[], readonly string[]]>([
    ['what no backup touched', [listed(volume)], [volume]],
    ['not what AWS lists as protected', [listed(volume), resource()], []],
    ['not what is protected in another account', [listed(volume), resource({}, recovery)], []],
    ['not what a point names', [listed(volume), point('1')], []],
    [
      'not what AWS Backup cannot back up',
      [listed('arn:aws:iam::111122223333:role/backup'), listed('arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1')],
      [],
    ],
    ['not a snapshot of a volume', [listed('arn:aws:ec2:eu-west-1:111122223333:snapshot/snap-1')], []],
    ['not an index of a table', [listed('arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/by-date')], []],
    [
      'not what a restore test left behind, by its name',
      [listed('arn:aws:dynamodb:eu-west-1:111122223333:table/awsbackup-restore-test-1')],
      [],
    ],
    [
      'not what a restore test left behind, by its tag',
      [listed(volume, { Tags: { 'awsbackup-restore-test': 'x' } })],
      [],
    ],
    [
      'not what a restore test created',
      [listed(volume), restoreJob('j', { SourceResourceArn: bucket, CreatedResourceArn: volume })],
      [],
    ],
    [
      'what a type of AWS Backup’s says',
      [listed('arn:aws:new:eu-west-1:111122223333:thing/1', { ResourceType: 'EBS' })],
      ['arn:aws:new:eu-west-1:111122223333:thing/1'],
    ],
    ['what a list in two scopes names, once', [listed(bucket), listed(bucket, {}, far)], [bucket]],
  ])('%s', (_, records, expected) => {
    expect(judged(records)).toEqual(expected);
  });
});

test.each<[string, string]>([
  ['arn:aws:ec2:eu-west-1:111122223333:instance/i-1', 'EC2'],
  [volume, 'EBS'],
  ['arn:aws:rds:eu-west-1:111122223333:db:crm', 'RDS'],
  ['arn:aws:dynamodb:eu-west-1:111122223333:table/orders', 'DynamoDB'],
  ['arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1', 'EFS'],
  ['arn:aws:fsx:eu-west-1:111122223333:file-system/fs-1', 'FSx'],
  ['arn:aws:fsx:eu-west-1:111122223333:volume/fs-1/fsvol-1', 'FSx'],
  [bucket, 'S3'],
  ['arn:aws-cn:storagegateway:eu-west-1:111122223333:gateway/sgw-1/volume/vol-1', 'Storage Gateway'],
  ['arn:aws:backup-gateway:eu-west-1:111122223333:vm/vm-1', 'VirtualMachine'],
  ['arn:aws:cloudformation:eu-west-1:111122223333:stack/app/0a1b', 'CloudFormation'],
  ['arn:aws:redshift:eu-west-1:111122223333:cluster:dwh', 'Redshift'],
  ['arn:aws:eks:eu-west-1:111122223333:cluster/main', 'EKS'],
  ['arn:aws:timestream:eu-west-1:111122223333:database/iot/table/t', 'Timestream'],
])('%s is %s', (arn, type) => {
  const world = worldWith([listed(arn)]);
  expect(plain(world.fact(itemOf(world, 'listedResource'), 'ResourceType'))).toBe(type);
});

test('a cluster may be of four types, of which all can be restore-tested', () => {
  const world = worldWith([listed(cluster)]);
  const item = itemOf(world, 'listedResource');
  expect(plain(world.fact(item, 'ResourceType'))).toEqual({ oneOf: ['Aurora', 'DocumentDB', 'Neptune', 'RDS'] });
  const outcome = (capability: string) =>
    evaluate({
      ...inputOf([shard({ records: [listed(cluster)], scopes })]),
      rules: [
        ownRule({
          target: 'listedResource',
          require: { all: [{ fact: 'supports', path: `$.${capability}`, operator: 'equal', value: true }] },
        }),
      ],
    }).result.summary.outcomes;
  expect(outcome('restoreTesting').pass).toBe(1);
  expect(outcome('airGappedVault').unknown).toBe(1);
});

describe('where an unread list may name it as protected', () => {
  const read = (
    target: 'listedResource' | readonly ['protectedResource', 'listedResource'],
    coverage: readonly Coverage[],
  ) =>
    evaluate({
      ...inputOf([shard({ records: [listed(volume)], coverage, scopes })]),
      rules: [ownRule({ target, require: { all: [{ fact: 'ResourceName', operator: 'exists', value: true }] } })],
    });
  const gaps: readonly Coverage[] = [line('ListProtectedResources', 'denied')];
  const hidden: readonly Coverage[] = [
    line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn('main') }),
  ];

  test.each([gaps, hidden])('rules about listed resources alone leave it out, and say so', (gap) => {
    const { result, incomplete } = read('listedResource', [gap]);
    expect([result.findings, incomplete, result.gaps.length]).toEqual([[], true, 1]);
  });

  test('rules about both judge it, as far as both agree', () => {
    const [finding] = read(['protectedResource', 'listedResource'], gaps).result.findings;
    expect([finding?.outcome, finding?.target.kind]).toEqual(['unknown', 'listedResource']);
  });

  test('all read: both fail', () => {
    for (const target of ['listedResource', ['protectedResource', 'listedResource']] as const) {
      expect(read(target, []).result.findings.map(({ outcome }) => outcome)).toEqual(['fail']);
    }
  });
});
