import { expect, test } from 'vitest';
import { point, readShard, vault } from './inventory-text.ts';

const fieldsOf = async (record: object) => (await readShard(record)).records[0]?.fields ?? {};

const dates: readonly (readonly [string, unknown, string])[] = [
  ['as we write it', '2026-01-31T08:00:00.000Z', '2026-01-31T08:00:00.000Z'],
  ['without milliseconds', '2026-01-31T08:00:00Z', '2026-01-31T08:00:00.000Z'],
  ['with the microseconds of the CLI', '2026-01-31T08:00:00.123456+00:00', '2026-01-31T08:00:00.123Z'],
  ['with an offset', '2026-01-31T01:30:00+05:30', '2026-01-30T20:00:00.000Z'],
  ['with an offset west', '2026-01-31T20:00:00.5-08:00', '2026-02-01T04:00:00.500Z'],
  ['epoch seconds', 1769846400, '2026-01-31T08:00:00.000Z'],
  ['epoch seconds with a fraction', 1769846400.123, '2026-01-31T08:00:00.123Z'],
  ['epoch seconds as a string', '1769846400.5', '2026-01-31T08:00:00.500Z'],
  ['a leap day', '2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ['before 1970', -1.5, '1969-12-31T23:59:58.500Z'],
];

test.each(dates)('a date %s', async (_, written, read) => {
  expect(await fieldsOf(point({ CreationDate: written }))).toMatchObject({ CreationDate: read });
  expect(await fieldsOf(point({ CalculatedLifecycle: { DeleteAt: written } }))).toMatchObject({
    CalculatedLifecycle: { DeleteAt: read },
  });
});

const scalars: readonly (readonly [string, unknown, unknown])[] = [
  ['BackupSizeInBytes', '12345', 12345],
  ['BackupSizeInBytes', '-1', -1],
  ['BackupSizeInBytes', '1.5e3', 1500],
  ['BackupSizeInBytes', 0, 0],
  ['IsEncrypted', 'true', true],
  ['IsEncrypted', 'false', false],
  ['IsEncrypted', false, false],
  ['Status', 'SOMETHING_NEW', 'SOMETHING_NEW'],
  [
    'Lifecycle',
    { DeleteAfterDays: '35', OptInToArchiveForSupportedResources: 'true' },
    { DeleteAfterDays: 35, OptInToArchiveForSupportedResources: true },
  ],
  [
    'Lifecycle',
    { DeleteAfterDays: null, MoveToColdStorageAfterDays: '', FutureField: [null, ''] },
    { FutureField: [null, ''] },
  ],
  ['AggregatedScanResult', { Findings: ['MALWARE', null, ''] }, { Findings: ['MALWARE'] }],
  ['FutureField', { Deep: [{ At: '1769846400', Empty: '' }] }, { Deep: [{ At: '1769846400', Empty: '' }] }],
  ['FutureNumber', '12', '12'],
];

test.each(scalars)('%s written %j is read as %j', async (field, written, read) => {
  expect(Object.entries(await fieldsOf(point({ [field]: written })))).toContainEqual([field, read]);
});

test.each([null, ''])('%j is absent', async (empty) => {
  const record = point({
    ResourceArn: empty,
    CreationDate: empty,
    BackupSizeInBytes: empty,
    IsParent: empty,
    CreatedBy: empty,
  });
  expect(Object.keys(await fieldsOf(record))).toEqual(['RecoveryPointArn']);
});

test('an empty string is a value where the keys are the data of the user', async () => {
  const tags = { Rules: [{ RuleName: 'daily', RecoveryPointTags: { team: '', cost: null } }] };
  const record = { kind: 'backupPlan', accountId: '111122223333', region: 'eu-west-1', BackupPlan: tags };
  expect(await fieldsOf(record)).toEqual({
    BackupPlan: { Rules: [{ RuleName: 'daily', RecoveryPointTags: { team: '' } }] },
  });
});

test('fields hold what AWS names and nothing of the envelope', async () => {
  const [record] = (await readShard(vault({ BackupVaultName: 'prod' }))).records;
  expect(record).toEqual({
    kind: 'backupVault',
    accountId: '111122223333',
    region: 'eu-west-1',
    fields: { BackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:prod', BackupVaultName: 'prod' },
  });
});

test.each(['"__proto__"', '"__pr\\u006fto__"', '"\\u005f_proto__"'])('the key %s reaches nothing', async (key) => {
  const hostile = `{${key}:{"Status":"COMPLETED","polluted":true}}`;
  const text = JSON.stringify(point()).replace(/}$/, `,${key}:${hostile},"CreatedBy":${hostile},"Deep":[${hostile}]}`);
  const read = (await readShard(text)).records[0]?.fields ?? {};
  expect(Object.keys(read)).toEqual(['RecoveryPointArn', 'CreatedBy', 'Deep']);
  expect(read).toMatchObject({ CreatedBy: {}, Deep: [{}] });
  expect(JSON.stringify(read)).not.toContain('polluted');
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
