import { expect, test } from 'vitest';
import { capabilities } from '../src/catalogue/facts/common.ts';
import { loadResourceTypes, withResourceTypes } from '../src/data.ts';

test('the table that ships says of each type what it can do', () => {
  const table = loadResourceTypes();
  expect(table.EFS).toMatchObject({ airGappedVault: true, restoreTesting: true });
  expect(table.FSx?.airGappedVault).toBe('depends');
  const silent = Object.entries(table).filter(([, can]) => capabilities.some((name) => can[name] === undefined));
  expect(silent).toEqual([]);
});

test('and of each how its ARNs look', () => {
  const nameless = Object.entries(loadResourceTypes()).filter(([, { arns = [] }]) => arns.length === 0);
  expect(nameless).toEqual([]);
});

test('what the config says goes before the table, member by member', () => {
  const table = { FSx: { airGappedVault: 'depends', restoreTesting: true }, EFS: { airGappedVault: true } } as const;
  expect(withResourceTypes(table, { FSx: { airGappedVault: true }, MemoryDB: { restoreTesting: false } })).toEqual({
    FSx: { airGappedVault: true, restoreTesting: true },
    EFS: { airGappedVault: true },
    MemoryDB: { restoreTesting: false },
  });
  expect(withResourceTypes(table, {})).toEqual(table);
});
