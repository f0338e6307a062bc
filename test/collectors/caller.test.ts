import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Operation } from '../../src/catalogue/operations.ts';
import { openCollection } from '../../src/collectors/collect.ts';
import type { AwsRecord } from '../../src/inventory/record.ts';
import type { AwsFault, AwsServer } from '../aws/start-aws.ts';
import { airGapped, home, recovery, restoreAccess, shard, vault } from '../engine/estate.ts';
import { messageOf } from '../inventory/inventory-text.ts';
import { aws, collected, options, type Wish } from './collected.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const start = (records: readonly AwsRecord[] = [vault('main')], faults: readonly AwsFault[] = []) =>
  aws({ shards: [shard({ records, scopes: [home, recovery] })], faults });
const operations: readonly Operation[] = ['ListBackupVaults'];
type Who = NonNullable<Wish['who']>;
const callsOf = ({ requests }: AwsServer) => requests.map(({ operation }) => operation);
const own = [{ accountId: home.accountId, regions: undefined, role: undefined, externalId: undefined }];
const other = [{ accountId: recovery.accountId, regions: undefined, role: undefined, externalId: undefined }];

/** Own vaults, and those shared with the account. */
const twoLists = ['ListBackupVaults', 'ListBackupVaults'];

describe('whose the credentials are', () => {
  test.each<[what: string, records: readonly AwsRecord[], wish: Wish, calls: readonly string[]]>([
    ['the first own vault tells, and is not listed again', [vault('main')], {}, twoLists],
    ['a restore access vault as well', [vault('r', { VaultType: restoreAccess })], {}, twoLists],
    [
      'not an air-gapped one, which may be another account’s',
      [vault('escrow', { VaultType: airGapped })],
      {},
      ['ListBackupVaults', 'GetCallerIdentity', 'ListBackupVaults'],
    ],
    [
      'but one after it',
      [vault('escrow', { VaultType: airGapped }), vault('main', { VaultType: 'BACKUP_VAULT' })],
      {},
      twoLists,
    ],
    ['no vault: STS', [], {}, ['ListBackupVaults', 'GetCallerIdentity', 'ListBackupVaults']],
    [
      'where no rule needs the vaults, they are not listed',
      [vault('main')],
      { operations: ['ListCopyJobs'] },
      ['GetCallerIdentity', 'ListCopyJobs'],
    ],
    ['an account by its id: its vault confirms it', [vault('main')], { who: { accounts: own } }, twoLists],
  ])('%s', async (_, records, wish, calls) => {
    const server = await start(records);
    const { shard: read, tally } = await collected({ operations, ...wish });
    expect(read.scopes).toEqual([home]);
    expect(callsOf(server)).toEqual(calls);
    expect([...tally.calls.values()].reduce((sum, count) => sum + count, 0)).toBe(calls.length);
    if (wish.operations === undefined) expect(read.records).toHaveLength(records.length);
  });

  test('AWS_ACCOUNT_ID tells, and nobody is asked', async () => {
    const server = await start();
    vi.stubEnv('AWS_ACCOUNT_ID', home.accountId);
    const { scopes } = await openCollection(options({ operations }));
    expect(scopes).toEqual([home]);
    expect(server.requests).toEqual([]);
    await collected({ operations });
    expect(callsOf(server)).toEqual(twoLists);
  });

  test('where vaults may not be listed, STS tells, and the list is a gap', async () => {
    const server = await start([vault('main')], [{ operation: 'ListBackupVaults', does: 'deny' }]);
    const { shard: read } = await collected({ operations });
    expect(callsOf(server)).toEqual(['ListBackupVaults', 'GetCallerIdentity', 'ListBackupVaults']);
    expect(read.coverage).toMatchObject([{ ...home, operation: 'ListBackupVaults', status: 'denied' }]);
  });

  test('a Region that is turned off is no fault of the credentials', async () => {
    await aws({
      shards: [shard({ records: [vault('main')] })],
      regions: { 'af-south-1': 'DISABLED', 'eu-west-1': 'ENABLED_BY_DEFAULT' },
      faults: [{ region: 'af-south-1', does: 'optedOut' }],
    });
    const { shard: read } = await collected({ operations, who: { regions: ['af-south-1', 'eu-west-1'] } });
    expect(read.coverage.map(({ region, status }) => `${region} ${status}`).sort()).toEqual([
      'af-south-1 notAvailable',
      'eu-west-1 ok',
    ]);
    expect(read.records).toHaveLength(1);
  });

  test('keys that AWS does not know are', async () => {
    await start([vault('main')], [{ does: 'optedOut' }]);
    expect(await messageOf(openCollection(options({ operations })))).toMatch(
      /^the AWS credentials cannot be used \(InvalidClientTokenId: /,
    );
  });

  test('where nobody tells, the user is asked to', async () => {
    await start([], [{ operation: 'GetCallerIdentity', does: 'fail' }]);
    const message = await messageOf(openCollection(options({ operations })));
    expect(message).toMatch(/^cannot tell whose account this is \(sts:GetCallerIdentity: InternalFailure: /);
    expect(message).toMatch(/; name it with --account or AWS_ACCOUNT_ID$/);
  });

  test('where nobody tells, an account by its id is taken for what the user says', async () => {
    await start([], [{ operation: 'GetCallerIdentity', does: 'fail' }]);
    const { scopes } = await openCollection(options({ operations, who: { accounts: own } }));
    expect(scopes).toEqual([home]);
  });
});

describe('credentials of another account than the one named', () => {
  test.each<[what: string, records: readonly AwsRecord[], accountId: string | undefined]>([
    ['as they say themselves', [], home.accountId],
    ['as its vault says', [vault('main')], undefined],
    ['as STS says', [], undefined],
  ])('%s', async (_, records, accountId) => {
    await start(records);
    vi.stubEnv('AWS_ACCOUNT_ID', accountId);
    expect(await messageOf(openCollection(options({ operations, who: { accounts: other } })))).toBe(
      'the credentials are of account 111122223333, not 444455556666: give --role-name to read it through a role',
    );
  });
});

const expired: readonly AwsFault[] = [{ does: 'expired' }];
const setKeys = ['AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'aws configure list-profiles'];

describe('credentials that do not do are a usage error that says what to do', () => {
  const whos: readonly [what: string, who: Who][] = [
    ['own account', {}],
    ['own account by its id', { accounts: own }],
    ['accounts through a role', { accounts: [...own, ...other], roleName: 'reader' }],
    ['an organization', { accounts: 'organization', roleName: 'reader' }],
  ];

  test.each(whos)('expired: %s', async (_, who) => {
    await start([vault('main')], expired);
    const message = await messageOf(openCollection(options({ operations, who })));
    expect(message).toMatch(
      /^the AWS credentials have expired \(ExpiredToken\w*: .* is expired\); run `aws sso login`, /,
    );
    for (const part of setKeys) expect(message).toContain(part);
  });

  test.each(whos)('of a profile: %s', async (_, who) => {
    await start([vault('main')], expired);
    const message = await messageOf(openCollection(options({ operations, who: { ...who, profile: 'audit' } })));
    expect(message).toMatch(/^the AWS credentials of the profile "audit" have expired /);
    expect(message).toContain('run `aws sso login --profile audit`');
  });

  test.each(whos)('none at all: %s', async (_, who) => {
    await start();
    const folder = mkdtempSync(join(tmpdir(), 'no-credentials-'));
    vi.stubEnv('HOME', folder);
    for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) vi.stubEnv(name, join(folder, 'none'));
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
    const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_ACCOUNT_ID'];
    for (const name of names) vi.stubEnv(name, undefined);
    const message = await messageOf(openCollection(options({ operations, who })));
    expect(message).toMatch(
      /^the AWS credentials cannot be used \(CredentialsProviderError: .*\); run `aws sso login`, /,
    );
    for (const part of setKeys) expect(message).toContain(part);
  });
});
