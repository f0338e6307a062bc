import { expect, test } from 'vitest';
import { estate, folderWith, runCli } from './run-cli.ts';

const scope = { accountId: '111122223333', region: 'eu-west-1' };
const asOf = '2026-11-20T06:00:00.000Z';

/** The same reading goes on: shards of one moment are parts of one. */
const settings = [
  { kind: 'inventory', schemaVersion: 1, generator: 'backuplint/0.1.0', asOf, scopes: [scope] },
  {
    kind: 'regionSettings',
    ...scope,
    ResourceTypeOptInPreference: { 'Q Ledger': false, EBS: true, MemoryDB: true, S3: false },
    ResourceTypeManagementPreference: {},
  },
  { kind: 'end', records: 1 },
];

const cwd = folderWith({
  'estate.ndjson': estate(40) + settings.map((line) => `${JSON.stringify(line)}\n`).join(''),
  'knows.json': '{ "resourceTypes": { "MemoryDB": { "airGappedVault": false }, "Q Ledger": {} } }',
});

test.each([
  ['', 'MemoryDB, Q Ledger'],
  [' -c knows.json', undefined],
  [' -q', undefined],
])('types that AWS has and the table does not are named on stderr%s', async (flags, named) => {
  const { code, stderr } = await runCli(`scan --inventory estate.ndjson --rule BKP102${flags}`, { cwd });
  const note =
    named &&
    `AWS names resource types that this version does not know: ${named}; what they can do is unknown, unless "resourceTypes" in the config says it\n`;
  expect({ code, stderr }).toEqual({ code: 0, stderr: note ?? '' });
});
