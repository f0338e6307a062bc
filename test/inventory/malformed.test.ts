import { expect, test } from 'vitest';
import { end, header, messageOf, ndjson, point, readText, vault } from './inventory-text.ts';

const scope = { accountId: '111122223333', region: 'eu-west-1' };
const coverage = (fields: object) => ({
  kind: 'coverage',
  ...scope,
  operation: 'ListBackupVaults',
  status: 'ok',
  ...fields,
});

/** A line after the header, and what is said of it. */
const lines: readonly (readonly [object | string, string])[] = [
  ['{"kind":"recoveryPoint"', String.raw`expected a JSON object, got "{\"kind\":\"recoveryPoint\""`],
  ['[1]', 'expected a JSON object, got [1]'],
  ['null', 'expected a JSON object, got null'],
  [{ accountId: '111122223333' }, '"kind": expected a string, got nothing'],
  [{ kind: 7 }, '"kind": expected a string, got 7'],
  [{ kind: 'recoverypoint' }, 'unknown kind "recoverypoint"; did you mean "recoveryPoint"?'],
  [{ kind: 'RestoreJobs' }, 'unknown kind "RestoreJobs"; did you mean "restoreJob"?'],
  [{ kind: 'bucket' }, 'unknown kind "bucket"'],
  [{ kind: 'constructor' }, 'unknown kind "constructor"'],
  [point({ accountId: undefined }), '"accountId" of recoveryPoint: expected an account id of 12 digits, got nothing'],
  [
    point({ accountId: 111122223333 }),
    '"accountId" of recoveryPoint: expected an account id of 12 digits, got 111122223333',
  ],
  [point({ accountId: '1111' }), '"accountId" of recoveryPoint: expected an account id of 12 digits, got "1111"'],
  [point({ region: '' }), '"region" of recoveryPoint: expected a Region such as eu-west-1, got nothing'],
  [point({ region: 'Ireland' }), '"region" of recoveryPoint: expected a Region such as eu-west-1, got "Ireland"'],
  [point({ CreationDate: 'yesterday' }), '"CreationDate" of recoveryPoint: expected a date, got "yesterday"'],
  [point({ CreationDate: 'NaN' }), '"CreationDate" of recoveryPoint: expected a date, got "NaN"'],
  [point({ CreationDate: true }), '"CreationDate" of recoveryPoint: expected a date, got true'],
  [point({ CreationDate: 1e15 }), '"CreationDate" of recoveryPoint: expected a date, got 1000000000000000'],
  [point({ CreationDate: 1769846400000 }), '"CreationDate" of recoveryPoint: expected a date, got 1769846400000'],
  [
    point({ CreationDate: '2026-02-30T00:00:00Z' }),
    '"CreationDate" of recoveryPoint: expected a date, got "2026-02-30T00:00:00Z"',
  ],
  [
    point({ CreationDate: '2026-02-30T00:00:00.000Z' }),
    '"CreationDate" of recoveryPoint: expected a date, got "2026-02-30T00:00:00.000Z"',
  ],
  [
    point({ CreationDate: '2026-01-01' }),
    '"CreationDate" of recoveryPoint: expected a date with time and offset, such as 2026-01-31T08:00:00.000Z, got "2026-01-01"',
  ],
  [
    vault({ LockDate: '2026-01-01T00:00:00' }),
    '"LockDate" of backupVault: expected a date with time and offset, such as 2026-01-31T08:00:00.000Z, got "2026-01-01T00:00:00"',
  ],
  [point({ ResourceArn: 7 }), '"ResourceArn" of recoveryPoint: expected a string, got 7'],
  [point({ IsEncrypted: 'yes' }), '"IsEncrypted" of recoveryPoint: expected true or false, got "yes"'],
  [point({ BackupSizeInBytes: '12 GB' }), '"BackupSizeInBytes" of recoveryPoint: expected a number, got "12 GB"'],
  [point({ BackupSizeInBytes: 'NaN' }), '"BackupSizeInBytes" of recoveryPoint: expected a number, got "NaN"'],
  [point({ Lifecycle: 35 }), '"Lifecycle" of recoveryPoint: expected an object, got 35'],
  [
    point({ Lifecycle: { DeleteAfterDays: 'x' } }),
    '"Lifecycle.DeleteAfterDays" of recoveryPoint: expected a number, got "x"',
  ],
  [
    point({ ScanResults: [{}, { LastScanTimestamp: 'x' }] }),
    '"ScanResults[1].LastScanTimestamp" of recoveryPoint: expected a date, got "x"',
  ],
  [point({ ScanResults: 'x' }), '"ScanResults" of recoveryPoint: expected a list, got "x"'],
  [
    '{"kind":"recoveryPoint","accountId":"111122223333","region":"eu-west-1","BackupSizeInBytes":1e999}',
    '"BackupSizeInBytes" of recoveryPoint: expected a number, got Infinity',
  ],
  [
    coverage({ status: 'OK' }),
    '"status" of coverage: expected one of ok, denied, throttled, failed, notAvailable, cutOff, got "OK"',
  ],
  [coverage({ operation: '' }), '"operation" of coverage: expected a string, got nothing'],
  [coverage({ region: null }), '"region" of coverage: expected a Region such as eu-west-1, got nothing'],
  [coverage({ items: -1 }), '"items" of coverage: expected a whole number from 0, got -1'],
  [coverage({ items: 1.5 }), '"items" of coverage: expected a whole number from 0, got 1.5'],
  [coverage({ filters: ['x'] }), '"filters" of coverage: expected an object, got ["x"]'],
  [coverage({ filters: { ByState: 1 } }), '"filters.ByState" of coverage: expected a string, got 1'],
  [coverage({ error: { name: 'AccessDenied' } }), '"error.message" of coverage: expected a string, got nothing'],
  [{ kind: 'end' }, '"records" of end: expected a whole number from 0, got nothing'],
  [{ kind: 'end', records: '0' }, '"records" of end: expected a whole number from 0, got "0"'],
];

test.each(lines)('%j', async (line, message) => {
  expect(await messageOf(readText(ndjson(header, line, end(0))))).toBe(`stdin:2: ${message}`);
});

const headers: readonly (readonly [object, string])[] = [
  [{ schemaVersion: undefined }, '"schemaVersion" of inventory: expected 1, got nothing'],
  [{ schemaVersion: '1' }, '"schemaVersion" of inventory: expected 1, got "1"'],
  [{ schemaVersion: 0 }, '"schemaVersion" of inventory: expected 1, got 0'],
  [{ generator: undefined }, '"generator" of inventory: expected a string, got nothing'],
  [{ asOf: undefined }, '"asOf" of inventory: expected a date, got nothing'],
  [{ asOf: 'now' }, '"asOf" of inventory: expected a date, got "now"'],
  [{ scopes: undefined }, '"scopes" of inventory: expected a list, got nothing'],
  [
    { scopes: ['111122223333/eu-west-1'] },
    '"scopes[0]" of inventory: expected an object, got "111122223333/eu-west-1"',
  ],
  [
    { scopes: [{ accountId: '1', region: 'eu-west-1' }] },
    '"scopes[0].accountId" of inventory: expected an account id of 12 digits, got "1"',
  ],
];

test.each(headers)('a header with %j', async (fields, message) => {
  const text = ndjson({ ...header, ...fields }, point(), end(1));
  expect(await messageOf(readText(text))).toBe(`stdin:1: ${message}`);
});

test('every fault of a line is named', async () => {
  const text = ndjson(header, point({ CreationDate: 'x', IsParent: 1 }), end(1));
  expect(await messageOf(readText(text))).toBe(
    'stdin:2: "CreationDate" of recoveryPoint: expected a date, got "x"\nstdin:2: "IsParent" of recoveryPoint: expected true or false, got 1',
  );
});

test('a long value is cut', async () => {
  const text = ndjson(header, point({ CreationDate: 'x'.repeat(500) }));
  expect(await messageOf(readText(text))).toBe(
    `stdin:2: "CreationDate" of recoveryPoint: expected a date, got "${'x'.repeat(79)}…`,
  );
});
