import { describe, expect, test } from 'vitest';
import { walk } from '../../../src/engine/path.ts';
import type { AwsRecord, Coverage } from '../../../src/inventory/record.ts';
import { pathSteps } from '../../../src/rules/path.ts';
import { home, line, type Options, record, recovery, resource, shard } from '../estate.ts';
import { because, itemOf, plain, worldOf } from '../fact-value.ts';

type Asked = {
  readonly type: string | undefined;
  readonly records?: readonly AwsRecord[];
  readonly coverage?: readonly Coverage[];
  readonly options?: Options;
};

function answerOf(capability: string, { type, records = [], coverage = [], options }: Asked) {
  const listed = resource({ ResourceType: type });
  const world = worldOf([shard({ records: [listed, ...records], coverage, scopes: [home, recovery] })], options);
  const supports = world.fact(itemOf(world, 'protectedResource'), 'supports');
  return walk(supports, pathSteps(`$.${capability}`), world);
}

describe('by the table', () => {
  test.each([
    ['EBS', true, true],
    ['S3', true, true],
    ['RDS', false, true],
    ['Storage Gateway', true, false],
    ['CloudFormation', false, false],
    ['DynamoDB', 'unknown', true],
    ['FSx', 'unknown', true],
    ['MemoryDB', 'unknown', 'unknown'],
    ['constructor', 'unknown', 'unknown'],
    [undefined, 'unknown', 'unknown'],
  ])('%s', (type, airGappedVault, restoreTesting) => {
    expect(plain(answerOf('airGappedVault', { type }))).toBe(airGappedVault);
    expect(plain(answerOf('restoreTesting', { type }))).toBe(restoreTesting);
  });

  test.each(['MemoryDB', 'FSx'])('of %s the message gives the line to add to the config', (type) => {
    expect(because(answerOf('airGappedVault', { type }))).toEqual([
      `whether ${type} supports airGappedVault is not known: say it in the config, "resourceTypes": {"${type}": {"airGappedVault": true}} (or false)`,
    ]);
  });
});

describe('by the config', () => {
  test.each([
    ['FSx', { FSx: { airGappedVault: true } }, true],
    ['EBS', { EBS: { airGappedVault: false } }, false],
    ['DynamoDB', { DynamoDB: { airGappedVault: true } }, true],
    ['MemoryDB', { MemoryDB: { restoreTesting: true } }, 'unknown'],
  ])('%s with %j: %s', (type, resourceTypes, expected) => {
    expect(plain(answerOf('airGappedVault', { type, options: { resourceTypes } }))).toBe(expected);
  });
});

describe('DynamoDB, by the Region settings of its account and Region', () => {
  const settings = (DynamoDB: unknown, scope = home) =>
    record('regionSettings', { ResourceTypeManagementPreference: { DynamoDB } }, scope);
  const gap = (status: 'denied' | 'ok', scope = home) => line('DescribeRegionSettings', status, { scope });

  test.each<[string, Omit<Asked, 'type'>, unknown]>([
    ['advanced', { records: [settings(true)] }, true],
    ['not advanced', { records: [settings(false)] }, false],
    ['advanced in another account', { records: [settings(true, recovery)] }, 'unknown'],
    [
      'a record without the type',
      { records: [record('regionSettings', { ResourceTypeManagementPreference: { EFS: true } })] },
      'unknown',
    ],
    ['a record without preferences', { records: [record('regionSettings', {})] }, 'unknown'],
    ['denied', { coverage: [gap('denied')] }, 'unknown'],
    ['denied elsewhere', { records: [settings(true)], coverage: [gap('denied', recovery)] }, true],
  ])('%s', (_, asked, expected) => {
    expect(plain(answerOf('airGappedVault', { type: 'DynamoDB', ...asked }))).toBe(expected);
  });

  test('denied names the operation; settings that do not say name the scope', () => {
    expect(because(answerOf('airGappedVault', { type: 'DynamoDB', coverage: [gap('denied')] }))).toEqual([
      'DescribeRegionSettings denied',
    ]);
    expect(because(answerOf('airGappedVault', { type: 'DynamoDB', records: [record('regionSettings', {})] }))).toEqual([
      'the Region settings of 111122223333/eu-west-1 do not say whether advanced DynamoDB backup is on',
    ]);
  });
});
