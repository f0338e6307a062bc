import { describe, expect, test } from 'vitest';
import type { FieldTable, FieldType } from '../../src/catalogue/field.ts';
import { operations } from '../../src/catalogue/operations.ts';
import { recordFields, recordKinds } from '../../src/catalogue/record-kinds.ts';
import { type Line, lines, ofKind } from './estate.ts';

const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const records = lines.filter(({ kind }) => recordKinds.some((known) => known === kind));

/** What a value breaks of what the catalogue says that AWS returns. */
function faults(value: unknown, type: FieldType, path: string): readonly string[] {
  switch (type.type) {
    case 'object':
      return typeof value === 'object' && value !== null ? fieldFaults(value, type.fields, path) : [path];
    case 'list':
      return Array.isArray(value) ? value.flatMap((item) => faults(item, type.of, `${path}[]`)) : [path];
    case 'map':
      return Object.entries(value ?? {}).flatMap(([key, item]) => faults(item, type.of, `${path}.${key}`));
    case 'date':
      return typeof value === 'string' && utc.test(value) ? [] : [path];
    case 'string':
      return typeof value === 'string' && (type.values?.includes(value) ?? true) ? [] : [path];
    default:
      return typeof value === type.type ? [] : [path];
  }
}

function fieldFaults(value: object, fields: FieldTable, path: string): readonly string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return type === undefined ? [`${path}.${name}`] : faults(inner, type, `${path}.${name}`);
  });
}

function recordFaults({ kind, accountId: _account, region: _region, ...fields }: Line): readonly string[] {
  const known = recordKinds.find((each) => each === kind);
  return known === undefined ? [kind] : fieldFaults(fields, recordFields[known], kind);
}

test('every field, date and enum value is one that AWS has', () => {
  expect(records.flatMap(recordFaults)).toEqual([]);
});

test('a wrong date, value or field would be found', () => {
  const wrong = { kind: 'recoveryPoint', CreationDate: '2026-11-20', Status: 'DONE', Colour: 'red' };
  expect(recordFaults(wrong)).toEqual(['recoveryPoint.CreationDate', 'recoveryPoint.Status', 'recoveryPoint.Colour']);
});

describe('the shard', () => {
  test('begins with its header and ends with the right count', () => {
    expect(lines[0]).toMatchObject({ kind: 'inventory', schemaVersion: 1, asOf: '2026-11-20T06:00:00.000Z' });
    expect(lines[0]?.scopes).toHaveLength(6);
    expect(lines.at(-1)).toEqual({ kind: 'end', records: records.length });
  });

  // What its config's rules do not need was not read.
  const named = new Set(ofKind('coverage').map(({ operation }) => operation));
  const perScope = Object.entries(operations).flatMap(([name, { per }]) =>
    per === 'scope' && named.has(name) ? [name] : [],
  );

  test('covers operations of a scope', () => {
    expect(perScope.length).toBeGreaterThanOrEqual(5);
  });

  test.each(perScope)('says once in each scope how %s went', (operation) => {
    const covered = ofKind('coverage').filter((line) => line.operation === operation);
    expect(new Set(covered.map((line) => `${line.accountId}/${line.region}`)).size).toBe(6);
    expect(covered).toHaveLength(6);
  });

  test('says of each vault that a scope lists how its points were read', () => {
    const place = (line: Line, arn: string): string => `${line.accountId}/${line.region} ${line[arn]}`;
    const vaults = ofKind('backupVault').map((line) => place(line, 'BackupVaultArn'));
    const read = ofKind('coverage').filter((line) => line.operation === 'ListRecoveryPointsByBackupVault');
    expect(read.map((line) => place(line, 'resource')).sort()).toEqual(vaults.sort());
  });

  test('counts in its coverage what is there', () => {
    const items = ofKind('coverage').map((line) => Number(line.items ?? 0));
    expect(items.reduce((sum, each) => sum + each, 0)).toBe(records.length);
  });

  test('names no point twice in one list, and no job twice', () => {
    const ids = records.map((line) =>
      [line.region, line.accountId, line.BackupVaultArn, line.RecoveryPointArn ?? line.ResourceArn].join(),
    );
    const points = ids.filter((_, index) => records[index]?.kind === 'recoveryPoint');
    expect(new Set(points).size).toBe(points.length);
    const jobs = records.map((line) => line.RestoreJobId ?? line.CopyJobId ?? line.BackupJobId);
    const named = jobs.filter((id) => id !== undefined);
    expect(new Set(named).size).toBe(named.length);
  });
});
