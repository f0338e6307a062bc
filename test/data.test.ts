import { expect, test } from 'vitest';
import { capabilities } from '../src/catalogue/facts/common.ts';
import { operationNames } from '../src/catalogue/operations.ts';
import { loadIamNames, loadResourceTypes, withResourceTypes } from '../src/data.ts';

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

test('the actions of AWS Backup, each once and sorted: with those that collectors call, and those that are no operation', () => {
  const { actions, conditionKeys } = loadIamNames();
  expect(actions).toEqual([...new Set(actions)].sort());
  const called = operationNames.filter((name) => name !== 'GetResources').map((name) => `backup:${name}`);
  expect(actions).toEqual(
    expect.arrayContaining([...called, 'backup:CopyIntoBackupVault', 'backup:DeleteRecoveryPoint']),
  );
  expect(conditionKeys).toEqual(expect.arrayContaining(['aws:PrincipalOrgID', 'aws:PrincipalArn']));
});
