import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operationNames } from '../../src/catalogue/operations.ts';
import { recordFields, recordKinds } from '../../src/catalogue/record-kinds.ts';
import { coverageText, endText, headerText, recordText } from '../../src/inventory/inventory-text.ts';
import { type AwsRecord, type Coverage, coverageStatuses } from '../../src/inventory/record.ts';
import { ireland, readText } from './inventory-text.ts';
import { canonicalFields } from './random-fields.ts';

const asOf = '2026-11-23T06:00:00.000Z';
const central = { accountId: '444455556666', region: 'eu-central-1' };
const denied: Coverage = {
  ...ireland,
  operation: 'ListCopyJobs',
  resource: 'arn',
  status: 'denied',
  items: 3,
  filters: { ByResourceType: 'EBS' },
  error: { name: 'AccessDeniedException', message: 'no\nnot you' },
};

describe('a line', () => {
  test.each<[what: string, text: string, expected: string]>([
    [
      'header',
      headerText({ version: '1.2.3', asOf, scopes: [ireland] }),
      '{"kind":"inventory","schemaVersion":1,"generator":"backuplint/1.2.3","asOf":"2026-11-23T06:00:00.000Z",' +
        '"scopes":[{"accountId":"111122223333","region":"eu-west-1"}]}\n',
    ],
    [
      'record',
      recordText({ kind: 'recoveryPoint', ...ireland, fields: { RecoveryPointArn: 'arn', IsEncrypted: false } }),
      '{"kind":"recoveryPoint","accountId":"111122223333","region":"eu-west-1","RecoveryPointArn":"arn","IsEncrypted":false}\n',
    ],
    [
      'record without fields',
      recordText({ kind: 'regionSettings', ...ireland, fields: {} }),
      '{"kind":"regionSettings","accountId":"111122223333","region":"eu-west-1"}\n',
    ],
    [
      'record with line breaks in a name',
      recordText({ kind: 'backupVault', ...ireland, fields: { BackupVaultName: 'a\r\nb' } }),
      '{"kind":"backupVault","accountId":"111122223333","region":"eu-west-1","BackupVaultName":"a\\r\\nb"}\n',
    ],
    [
      'coverage',
      coverageText({ ...ireland, operation: '*', status: 'ok' }),
      '{"kind":"coverage","accountId":"111122223333","region":"eu-west-1","operation":"*","status":"ok"}\n',
    ],
    [
      'coverage with all that it may say',
      coverageText(denied),
      '{"kind":"coverage","accountId":"111122223333","region":"eu-west-1","operation":"ListCopyJobs","resource":"arn",' +
        '"status":"denied","items":3,"filters":{"ByResourceType":"EBS"},' +
        '"error":{"name":"AccessDeniedException","message":"no\\nnot you"}}\n',
    ],
    ['end', endText(12), '{"kind":"end","records":12}\n'],
  ])('%s', (_, text, expected) => {
    expect(text).toBe(expected);
  });
});

const scope = fc.constantFrom(ireland, central);

const record: fc.Arbitrary<AwsRecord> = fc
  .constantFrom(...recordKinds)
  .chain((kind) => fc.record({ kind: fc.constant(kind), place: scope, fields: canonicalFields(recordFields[kind]) }))
  .map(({ kind, place, fields }) => ({ kind, ...place, fields }));

const text = fc.string({ minLength: 1 });
const coverage: fc.Arbitrary<Coverage> = fc
  .tuple(
    scope,
    fc.record(
      {
        operation: fc.constantFrom('*', ...operationNames),
        resource: text,
        status: fc.constantFrom(...coverageStatuses),
        items: fc.nat(),
        filters: fc.constantFrom({}, { ByResourceType: 'EBS' }, { ByStatus: '' }),
        error: fc.record({ name: text, message: fc.string() }, { noNullPrototype: true }),
      },
      { requiredKeys: ['operation', 'status'], noNullPrototype: true },
    ),
  )
  .map(([place, line]) => ({ ...place, ...line }));

test('what is written is read back to the same shard', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 8 }),
      fc.array(coverage, { maxLength: 5 }),
      async (records, lines) => {
        const scopes = [ireland, central];
        const [shard, ...others] = await readText(
          headerText({ version: '0.1.0', asOf, scopes }) +
            lines.map(coverageText).join('') +
            records.map(recordText).join('') +
            endText(records.length),
        );
        expect(others).toEqual([]);
        expect(shard).toEqual({ asOf, scopes, cutOff: false, records, coverage: lines });
      },
    ),
    { numRuns: 200 },
  );
});

test('without its end, or with half a record after it, the shard is cut off', async () => {
  const whole = headerText({ version: '0.1.0', asOf, scopes: [ireland] }) + endText(0);
  const point = recordText({ kind: 'recoveryPoint', ...ireland, fields: { RecoveryPointArn: 'arn' } });
  const cutOff = async (content: string) => (await readText(content)).map((shard) => shard.cutOff);
  expect(await cutOff(whole)).toEqual([false]);
  expect(await cutOff(whole.replace(endText(0), point))).toEqual([true]);
  expect(await cutOff(whole + point.slice(0, 30))).toEqual([true]);
});
