import { describe, expect, test } from 'vitest';
import { walk } from '../../../src/engine/path.ts';
import type { AwsRecord, Coverage } from '../../../src/inventory/record.ts';
import { pathSteps } from '../../../src/rules/path.ts';
import { home, line, type Options, record, recovery, resource, shard } from '../estate.ts';
import { because, itemOf, plain, worldOf } from '../fact-value.ts';

type Asked = {
  readonly type: string | undefined;
  readonly arn?: string;
  readonly records?: readonly AwsRecord[];
  readonly coverage?: readonly Coverage[];
  readonly options?: Options;
};

function answerOf(capability: string, { type, arn, records = [], coverage = [], options }: Asked) {
  const listed = resource({ ResourceType: type, ...(arn === undefined ? {} : { ResourceArn: arn }) });
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

const rds = (name: string) => `arn:aws:rds:eu-west-1:111122223333:${name}`;
const copies = ['crossRegionCopy', 'crossAccountCopy'];
const others = [
  'crossRegionCopy',
  'crossAccountCopy',
  'continuous',
  'coldStorage',
  'independentEncryption',
  'malwareScan',
];

/** Which of the others a type can do, and which are not known. */
describe('what else the table says', () => {
  test.each<[type: string, can: readonly string[], unknown: readonly string[]]>([
    ['EC2', [...copies, 'malwareScan'], []],
    ['EBS', [...copies, 'coldStorage', 'malwareScan'], []],
    ['S3', [...copies, 'continuous', 'independentEncryption', 'malwareScan'], []],
    ['EFS', [...copies, 'coldStorage', 'independentEncryption'], []],
    ['FSx', copies, []],
    ['CloudFormation', ['crossRegionCopy', 'coldStorage', 'independentEncryption'], ['crossAccountCopy']],
    ['Redshift Serverless', [], []],
    ['DynamoDB', [], [...copies, 'coldStorage', 'independentEncryption']],
    ['MemoryDB', [], others],
  ])('%s', (type, can, open) => {
    const answers = others.map((capability) => plain(answerOf(capability, { type })));
    expect(others.filter((_, index) => answers[index] === true)).toEqual(can);
    expect(others.filter((_, index) => answers[index] === 'unknown')).toEqual(open);
  });

  test.each<[arn: string, can: unknown]>([
    [rds('db:orders'), true],
    [rds('cluster:orders'), false],
    [rds('cluster-pg:orders'), 'unknown'],
  ])('of RDS the ARN tells an instance from a Multi-AZ cluster: %s', (arn, can) => {
    const answers = others.map((capability) => plain(answerOf(capability, { type: 'RDS', arn })));
    expect(answers).toEqual([can, can, can, false, false, false]);
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

  test.each(['airGappedVault', ...copies, 'coldStorage', 'independentEncryption'])('they decide %s', (capability) => {
    const asked = (DynamoDB: boolean): Asked => ({ type: 'DynamoDB', records: [settings(DynamoDB)] });
    expect([true, false].map((each) => plain(answerOf(capability, asked(each))))).toEqual([true, false]);
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
