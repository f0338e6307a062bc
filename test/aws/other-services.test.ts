import { ListRegionsCommand, paginateListRegions } from '@aws-sdk/client-account';
import { DescribeGlobalSettingsCommand } from '@aws-sdk/client-backup';
import { DescribeOrganizationCommand, ListAccountsCommand, paginateListAccounts } from '@aws-sdk/client-organizations';
import { GetResourcesCommand, paginateGetResources, type TagFilter } from '@aws-sdk/client-resource-groups-tagging-api';
import { AssumeRoleCommand, type AssumeRoleCommandInput, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { everyKind, here, other, record, shardOf } from './every-kind.ts';
import { clients, failureOf, type Keys, keysOf, served } from './served.ts';
import type { AwsRole } from './start-aws.ts';

const shards = [everyKind];
const role = (accountId: string, name = 'audit') => `arn:aws:iam::${accountId}:role/${name}`;
const ask = (RoleArn: string, ExternalId?: string): AssumeRoleCommandInput => ({
  ...{ RoleArn, RoleSessionName: 'session' },
  ...(ExternalId === undefined ? {} : { ExternalId }),
});

test('the caller is who the environment says', async () => {
  const { sts } = clients(await served({ shards, caller: other.accountId }));
  expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: other.accountId,
    Arn: `arn:aws:iam::${other.accountId}:user/backuplint`,
  });
});

test('an assumed role calls as its own account', async () => {
  const server = await served({ shards });
  const { sts } = clients(server);
  const { Credentials, AssumedRoleUser } = await sts.send(new AssumeRoleCommand(ask(role(other.accountId))));
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = Credentials ?? {};
  const keys: Keys = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  const identity = await clients(server, 'eu-west-1', keys).sts.send(new GetCallerIdentityCommand({}));
  const arn = `arn:aws:sts::${other.accountId}:assumed-role/audit/session`;
  expect([AssumedRoleUser?.Arn, identity.Arn, identity.Account]).toEqual([arn, arn, other.accountId]);
  expect(Expiration?.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
  expect(server.requests.map(({ accountId }) => accountId)).toEqual([here.accountId, other.accountId]);
});

const roles: readonly AwsRole[] = [
  { accountId: other.accountId, name: 'audit' },
  { accountId: here.accountId, name: 'guarded', externalId: 'x-1' },
];
test.each<[string, AssumeRoleCommandInput, readonly AwsRole[] | undefined, isAssumed: boolean]>([
  ['any role by default', ask(role(other.accountId, 'anything')), undefined, true],
  ['no role of an account that there is not', ask(role('999999999999')), undefined, false],
  ['a role in the list', ask(role(other.accountId)), roles, true],
  ['a role with a path', ask(role(other.accountId, 'path/audit')), roles, true],
  ['a role that is not in the list', ask(role(other.accountId, 'nobody')), roles, false],
  ['a role of that name elsewhere', ask(role(here.accountId)), roles, false],
  ['with the external id', ask(role(here.accountId, 'guarded'), 'x-1'), roles, true],
  ['with another external id', ask(role(here.accountId, 'guarded'), 'x-2'), roles, false],
  ['without an external id', ask(role(here.accountId, 'guarded')), roles, false],
])('assumes %s', async (_, input, given, isAssumed) => {
  const { sts } = clients(await served({ shards, ...(given && { roles: given }) }));
  const call = sts.send(new AssumeRoleCommand(input));
  if (isAssumed) expect((await call).Credentials?.SessionToken).toContain('/session');
  else expect(await failureOf(call)).toMatchObject({ name: 'AccessDenied', status: 403 });
});

const many = Array.from({ length: 45 }, (_, i) => ({
  id: String(100_000_000_000 + i),
  state: i === 7 ? 'SUSPENDED' : 'ACTIVE',
}));

test('accounts come twenty a page, with State and no Status', async () => {
  const { organizations } = clients(await served({ shards, organization: many }));
  const pages = [];
  for await (const { Accounts = [] } of paginateListAccounts({ client: organizations }, {})) pages.push(Accounts);
  expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
  expect(pages.flat().map(({ Id, State, Status }) => [Id, State, Status])).toEqual(
    many.map(({ id, state }) => [id, state, undefined]),
  );
});

test.each([
  ['more than a page', here.accountId, undefined, { MaxResults: 21 }, 'InvalidInputException'],
  ['a member account', other.accountId, undefined, {}, 'AccessDeniedException'],
  ['no organization', here.accountId, 'none' as const, {}, 'AWSOrganizationsNotInUseException'],
])('accounts are refused for %s', async (_, accountId, organization, input, name) => {
  const server = await served({ shards, ...(organization && { organization }) });
  const { organizations } = clients(server, 'us-east-1', keysOf(accountId));
  expect(await failureOf(organizations.send(new ListAccountsCommand(input)))).toMatchObject({ name, status: 400 });
});

test('the organization names its management account', async () => {
  const { organizations } = clients(await served({ shards }));
  const { Organization } = await organizations.send(new DescribeOrganizationCommand({}));
  expect(Organization).toMatchObject({ MasterAccountId: here.accountId, FeatureSet: 'ALL' });
});

const regions = {
  ...Object.fromEntries(Array.from({ length: 55 }, (_, i) => [`xx-north-${i}`, 'ENABLED_BY_DEFAULT'])),
  'ap-east-1': 'DISABLED',
  'eu-south-1': 'ENABLED',
};

test('Regions come fifty a page, by status', async () => {
  const { account } = clients(await served({ shards, regions }));
  const pages = [];
  const wish = { RegionOptStatusContains: ['ENABLED' as const, 'ENABLED_BY_DEFAULT' as const] };
  for await (const { Regions = [] } of paginateListRegions({ client: account }, wish)) pages.push(Regions);
  expect(pages.map(({ length }) => length)).toEqual([50, 6]);
  expect(pages.flat()).toContainEqual({ RegionName: 'eu-south-1', RegionOptStatus: 'ENABLED' });
  expect(pages.flat().map(({ RegionName }) => RegionName)).not.toContain('ap-east-1');
});

test('Regions are those of the inventory by default; another account is for the management account to ask', async () => {
  const server = await served({ shards });
  const mine = await clients(server).account.send(new ListRegionsCommand({ AccountId: other.accountId }));
  expect(mine.Regions).toEqual([{ RegionName: 'eu-west-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' }]);
  const { account } = clients(server, 'eu-west-1', keysOf(other.accountId));
  const call = account.send(new ListRegionsCommand({ AccountId: here.accountId }));
  expect(await failureOf(call)).toMatchObject({ name: 'AccessDeniedException', status: 403 });
});

const volume = (i: number): string => `arn:aws:ec2:eu-west-1:111122223333:volume/vol-${i}`;
const bucket = 'arn:aws:s3:::bucket';
const listed = shardOf([
  ...Array.from({ length: 120 }, (_, i) => record('listedResource', { ResourceArn: volume(i) })),
  record('listedResource', { ResourceArn: bucket }),
]);
const tags = { [volume(3)]: { backup: 'daily' }, [bucket]: { backup: 'none' } };

test('resources come a hundred a page; the last page has an empty token', async () => {
  const { tagging } = clients(await served({ shards: [listed] }));
  const pages = [];
  for await (const page of paginateGetResources({ client: tagging }, {})) pages.push(page);
  expect(pages.map((page) => page.ResourceTagMappingList?.length)).toEqual([100, 21]);
  expect(pages.at(-1)?.PaginationToken).toBe('');
});

test.each<
  [string, { ResourceTypeFilters?: string[]; TagFilters?: TagFilter[]; ResourceARNList?: string[] }, readonly string[]]
>([
  ['a service', { ResourceTypeFilters: ['s3'] }, [bucket]],
  ['a type and a tag', { ResourceTypeFilters: ['ec2:volume'], TagFilters: [{ Key: 'backup' }] }, [volume(3)]],
  ['a tag of some value', { TagFilters: [{ Key: 'backup', Values: ['none', 'weekly'] }] }, [bucket]],
  ['ARNs', { ResourceARNList: [volume(7)] }, [volume(7)]],
  ['a tag that nothing has', { TagFilters: [{ Key: 'cost' }] }, []],
])('resources by %s', async (_, wish, arns) => {
  const { tagging } = clients(await served({ shards: [listed], tags }));
  const { ResourceTagMappingList = [] } = await tagging.send(new GetResourcesCommand(wish));
  expect(ResourceTagMappingList.map(({ ResourceARN }) => ResourceARN)).toEqual(arns);
  const expected = arns.map((arn) => Object.entries(tags[arn] ?? {}).map(([Key, Value]) => ({ Key, Value })));
  expect(ResourceTagMappingList.map(({ Tags }) => Tags)).toEqual(expected);
});

test('global settings are a scope of their own', async () => {
  const server = await served({ shards });
  const call = clients(server, 'us-east-1').backup.send(new DescribeGlobalSettingsCommand({}));
  expect(await failureOf(call)).toMatchObject({ name: 'InvalidRequestException', status: 400 });
});
