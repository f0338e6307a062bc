import { expect, test } from 'vitest';
import { capabilities } from '../src/catalogue/facts/common.ts';
import { loadResourceTypes, withResourceTypes } from '../src/data.ts';

test('the table that ships says of each type what it can do', () => {
  const table = loadResourceTypes();
  expect(table.EFS).toEqual({ airGappedVault: true, restoreTesting: true });
  expect(table.FSx?.airGappedVault).toBe('depends');
  const silent = Object.entries(table).filter(([, can]) => capabilities.some((name) => can[name] === undefined));
  expect(silent).toEqual([]);
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
