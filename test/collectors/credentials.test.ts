import { describe, expect, test } from 'vitest';
import { assumedRole, type Credentials, type Role, roleArn } from '../../src/collectors/credentials.ts';
import type { AwsFault, AwsServer } from '../aws/start-aws.ts';
import { recovery, shard, vault } from '../engine/estate.ts';
import { aws, collected } from './collected.ts';

const regions = ['eu-central-1', 'eu-west-1', 'us-east-1'];
const scopes = regions.map((region) => ({ accountId: recovery.accountId, region }));
const shards = [shard({ records: scopes.map((scope) => vault('main', {}, scope)), scopes })];
const caller = '111122223333';
const arn = `arn:aws:iam::${recovery.accountId}:role/reader`;

const requestsOf = ({ requests }: AwsServer, name: string) => requests.filter(({ operation }) => operation === name);
const minutes = (count: number) => count * 60_000;

type Given = Partial<Role> & { readonly actions?: readonly string[]; readonly faults?: readonly AwsFault[] };

/** A role on a server of its own, with a clock that the test sets. */
async function role({ actions = ['backup:ListBackupVaults'], faults = [], ...given }: Given = {}) {
  const server = await aws({ shards, caller, faults });
  const clock = { now: Date.now() };
  const called: string[] = [];
  const provider = assumedRole(
    { arn, accountId: recovery.accountId, externalId: undefined, ...given },
    {
      settings: { version: '1.2.3', callTimeout: 500, maxAttempts: 1 },
      signal: new AbortController().signal,
      timeLimit: 5000,
      region: 'eu-west-1',
      base: async () => ({ accessKeyId: `AKIA${caller}TEST`, secretAccessKey: 'not-a-secret' }),
      actions,
      now: () => clock.now,
      called: (operation) => called.push(operation),
    },
  );
  return { server, clock, called, provider };
}

test('one AssumeRole is enough for all Regions of an account', async () => {
  const server = await aws({ shards, caller });
  const accounts = [{ accountId: recovery.accountId, regions: undefined, role: undefined, externalId: undefined }];
  const { shard: read, tally } = await collected({
    who: { accounts, regions, roleName: 'reader' },
    operations: ['ListBackupVaults'],
  });
  expect(read.records).toHaveLength(3);
  expect(requestsOf(server, 'AssumeRole').map(({ params }) => params.RoleArn)).toEqual([arn]);
  expect(tally.calls.get('AssumeRole')).toBe(1);
  const lists = requestsOf(server, 'ListBackupVaults');
  expect(new Set(lists.map(({ region }) => region))).toEqual(new Set(regions));
  expect(new Set(lists.map(({ accountId }) => accountId))).toEqual(new Set([recovery.accountId]));
});

test('its credentials are of the role’s account, with their end', async () => {
  const { provider } = await role();
  expect(await provider()).toEqual({
    accessKeyId: `ASIA${recovery.accountId}TEST`,
    secretAccessKey: 'not-a-secret',
    sessionToken: 'reader/backuplint',
    accountId: recovery.accountId,
    expiration: expect.any(Date),
  });
});

describe('it is assumed again shortly before it ends, once for all who ask', () => {
  /** The server gives an hour. */
  test.each<[what: string, after: number, times: number]>([
    ['at once', 0, 1],
    ['after half an hour', minutes(30), 1],
    ['six minutes before', minutes(54), 1],
    ['four minutes before', minutes(56), 2],
    ['after its end', minutes(90), 2],
  ])('%s', async (_, after, times) => {
    const { server, clock, called, provider } = await role();
    const first = await Promise.all([provider(), provider(), provider()]);
    expect(new Set(first).size).toBe(1);
    clock.now += after;
    const second = await Promise.all([provider(), provider(), provider()]);
    expect(new Set(second).size).toBe(1);
    expect(first[0] === second[0]).toBe(times === 1);
    expect(requestsOf(server, 'AssumeRole')).toHaveLength(times);
    expect(called).toEqual(Array.from({ length: times }, () => 'AssumeRole'));
  });

  test('and again after that', async () => {
    const { server, clock, provider } = await role();
    const seen: Credentials[] = [];
    for (let hour = 0; hour < 4; hour += 1) {
      seen.push(await provider());
      clock.now += minutes(60);
    }
    // What the server gives ends an hour from the machine's time: each later hour it has ended already.
    expect(requestsOf(server, 'AssumeRole')).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
  });
});

describe('what AssumeRole is asked', () => {
  const actions = ['account:ListRegions', 'backup:ListBackupVaults'];
  const policy =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["account:ListRegions","backup:ListBackupVaults"],"Resource":"*"}]}';
  test.each<[what: string, given: Given, params: object]>([
    [
      'name, external id and what the session is kept to',
      { externalId: 'x-1', actions },
      { RoleArn: arn, RoleSessionName: 'backuplint', ExternalId: 'x-1', Policy: policy },
    ],
    ['no external id', { actions }, { RoleArn: arn, RoleSessionName: 'backuplint', Policy: policy }],
    [
      'no actions: no policy, which would allow nothing',
      { actions: [] },
      { RoleArn: arn, RoleSessionName: 'backuplint' },
    ],
    [
      'more actions than a session policy holds',
      { actions: Array.from({ length: 100 }, (_, index) => `backup:ListSomethingLong${index}`) },
      { RoleArn: arn, RoleSessionName: 'backuplint' },
    ],
  ])('%s', async (_, given, params) => {
    const { server, provider } = await role(given);
    await provider();
    expect(requestsOf(server, 'AssumeRole').map((request) => request.params)).toEqual([params]);
  });

  test('by a client that says who it is', async () => {
    const { server, provider } = await role();
    await provider();
    expect(server.requests[0]).toMatchObject({ service: 'sts', region: 'eu-west-1', accountId: caller });
    expect(server.requests[0]?.userAgent).toContain('backuplint/1.2.3');
  });

  test('in a live reading, the actions of its operations and how Regions stand', async () => {
    const server = await aws({ shards, caller });
    const accounts = [{ accountId: recovery.accountId, regions: undefined, role: undefined, externalId: undefined }];
    await collected({ who: { accounts, roleName: 'reader' }, operations: ['ListCopyJobs', 'GetResources'] });
    const [request] = requestsOf(server, 'AssumeRole');
    expect(JSON.parse(String(request?.params.Policy)).Statement[0].Action).toEqual([
      'backup:ListCopyJobs',
      'tag:GetResources',
      'account:ListRegions',
    ]);
  });
});

test.each<[does: AwsFault['does'], name: string]>([
  ['deny', 'AccessDenied'],
  ['expired', 'ExpiredToken'],
  ['malformed', 'Error'],
])('%s: the failure is told to all who ask, and asked for at most once a minute', async (does, name) => {
  const { server, clock, provider } = await role({ faults: [{ operation: 'AssumeRole', does, times: 2 }] });
  const nameNow = async () => provider().catch((error: Error) => error.name);
  expect(await Promise.all([nameNow(), nameNow()])).toEqual([name, name]);
  clock.now += minutes(1) - 1;
  expect(await nameNow()).toBe(name);
  expect(requestsOf(server, 'AssumeRole')).toHaveLength(1);
  clock.now += 1;
  expect(await nameNow()).toBe(name);
  expect(requestsOf(server, 'AssumeRole')).toHaveLength(2);
  clock.now += minutes(1);
  expect(await provider()).toMatchObject({ accountId: recovery.accountId });
  expect(requestsOf(server, 'AssumeRole')).toHaveLength(3);
});

test('what cannot be renewed is used to its end, and asked for again each minute', async () => {
  const { server, clock, provider } = await role({
    faults: [{ operation: 'AssumeRole', after: 1, times: 3, does: 'deny' }],
  });
  const first = await provider();
  const end = first.expiration?.getTime() ?? 0;
  const tries = () => requestsOf(server, 'AssumeRole').length;
  clock.now = end - minutes(4);
  expect([await provider(), await provider(), tries()]).toEqual([first, first, 2]);
  clock.now = end - minutes(3) - 1;
  expect([await provider(), tries()]).toEqual([first, 2]);
  clock.now = end - minutes(2);
  expect([await provider(), tries()]).toEqual([first, 3]);
  clock.now = end;
  await expect(provider()).rejects.toMatchObject({ name: 'AccessDenied' });
  clock.now = end + minutes(1);
  expect(await provider()).not.toBe(first);
  expect(tries()).toBe(5);
});

test.each([
  ['eu-west-1', 'arn:aws:iam::111122223333:role/reader'],
  ['cn-north-1', 'arn:aws-cn:iam::111122223333:role/reader'],
  ['us-gov-west-1', 'arn:aws-us-gov:iam::111122223333:role/reader'],
  ['us-east-1', 'arn:aws:iam::111122223333:role/reader'],
])('in %s a role is %s', (region, expected) => {
  expect(roleArn(caller, 'reader', region)).toBe(expected);
});
