import { describe, expect, test } from 'vitest';
import { estate, folderWith, runCli } from './run-cli.ts';

const cwd = folderWith({
  'inventory.ndjson': estate(40),
  'denied.ndjson': estate(40, 'denied'),
  'accounts.json': JSON.stringify({
    accounts: [
      { account_id: '111122223333', regions: ['eu-west-1', 'us-east-1'] },
      { account_id: '444455556666', regions: ['all'] },
    ],
  }),
  'scope/backuplint.json': `{
    "extends": ["recommended"],
    "scope": { "regions": ["eu-west-1"], "accounts": ["111122223333", "444455556666"], "roleName": "r" }
  }`,
});
const run = async (flags: string, folder = cwd) => {
  const { code, stdout, stderr } = await runCli(`calls ${flags}`, { cwd: folder });
  expect(code).toBe(0);
  return { stdout, stderr };
};
const json = async (flags: string, folder = cwd) => JSON.parse((await run(`${flags} -q -f json`, folder)).stdout);

describe('calls', () => {
  test('without an inventory: the least of one scope, and what adds to it', async () => {
    expect(await run('--rule BKP102,BKP301')).toEqual({
      stderr: '',
      stdout: `OPERATION                        PER           CALLS  A SECOND   SECONDS  FOR
DescribeRegionSettings           scope         1      4 assumed  0.25     BKP301
ListBackupVaults                 scope         ≥ 2    16         ≥ 0.13   BKP102, BKP301
ListCopyJobs                     scope         ≥ 1    4 assumed  ≥ 0.25   BKP301
ListProtectedResources           scope         ≥ 1    16         ≥ 0.06   BKP301
ListRecoveryPointsByBackupVault  backup vault  ≥ 0    16         ≥ 0      BKP102, BKP301

What is not known yet adds to them:
  ListBackupVaults: 1 for every 1,000 backup vaults, own and shared ones apart, so at least 2 for
    every scope
  ListCopyJobs: 1 for every 1,000 copy jobs, at least 1 for every scope
  ListProtectedResources: 1 for every 1,000 protected resources, at least 1 for every scope
  ListRecoveryPointsByBackupVault: 1 for every 1,000 recovery points, at least 1 for every backup
    vault

Total: at least 5 calls in 1 scope. An inventory, also an old one, tells the rest: --inventory PATH.

Time at 0.8 of AWS's rates: ≥ 0.25 s, that of one scope, where DescribeRegionSettings may make 4
calls a second (all operations together may make 40: 0.13 s).
`,
    });
  });

  test('with one: as many as there were', async () => {
    const { stdout } = await run('--rule BKP102 --inventory inventory.ndjson --rate-share 1');
    expect(stdout).toBe(`OPERATION                        PER           CALLS  A SECOND  SECONDS  FOR
ListBackupVaults                 scope         2      20        0.1      BKP102
ListRecoveryPointsByBackupVault  backup vault  1      20        0.05     BKP102

Total: 3 calls in 1 scope.

Time at 1 of AWS's rates: 0.1 s, that of 111122223333/eu-west-1, where ListBackupVaults may make 20
calls a second (all operations together may make 50: 0.06 s).
`);
  });

  test('names a few of the rules that an operation is for, in JSON all', async () => {
    const some = '--rule BKP102,BKP201,BKP202,BKP204';
    expect((await run(some)).stdout).toMatch(/ListBackupVaults .* BKP102, BKP201 and 2 more\n/);
    const { operations } = JSON.parse((await run(`${some} --format json`)).stdout);
    expect(operations[0].rules).toEqual(['BKP102', 'BKP201', 'BKP202', 'BKP204']);
  });

  test('what the inventory does not hold is no number', async () => {
    const { stdout } = await run('--rule BKP102 --inventory denied.ndjson');
    expect(stdout).toMatch(/^ListRecoveryPointsByBackupVault +backup vault +≥ 1 /m);
    expect(stdout).toContain('Total: at least 3 calls in 1 scope. The inventory does not hold the rest.\n');
  });

  test('a scope that is not known whole may be slower than the slowest known one', async () => {
    const { stdout } = await run('--rule BKP102 --inventory inventory.ndjson --region eu-west-1,us-east-1');
    expect(stdout).toContain("Time at 0.8 of AWS's rates: ≥ 0.13 s, that of 111122223333/eu-west-1, ");
  });

  test('rules that read nothing of their own call nothing', async () => {
    expect((await run('--rule BKP507')).stdout).toBe(
      'nothing is called: the rules in force read nothing of their own\n',
    );
    expect(await json('--rule BKP507')).toMatchObject({
      operations: [],
      total: { calls: 0, atLeast: false, seconds: 0 },
    });
  });

  test('as JSON', async () => {
    expect(await json('--rule BKP102 --inventory inventory.ndjson')).toEqual({
      rateShare: 0.8,
      totalPerSecond: 40,
      total: { calls: 3, atLeast: false, seconds: 0.125 },
      operations: [
        {
          operation: 'ListBackupVaults',
          per: 'scope',
          pageSize: 1000,
          rules: ['BKP102'],
          calls: 2,
          atLeast: false,
          seconds: 0.125,
          callsPerSecond: 16,
          isAssumed: false,
        },
        {
          operation: 'ListRecoveryPointsByBackupVault',
          per: 'backupVault',
          pageSize: 1000,
          rules: ['BKP102'],
          calls: 1,
          atLeast: false,
          seconds: 0.063,
          callsPerSecond: 16,
          isAssumed: false,
        },
      ],
      scopes: [
        {
          accountId: '111122223333',
          region: 'eu-west-1',
          calls: 3,
          atLeast: false,
          seconds: 0.125,
          boundBy: 'ListBackupVaults',
          secondsAtTotalRate: 0.075,
        },
      ],
    });
  });
});

describe('the scopes that are counted', () => {
  const own = '111122223333/eu-west-1';
  test.each<[string, readonly string[]]>([
    ['', ['null/null']],
    ['--region eu-west-1,us-east-1', ['null/eu-west-1', 'null/us-east-1']],
    ['--account 111122223333', ['111122223333/null']],
    ['--account 111122223333,444455556666 --role-name r --region eu-west-1', [own, '444455556666/eu-west-1']],
    ['--accounts-file accounts.json --role-name r', [own, '111122223333/us-east-1', '444455556666/null']],
    ['--org --role-name r --region all', ['null/null']],
    ['--inventory inventory.ndjson', [own]],
    ['--inventory inventory.ndjson --region all', [own]],
    ['--inventory inventory.ndjson --region eu-west-1,us-east-1', [own, '111122223333/us-east-1']],
    ['--inventory inventory.ndjson --account 444455556666', ['444455556666/eu-west-1']],
  ])('%s', async (flags, expected) => {
    const { scopes, total } = await json(`--rule BKP102 ${flags}`);
    const names = scopes.map((each: { accountId: string; region: string }) => `${each.accountId}/${each.region}`);
    expect(names).toEqual(expected);
    expect(total.calls).toBe(expected.length * 2 + (flags.includes('inventory') && expected[0] === own ? 1 : 0));
  });

  test('those of the config', async () => {
    const { scopes } = await json('--rule BKP102', `${cwd}/scope`);
    expect(scopes.map(({ accountId }: { accountId: string }) => accountId)).toEqual(['111122223333', '444455556666']);
  });

  test.each([
    ['--region all', 'how many Regions --region all finds, AWS alone knows: one is counted\n'],
    [
      '--org --role-name r --inventory inventory.ndjson',
      'how many accounts --org finds, AWS alone knows: those of the inventory are counted\n',
    ],
    ['--filter ByResourceType=EBS', '--filter is not counted: it may make the lists shorter\n'],
  ])('what nobody can count is said: %s', async (flags, note) => {
    expect((await run(flags)).stderr).toBe(note);
  });
});

test.each([
  ['--rate-share 2', '--rate-share 2: expected a number from 0.02 to 1'],
  ['-f csv', 'unknown format of calls "csv"; expected one of "pretty", "json"'],
  ['--fail-on high', '--fail-on is no flag of calls'],
  ['--inventory nowhere', 'nowhere: no such file or folder'],
  ['--accounts-file accounts.json', 'accounts.json:1:15: no role for 111122223333: add "role", or --role-name'],
])('%s is refused', async (flags, message) => {
  const { code, stdout, stderr } = await runCli(`calls ${flags}`, { cwd });
  expect(stderr).toContain(`error: ${message}`);
  expect([code, stdout]).toEqual([2, '']);
});
