import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/catalogue/operations.ts';
import type { NamedAccount } from '../../src/collectors/accounts.ts';
import { openCollection } from '../../src/collectors/collect.ts';
import type { Scope } from '../../src/inventory/record.ts';
import { scopeId } from '../../src/inventory/scope.ts';
import type { AwsOptions } from '../aws/start-aws.ts';
import { home, outside, recovery, shard, vault } from '../engine/estate.ts';
import { aws, collected, options, type Wish } from './collected.ts';

const ids = [home, recovery, outside].map(({ accountId }) => accountId);
const records = [home, recovery, outside].map((scope) => vault('main', {}, scope));

const start = (others: Partial<AwsOptions> = {}) => aws({ shards: [shard({ records })], ...others });
const named = (accountId: string, others: Partial<NamedAccount> = {}): NamedAccount => ({
  accountId,
  regions: undefined,
  role: undefined,
  externalId: undefined,
  ...others,
});

const operations: readonly Operation[] = ['ListBackupVaults'];
type Who = NonNullable<Wish['who']>;
const scopesOf = async (wish: Wish) => (await openCollection(options({ operations, ...wish }))).scopes.map(scopeId);

/** What was read of each scope, and how. */
async function linesOf(wish: Wish): Promise<readonly string[]> {
  const { shard: read, whole } = await collected({ operations, ...wish });
  expect(whole).toBe(true);
  return read.coverage.map((line) => `${scopeId(line)} ${line.operation} ${line.status}`).sort();
}

const roleName = 'reader';

describe('which scopes are read', () => {
  const optIns = {
    'us-east-1': 'ENABLED_BY_DEFAULT',
    'eu-west-1': 'ENABLED_BY_DEFAULT',
    'eu-south-1': 'ENABLED',
    'af-south-1': 'DISABLED',
    'ap-east-1': 'DISABLING',
    'me-south-1': 'ENABLING',
  };
  const organization = [
    { id: outside.accountId },
    { id: home.accountId },
    { id: recovery.accountId, state: 'SUSPENDED' },
    { id: '888888888888', state: 'PENDING_CLOSURE' },
  ];
  test.each<[what: string, aws: Partial<AwsOptions>, who: Who, scopes: readonly string[]]>([
    ['the caller’s own account', {}, {}, ['111122223333/eu-west-1']],
    [
      'in the Regions named, sorted',
      {},
      { regions: ['us-east-1', 'eu-west-1'] },
      ['111122223333/eu-west-1', '111122223333/us-east-1'],
    ],
    [
      'all: the Regions that are enabled, no others',
      { regions: optIns },
      { regions: 'all' },
      ['111122223333/eu-south-1', '111122223333/eu-west-1', '111122223333/us-east-1'],
    ],
    [
      'all, through a role',
      { regions: optIns },
      { regions: 'all', accounts: [named(recovery.accountId)], roleName },
      ['444455556666/eu-south-1', '444455556666/eu-west-1', '444455556666/us-east-1'],
    ],
    [
      'the own account by its id, without a role',
      {},
      { accounts: [named(home.accountId)] },
      ['111122223333/eu-west-1'],
    ],
    [
      'named accounts',
      {},
      { accounts: ids.map((id) => named(id)), roleName },
      ['111122223333/eu-west-1', '444455556666/eu-west-1', '777788889999/eu-west-1'],
    ],
    [
      'each with Regions of its own',
      { regions: optIns },
      {
        accounts: [named(home.accountId, { regions: 'all' }), named(recovery.accountId, { regions: ['eu-west-3'] })],
        roleName,
      },
      ['111122223333/eu-south-1', '111122223333/eu-west-1', '111122223333/us-east-1', '444455556666/eu-west-3'],
    ],
    [
      'the active accounts of the organization',
      { organization },
      { accounts: 'organization', roleName },
      ['111122223333/eu-west-1', '777788889999/eu-west-1'],
    ],
  ])('%s', async (_, server, who, scopes) => {
    await start(server);
    expect(await scopesOf({ who })).toEqual(scopes);
  });
});

describe('as whom they are read', () => {
  test('the caller itself in its own account, through a role of the name in others', async () => {
    const server = await start();
    await linesOf({ who: { accounts: ids.map((id) => named(id)), roleName, externalId: 'x-1' } });
    const assumed = server.requests.filter(({ operation }) => operation === 'AssumeRole');
    expect(assumed.map(({ params }) => [params.RoleArn, params.ExternalId]).sort()).toEqual([
      ['arn:aws:iam::444455556666:role/reader', 'x-1'],
      ['arn:aws:iam::777788889999:role/reader', 'x-1'],
    ]);
    const readers = server.requests.filter(({ operation }) => operation === 'ListBackupVaults');
    expect(new Set(readers.map(({ accountId }) => accountId))).toEqual(new Set(ids));
  });

  test('an account’s own role and external id go before those for all', async () => {
    const server = await start();
    const role = 'arn:aws:iam::444455556666:role/path/special';
    await linesOf({
      who: { accounts: [named(recovery.accountId, { role, externalId: 'y' })], roleName, externalId: 'x' },
    });
    const assumed = server.requests.filter(({ operation }) => operation === 'AssumeRole');
    expect(assumed.map(({ params }) => [params.RoleArn, params.ExternalId])).toEqual([[role, 'y']]);
  });
});

const scopeLine = ({ accountId }: Scope, operation: string, status: string) =>
  `${accountId}/eu-west-1 ${operation} ${status}`;

describe('an account that cannot be read is a gap, and the others are read', () => {
  const accounts = ids.map((id) => named(id));
  test.each<[what: string, server: Partial<AwsOptions>, who: Who, lines: readonly string[]]>([
    [
      'a role that is not there, in each of its Regions',
      { roles: [{ accountId: outside.accountId, name: roleName }] },
      { regions: ['eu-west-1', 'us-east-1'] },
      [
        '111122223333/eu-west-1 ListBackupVaults ok',
        '111122223333/us-east-1 ListBackupVaults ok',
        '444455556666/eu-west-1 * denied',
        '444455556666/us-east-1 * denied',
        '777788889999/eu-west-1 ListBackupVaults ok',
        '777788889999/us-east-1 ListBackupVaults ok',
      ],
    ],
    [
      'another external id',
      { roles: [recovery, outside].map(({ accountId }) => ({ accountId, name: roleName, externalId: 'x-1' })) },
      { externalId: 'x-2' },
      [
        scopeLine(home, 'ListBackupVaults', 'ok'),
        scopeLine(recovery, '*', 'denied'),
        scopeLine(outside, '*', 'denied'),
      ],
    ],
    [
      'its Regions denied, where all were wished for',
      { faults: [{ operation: 'ListRegions', accountId: recovery.accountId, does: 'deny' }] },
      { regions: 'all' },
      [
        scopeLine(home, 'ListBackupVaults', 'ok'),
        scopeLine(recovery, '*', 'denied'),
        scopeLine(outside, 'ListBackupVaults', 'ok'),
      ],
    ],
    [
      'STS that answers with a page of a proxy',
      { faults: [{ operation: 'AssumeRole', does: 'html' }] },
      {},
      [
        scopeLine(home, 'ListBackupVaults', 'ok'),
        scopeLine(recovery, '*', 'failed'),
        scopeLine(outside, '*', 'failed'),
      ],
    ],
  ])('%s', async (_, server, who, lines) => {
    await start(server);
    expect(await linesOf({ who: { accounts, roleName, ...who } })).toEqual(lines);
  });
});
