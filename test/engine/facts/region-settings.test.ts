import { expect, test } from 'vitest';
import { record, shard } from '../estate.ts';
import { itemOf, plain, worldOf } from '../fact-value.ts';

test.each<[string, object, unknown]>([
  ['optedInTypes', { ResourceTypeOptInPreference: { S3: true, EBS: true, FSx: false } }, ['EBS', 'S3']],
  ['optedInTypes', { ResourceTypeOptInPreference: { EFS: false } }, []],
  ['optedInTypes', { ResourceTypeOptInPreference: {} }, []],
  ['optedInTypes', { ResourceTypeManagementPreference: { EFS: true } }, 'unknown'],
  ['managedTypes', { ResourceTypeManagementPreference: { EFS: true, DynamoDB: false } }, ['EFS']],
  ['managedTypes', { ResourceTypeOptInPreference: { EFS: true } }, 'unknown'],
])('%s of %j', (fact, fields, expected) => {
  const world = worldOf([shard({ records: [record('regionSettings', { ...fields })] })]);
  expect(plain(world.fact(itemOf(world, 'regionSettings'), fact))).toEqual(expected);
});
