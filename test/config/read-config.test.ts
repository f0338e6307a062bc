import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { loadConfig } from './load-config.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backuplint-'));
  await mkdir(join(folder, 'sub'));
});
afterAll(() => rm(folder, { recursive: true }));

const whole = `{
  // Presets, then what differs.
  "$schema": "./schemas/config.schema.json",
  "extends": ["recommended"],
  "rules": { "air-gapped-copy": { "severity": "critical", "parameters": { "maxAgeDays": 3 } }, "BKP113": "off", "BKP102": "low" },
  "ruleFiles": ["backup-rules/*.json", "../x.json"],
  "resourceTypes": { "FSx": { "airGappedVault": true, "restoreTesting": false } },
  "scope": { "regions": ["eu-west-1"], "accounts": ["111122223333"], "roleName": "backuplint-read", "copyAccounts": ["444455556666"] },
  "failOn": "never",
  "category": "nightly",
  "accountAliases": { "111122223333": "prod" },
  "maxWaiverDays": 90,
}
`;

const load = async (text: string) => {
  await writeFile(join(folder, 'sub', 'c.json'), text);
  return loadConfig('sub/c.json', folder);
};

test('every member, comments and a trailing comma; rule files are relative to its folder', async () => {
  const config = await load(whole);
  expect(config).toMatchObject({
    layers: [
      {
        presets: [{ name: 'recommended', at: '/extends/0' }],
        rules: {
          'air-gapped-copy': { severity: 'critical', parameters: { maxAgeDays: 3 } },
          BKP113: 'off',
          BKP102: 'low',
        },
      },
    ],
    ruleFiles: [join(folder, 'sub/backup-rules/*.json'), join(folder, 'x.json')],
    resourceTypes: { FSx: { airGappedVault: true, restoreTesting: false } },
    scope: {
      regions: ['eu-west-1'],
      accounts: ['111122223333'],
      roleName: 'backuplint-read',
      copyAccounts: ['444455556666'],
    },
    failOn: 'never',
    category: 'nightly',
    accountAliases: { '111122223333': 'prod' },
    maxWaiverDays: 90,
    file: join(folder, 'sub/c.json'),
  });
  expect(config?.placeOf('/rules/BKP113')).toMatchObject({
    file: join(folder, 'sub/c.json'),
    region: { startLine: 5, startColumn: 96, endLine: 5, endColumn: 111 },
  });
});

test('backuplint.json of the working directory, where there is one', async () => {
  expect(await loadConfig(undefined, folder)).toBeUndefined();
  await writeFile(join(folder, 'backuplint.json'), '{}');
  expect((await loadConfig(undefined, folder))?.file).toBe(join(folder, 'backuplint.json'));
  expect(await loadConfig(undefined, join(folder, 'sub'))).toBeUndefined();
});

test('a config that is named must be there', async () => {
  const message = 'nowhere.json: no such config file; name one that exists with --config';
  await expect(loadConfig('nowhere.json', folder)).rejects.toThrow(new UsageError(message));
});

const entry =
  'expected "off", a severity (critical, high, medium, low, info), or { severity?, parameters?, overrides? }';

test.each([
  ['{ "extend": [] }', '1:3: unknown member "extend"; did you mean "extends"?'],
  ['{ "extends": "recommended" }', '1:3: expected a list, got "recommended"'],
  [
    '{ "rules": { "BKP102": "hihg" } }',
    `1:14: ${'expected one of "off", "critical", "high", "medium", "low", "info", got "hihg"; did you mean "high"?'}`,
  ],
  ['{ "rules": { "BKP102": 1 } }', `1:14: ${entry}`],
  [
    '{ "rules": { "BKP102": { "params": {} } } }',
    '1:26: unknown member "params"; expected one of "severity", "parameters", "overrides"',
  ],
  [
    '{ "rules": { "BKP102": { "severity": "off" } } }',
    '1:26: expected one of "critical", "high", "medium", "low", "info", got "off"',
  ],
  [
    '{ "resourceTypes": { "FSx": { "airGapedVault": true } } }',
    '1:31: unknown member "airGapedVault"; did you mean "airGappedVault"?',
  ],
  ['{ "resourceTypes": { "FSx": { "airGappedVault": "yes" } } }', '1:31: expected true or false, got "yes"'],
  ['{ "scope": { "copyAccounts": [444455556666] } }', '1:31: expected a string, got 444455556666: put it in quotes'],
  ['{ "scope": { "copyAccounts": ["4444-5555-6666"] } }', '1:31: expected an account id: 12 digits, in quotes'],
  [
    '{ "failOn": "medum" }',
    '1:3: expected one of "critical", "high", "medium", "low", "info", "never", got "medum"; did you mean "medium"?',
  ],
  ['{ "category": "" }', '1:3: must not be empty'],
  [
    '{ "rules": { "a": { "overrides": [{ "match": { "account": "1111*" }, "parameters": {} }] } } }',
    '1:48: unknown member "account"; did you mean "accountId"?',
  ],
  [
    '{ "rules": { "a": { "overrides": [{ "match": { "accountId": [] }, "parameters": {} }] } } }',
    '1:48: must not be empty',
  ],
  [
    '{ "rules": { "a": { "overrides": [{ "match": { "tags": { "tier": true } }, "parameters": {} }] } } }',
    '1:58: expected a pattern, or a list of patterns',
  ],
  [
    '{ "rules": { "a": { "overrides": [{ "match": { "region": "*" } }] } } }',
    '1:35: the member "parameters" is missing',
  ],
  ['{ "accountAliases": { "prod": "111122223333" } }', '1:23: expected an account id: 12 digits'],
  ['{ "maxWaiverDays": 0 }', '1:3: expected at least 1, got 0'],
  ['{ "maxWaiverDays": 1.5 }', '1:3: expected a whole number, got 1.5'],
  ['{ "failOn": "low", "failOn": "high" }', '1:20: the member "failOn" is there twice: remove one'],
  ['{ "failOn": }', '1:13: expected a value (no comma stands before a closing bracket)'],
  ['[]', '1:1: expected an object, got []'],
])('refused: %s', async (text, fault) => {
  await expect(load(text)).rejects.toThrow(new UsageError(`${join(folder, 'sub/c.json')}:${fault}`));
});
