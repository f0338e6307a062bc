import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadAccountsFile } from '../../src/config/accounts-file.ts';
import { UsageError } from '../../src/errors.ts';

const cwd = mkdtempSync(join(tmpdir(), 'backuplint-accounts-'));
const load = (text: string, roleName?: string) => {
  writeFileSync(join(cwd, 'accounts.json'), text);
  return loadAccountsFile('accounts.json', { cwd, roleName });
};
const one = (members: string) => `{ "accounts": [{ "account_id": "111122223333"${members} }] }`;
const role = 'arn:aws:iam::111122223333:role/ops/backuplint-read';

test('accounts as c7n-org has them; what it says besides is passed over', async () => {
  const text = JSON.stringify({
    vars: { team: 'x' },
    accounts: [
      {
        account_id: '111122223333',
        name: 'prod',
        regions: ['eu-west-1', 'us-gov-east-1'],
        role,
        external_id: 'secret',
        tags: ['type:prod'],
        vars: { a: 1 },
        display_name: 'Production',
        email: 'prod@example.com',
        org_id: 'o-1',
      },
      { account_id: '012345678901', regions: ['all'] },
      { account_id: '444455556666', regions: [] },
    ],
  });
  const bare = { name: undefined, role: undefined, externalId: undefined };
  expect(await load(text, 'backuplint-read')).toEqual([
    { accountId: '111122223333', name: 'prod', regions: ['eu-west-1', 'us-gov-east-1'], role, externalId: 'secret' },
    { ...bare, accountId: '012345678901', regions: 'all' },
    { ...bare, accountId: '444455556666', regions: undefined },
  ]);
});

test('where each account has a role, --role-name is not needed', async () => {
  expect((await load(one(`, "role": "${role}"`))).map((account) => account.role)).toEqual([role]);
});

const roleArn = 'expected the ARN of one role, such as arn:aws:iam::111122223333:role/backuplint-read';

test.each([
  [one(''), '1:18: no role for 111122223333: add "role", or --role-name'],
  ['{ "accounts": [] }', '1:3: must not be empty'],
  ['{}', '1:1: the member "accounts" is missing'],
  [
    '{ "subscriptions": [], "accounts": [] }',
    '1:24: must not be empty\nFILE:1:3: unknown member "subscriptions"; expected one of "accounts", "vars"',
  ],
  ['{ "accounts": [{ "account_id": 111122223333 }] }', '1:18: expected a string, got 111122223333: put it in quotes'],
  ['{ "accounts": [{ "account_id": "1111-2222-3333" }] }', '1:18: expected an account id: 12 digits, in quotes'],
  [one(', "rol": "x"'), '1:48: unknown member "rol"; did you mean "role"?'],
  [one(', "role": "backuplint-read"'), `1:48: ${roleArn}`],
  [one(', "role": ["a", "b"]'), '1:48: expected a string, got ["a","b"]'],
  [one(', "role": "arn:aws:iam::444455556666:role/r"'), '1:48: the role is of another account than 111122223333'],
  [one(', "regions": ["europe"]'), '1:60: expected a Region such as eu-west-1, or all'],
  [one(`, "role": "${role}", "regions": ["all", "eu-west-1"]`), '1:110: "all" stands for every Region: name no other'],
  [`{ "accounts": [ ],,`, '1:19: expected a member name in double quotes (no comma stands before a closing brace)'],
])('refused: %s', async (text, fault) => {
  const file = join(cwd, 'accounts.json');
  const message = `${file}:${fault}`.replace('FILE', file);
  await expect(load(text)).rejects.toThrow(new UsageError(message));
});

test('an account that is there twice is refused at its second place', async () => {
  const text = '{ "accounts": [\n{ "account_id": "111122223333" },\n{ "account_id": "111122223333" }] }';
  const message = `${join(cwd, 'accounts.json')}:3:3: account 111122223333 is there twice`;
  await expect(load(text, 'r')).rejects.toThrow(new UsageError(message));
});

test.each(['accounts.yml', 'Accounts.YAML'])('%s: YAML is refused with the way to JSON', async (path) => {
  const message = `${path}: expected JSON: convert it, e.g. yq -o=json ${path} > accounts.json`;
  await expect(loadAccountsFile(path, { cwd, roleName: 'r' })).rejects.toThrow(new UsageError(message));
});

test('a file that is not there', async () => {
  const read = loadAccountsFile('nowhere.json', { cwd, roleName: 'r' });
  await expect(read).rejects.toThrow(new UsageError(`${join(cwd, 'nowhere.json')}: no such file`));
});
