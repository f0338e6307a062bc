import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { recordKinds } from '../../src/catalogue/record-kinds.ts';
import { inventoryLine } from '../../src/inventory/inventory-schema.ts';
import { end, header, ireland, point, vault } from './inventory-text.ts';

const schema = z.toJSONSchema(inventoryLine());
const ajv = addFormats.default(new Ajv2020());
const fits = ajv.compile(schema);
const coverage = { kind: 'coverage', ...ireland, operation: '*', status: 'ok' };

test.each([
  header,
  end(0),
  coverage,
  { ...coverage, items: 1, resource: 'arn', filters: { ByState: 'FAILED' }, error: { name: 'a', message: 'b' } },
  vault({ CreationDate: '2026-01-31T08:00:00.000Z', Locked: true }),
  point({ Status: 'A_NEW_ONE', Lifecycle: { DeleteAfterDays: 35, Later: 1 }, Later: [] }),
  ...recordKinds.map((kind) => ({ kind, ...ireland })),
])('fits: %j', (line) => {
  expect([fits(line), fits.errors]).toEqual([true, null]);
});

test.each([
  {},
  { kind: 'moon', ...ireland },
  { kind: 'recoveryPoint' },
  { ...header, scopes: undefined },
  { ...header, schemaVersion: 2 },
  { ...coverage, status: 'fine' },
  end(-1),
  point({ accountId: '1' }),
  point({ CreationDate: 1769846400 }),
  point({ CreationDate: '2026-01-31' }),
  point({ BackupSizeInBytes: '35' }),
  point({ Lifecycle: { DeleteAfterDays: '35' } }),
])('does not fit: %j', (line) => {
  expect(fits(JSON.parse(JSON.stringify(line)))).toBe(false);
});

test('the values of an enum that are known today are offered', () => {
  expect(JSON.stringify(schema)).toContain('"examples":["COMPLETED","PARTIAL"');
});
