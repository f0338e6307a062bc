import { expect, test } from 'vitest';
import { isRegion, partitionOf } from '../../src/inventory/scope.ts';

/** As the table of partitions in @aws-sdk/core has it. */
test.each([
  ['eu-west-1', 'aws'],
  ['us-east-1', 'aws'],
  ['mx-central-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['eusc-de-east-1', 'aws-eusc'],
  ['us-iso-east-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eu-isoe-west-1', 'aws-iso-e'],
  ['us-isof-south-1', 'aws-iso-f'],
])('%s is in %s', (region, partition) => {
  expect(partitionOf(region)).toBe(partition);
  expect(isRegion(region)).toBe(true);
});
