import { expect, test } from 'vitest';
import { readRecord } from '../../src/inventory/read-record.ts';
import { openShard } from '../../src/inventory/shard-builder.ts';
import { ireland, pointArn } from './inventory-text.ts';

const frankfurt = { ...ireland, region: 'eu-central-1' };
const record = { kind: 'recoveryPoint', ...ireland, fields: { RecoveryPointArn: pointArn } } as const;
const coverage = { ...ireland, operation: 'ListBackupVaults', status: 'ok' } as const;

test('a shard is cut off until its end agrees with its records', () => {
  const shard = openShard({ asOf: '2026-11-23T06:00:00.000Z', scopes: [ireland] });
  expect(shard.shard()).toEqual({
    asOf: '2026-11-23T06:00:00.000Z',
    scopes: [ireland],
    cutOff: true,
    records: [],
    coverage: [],
  });
  shard.addRecord(record);
  shard.addCoverage(coverage);
  expect(shard.shard()).toMatchObject({ cutOff: true, records: [record], coverage: [coverage] });
  shard.end(1);
  expect(shard.shard().cutOff).toBe(false);
  shard.cutOff();
  expect(shard.shard().cutOff).toBe(true);
});

test('scopes that only records or coverage name join the header’s, each once', () => {
  const shard = openShard({ asOf: undefined, scopes: [ireland] });
  shard.addRecord({ ...record, ...frankfurt });
  shard.addCoverage({ ...coverage, ...frankfurt });
  shard.addRecord(record);
  expect(shard.shard().scopes).toEqual([ireland, frankfurt]);
});

test('an object of the SDK reads like a line: dates are dates, absent members undefined', () => {
  const page = { RecoveryPointArn: pointArn, CreationDate: new Date(0), ResourceArn: undefined, IsParent: false };
  expect(readRecord('recoveryPoint', { kind: 'recoveryPoint', ...ireland, ...page })).toStrictEqual({
    record: {
      kind: 'recoveryPoint',
      ...ireland,
      fields: { RecoveryPointArn: pointArn, CreationDate: '1970-01-01T00:00:00.000Z', IsParent: false },
    },
  });
});

test('an invalid Date does not pass', () => {
  const read = readRecord('recoveryPoint', { kind: 'recoveryPoint', ...ireland, CreationDate: new Date(Number.NaN) });
  expect(read).toMatchObject({ mismatches: [{ path: ['CreationDate'] }] });
});
