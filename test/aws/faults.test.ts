import * as sdk from '@aws-sdk/client-backup';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { everyKind, here, other, record, shardOf, vault } from './every-kind.ts';
import { clients, failureOf, keysOf, served } from './served.ts';
import type { AwsFault } from './start-aws.ts';

const vaults = shardOf(
  ['a', 'b', 'c'].map((name) =>
    record('backupVault', { ...vault, BackupVaultName: name, BackupVaultArn: `${vault.BackupVaultArn}${name}` }),
  ),
);
const withFaults = async (...faults: readonly AwsFault[]) => {
  const server = await served({ shards: [vaults], faults });
  return { server, ...clients(server) };
};
const list = (client: sdk.BackupClient, input: sdk.ListBackupVaultsCommandInput = {}, patience = 10_000) =>
  client.send(new sdk.ListBackupVaultsCommand(input), {
    requestTimeout: patience,
    abortSignal: AbortSignal.timeout(patience),
  });

test.each<[does: AwsFault['does'], failure: object, status: number]>([
  [
    'deny',
    {
      name: 'AccessDeniedException',
      status: 403,
      message: expect.stringContaining('because no identity-based policy allows the backup:ListBackupVaults action'),
    },
    403,
  ],
  [
    'scp',
    {
      name: 'AccessDeniedException',
      status: 403,
      message: expect.stringContaining('explicit deny in a service control policy'),
    },
    403,
  ],
  ['throttle', { name: 'ThrottlingException', status: 429, message: 'Rate exceeded' }, 429],
  ['fail', { name: 'InternalFailure', status: 500 }, 500],
  ['notFound', { name: 'ResourceNotFoundException', status: 400 }, 400],
  [
    'optedOut',
    {
      name: 'UnrecognizedClientException',
      status: 403,
      message: 'The security token included in the request is invalid.',
    },
    403,
  ],
  ['expired', { name: 'ExpiredTokenException', status: 403 }, 403],
  ['hang', { name: 'AbortError' }, 0],
  ['reset', { message: expect.stringMatching(/socket hang up|ECONNRESET/) }, 0],
  ['cutBody', { message: expect.stringMatching(/aborted|ECONNRESET/) }, 0],
  ['html', { name: 'SyntaxError' }, 200],
  ['badJson', { name: 'SyntaxError' }, 200],
])('%s fails a list', async (does, failure, status) => {
  const { server, backup } = await withFaults({ does });
  expect(await failureOf(list(backup, {}, does === 'hang' ? 300 : undefined))).toMatchObject(failure);
  expect(server.requests).toMatchObject([{ operation: 'ListBackupVaults', status }]);
});

/** The pages that a client reads before it gives up, and their tokens. */
test.each<[does: AwsFault['does'], names: string, isTokenNew: boolean]>([
  ['repeatToken', 'aaa', false],
  ['freshTokens', 'aaa', true],
  ['emptyPages', '', true],
])('%s never ends', async (does, names, isTokenNew) => {
  const { backup } = await withFaults({ does });
  const tokens: (string | undefined)[] = [];
  let seen = '';
  for (let NextToken: string | undefined, page = 0; page < 3; page += 1) {
    const answer = await list(backup, { MaxResults: 1, ...(NextToken === undefined ? {} : { NextToken }) });
    seen += (answer.BackupVaultList ?? []).map(({ BackupVaultName }) => BackupVaultName).join('');
    NextToken = answer.NextToken;
    tokens.push(NextToken);
  }
  expect(seen).toBe(names);
  expect(tokens).not.toContain(undefined);
  expect(new Set(tokens).size).toBe(isTokenNew ? 3 : 1);
});

test.each<[does: AwsFault['does'], body: string]>([
  ['malformed', '{"BackupVaultList":"none"}'],
  ['malformedItem', '{"BackupVaultList":[42]}'],
])('%s is JSON of another shape', async (does, body) => {
  const { server } = await withFaults({ does });
  const authorization = 'AWS4-HMAC-SHA256 Credential=AKIA111122223333TEST/20261120/eu-west-1/backup/aws4_request';
  const response = await fetch(`${server.url}/backup-vaults/`, { headers: { authorization } });
  expect([response.status, await response.text()]).toEqual([200, body]);
});

test('malformed makes every member of a description a list of lists', async () => {
  const server = await served({ shards: [everyKind], faults: [{ does: 'malformed' }] });
  const call = clients(server).backup.send(
    new sdk.DescribeBackupVaultCommand({ BackupVaultName: vault.BackupVaultName }),
  );
  await expect(call).rejects.toThrow(TypeError);
});

async function outcomes(calls: readonly (() => Promise<unknown>)[]): Promise<string> {
  let text = '';
  for (const call of calls) {
    text += await call().then(
      () => '.',
      () => 'x',
    );
  }
  return text;
}

test.each<[fault: Omit<AwsFault, 'does'>, outcomes: string]>([
  [{}, 'xxxxxx'],
  [{ times: 2 }, 'xx....'],
  [{ after: 3 }, '...xxx'],
  [{ after: 1, times: 2 }, '.xx...'],
  [{ operation: 'ListBackupVaults' }, 'xx..x.'],
  [{ operation: 'ListBackupVaults', after: 1, times: 1 }, '.x....'],
  [{ accountId: other.accountId }, '....x.'],
  [{ region: 'us-east-1' }, '.....x'],
  [{ resource: 'b' }, '..x...'],
  [{ operation: 'GetBackupPlan' }, '......'],
])('%o hits %s', async (fault, expected) => {
  const server = await served({ shards: [vaults], faults: [{ ...fault, does: 'fail' }] });
  const { backup } = clients(server);
  const describeVault = (BackupVaultName: string) =>
    backup.send(new sdk.DescribeBackupVaultCommand({ BackupVaultName }));
  const calls = [
    () => list(backup),
    () => list(backup),
    () => describeVault('b'),
    () => describeVault('c'),
    () => list(clients(server, here.region, keysOf(other.accountId)).backup),
    () => clients(server, 'us-east-1').backup.send(new sdk.ListCopyJobsCommand({})),
  ];
  expect(await outcomes(calls)).toBe(expected);
});

test.each<[does: AwsFault['does'], name: string]>([
  ['deny', 'AccessDenied'],
  ['throttle', 'Throttling'],
  ['expired', 'ExpiredToken'],
])('STS says %s in XML: %s', async (does, name) => {
  const { sts } = await withFaults({ does });
  expect(await failureOf(sts.send(new GetCallerIdentityCommand({})))).toMatchObject({ name });
});

test('latency delays each answer, and calls wait side by side', async () => {
  const server = await served({ shards: [vaults], latencyMs: 60 });
  const { backup } = clients(server);
  const began = performance.now();
  await Promise.all([list(backup), list(backup), list(backup)]);
  expect(performance.now() - began).toBeGreaterThanOrEqual(59);
  expect(server.peak).toBe(3);
});
