import { describe, expect, test } from 'vitest';
import type { AwsRecord } from '../../../src/inventory/record.ts';
import { home, point, recovery, resource, restoreJob, shard, volume } from '../estate.ts';
import { itemOf, plain, worldOf } from '../fact-value.ts';

const other = 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-0b';
const idsOf = (records: readonly AwsRecord[]): readonly string[] =>
  worldOf([shard({ records, scopes: [home, recovery] })])
    .items('protectedResource')
    .map(({ id }) => id);

describe('one target per ResourceArn', () => {
  test.each<[string, readonly AwsRecord[], readonly string[]]>([
    ['listed', [resource()], [volume]],
    ['named by a point', [point('1')], [volume]],
    [
      'listed in two scopes and named by points in two',
      [resource(), resource({}, recovery), point('1'), point('2', {}, recovery)],
      [volume],
    ],
    ['sorted', [resource({ ResourceArn: other }), resource()], [volume, other]],
    ['no ARN, no target', [point('1', { ResourceArn: undefined })], []],
    ['a point that is not usable names one', [point('1', { Status: 'EXPIRED' })], [volume]],
  ])('%s', (_, records, expected) => {
    expect(idsOf(records)).toEqual(expected);
  });
});

describe('what restore tests leave behind is no target (trap I13)', () => {
  const artefact = 'arn:aws:dynamodb:eu-west-1:111122223333:table/awsbackup-restore-test-1234';

  test.each<[string, readonly AwsRecord[], readonly string[]]>([
    ['by its ARN', [resource({ ResourceArn: artefact })], []],
    ['by the ARN that a point names', [point('1', { ResourceArn: artefact })], []],
    ['by its name', [resource({ ResourceName: 'awsbackup-restore-test-9' })], []],
    ['a name that has the words elsewhere', [resource({ ResourceName: 'my-awsbackup-restore-test' })], [volume]],
    [
      'created by a restore test',
      [resource({ ResourceArn: other }), restoreJob('r', { CreatedResourceArn: other })],
      [],
    ],
    [
      'created by a manual restore',
      [resource({ ResourceArn: other }), restoreJob('r', { CreatedResourceArn: other, CreatedBy: undefined })],
      [other],
    ],
  ])('%s', (_, records, expected) => {
    expect(idsOf(records)).toEqual(expected);
  });
});

describe('fields of a resource', () => {
  const fieldOf = (name: string, records: readonly AwsRecord[]): unknown => {
    const world = worldOf([shard({ records, scopes: [home, recovery] })]);
    return plain(world.fact(itemOf(world, 'protectedResource'), name));
  };

  test.each<[string, string, readonly AwsRecord[], unknown]>([
    [
      'ResourceName',
      'its own scope before a lower one',
      [resource({ ResourceName: 'own' }), resource({ ResourceName: 'elsewhere' }, recovery)],
      'own',
    ],
    [
      'ResourceType',
      'listed before its points',
      [resource({ ResourceType: 'EBS' }), point('1', { ResourceType: 'EC2' })],
      'EBS',
    ],
    ['ResourceType', 'by its points', [point('1', { ResourceType: undefined }), point('2')], 'EBS'],
    ['ResourceType', 'nobody says', [point('1', { ResourceType: undefined })], 'unknown'],
    ['ResourceName', 'nobody says', [resource()], undefined],
  ])('%s: %s', (name, _, records, expected) => {
    expect(fieldOf(name, records)).toBe(expected);
  });
});
