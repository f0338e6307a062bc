import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { capabilities } from '../src/catalogue/facts/common.ts';
import { supportsFact } from '../src/catalogue/facts/points.ts';
import { operationNames, operationSpec } from '../src/catalogue/operations.ts';
import { loadFrameworks, loadIamNames, loadResourceTypes, withResourceTypes } from '../src/data.ts';

test('the table that ships says of each type what it can do', () => {
  const table = loadResourceTypes();
  expect(table.EFS).toMatchObject({
    airGappedVault: true,
    restoreTesting: true,
    crossRegionCopy: true,
    crossAccountCopy: true,
    continuous: false,
    coldStorage: true,
    independentEncryption: true,
    malwareScan: false,
  });
  expect(table.FSx?.airGappedVault).toBe('depends');
  const silent = Object.entries(table).filter(([, can]) => capabilities.some((name) => can[name] === undefined));
  expect(silent).toEqual([]);
});

test('where the table depends for DynamoDB, rules read the Region settings, and nowhere else', () => {
  const dynamoDb = Object.entries(loadResourceTypes().DynamoDB ?? {});
  const open = dynamoDb.flatMap(([capability, can]) => (can === 'depends' ? [capability] : []));
  expect(open.sort()).toEqual(Object.keys(supportsFact.supports.memberOperations).sort());
});

test('what was told elsewhere is of types that are in the table', () => {
  const { otherSources, types } = JSON.parse(readFileSync('data/resource-types.json', 'utf8'));
  const named = otherSources.flatMap((each: { readonly types: readonly string[] }) => each.types);
  expect(named.filter((type: string) => !Object.hasOwn(types, type))).toEqual([]);
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

test('each framework names its edition', () => {
  const frameworks = Object.entries(loadFrameworks());
  expect(frameworks).toHaveLength(11);
  for (const [key, { name, version }] of frameworks) {
    expect(key).toMatch(/^[a-z0-9]+([-.][a-z0-9]+)*$/);
    expect([name, version]).not.toContain('');
  }
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

test('how long AWS keeps each list of jobs is what its page says', () => {
  const { horizons } = JSON.parse(readFileSync('data/job-horizons.json', 'utf8'));
  const inCatalogue = operationNames.flatMap((name) => {
    const { horizon } = operationSpec(name);
    return horizon === undefined ? [] : [[name, horizon] as const];
  });
  const table: { readonly [name: string]: { readonly source: string } } = horizons;
  const inTable = Object.entries(table).map(([name, { source: _, ...horizon }]) => [name, horizon] as const);
  expect(Object.fromEntries(inTable)).toEqual(Object.fromEntries(inCatalogue));
});
