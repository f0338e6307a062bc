import { createServer } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { NamedAccount } from '../../src/collectors/accounts.ts';
import { openCollection } from '../../src/collectors/collect.ts';
import type { AwsFault, AwsOptions } from '../aws/start-aws.ts';
import { home, recovery, shard, vault } from '../engine/estate.ts';
import { messageOf } from '../inventory/inventory-text.ts';
import { aws, collected, options, type Wish } from './collected.ts';

type Who = NonNullable<Wish['who']>;

const own: NamedAccount = { accountId: home.accountId, regions: undefined, role: undefined, externalId: undefined };
const roleName = 'reader';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('where nothing can be read, the user is told why', () => {
  const denied = (operation: string): readonly AwsFault[] => [{ operation, does: 'deny' }];
  test.each<[what: string, server: Partial<AwsOptions>, who: Who, message: RegExp]>([
    [
      'the Regions of one account',
      { faults: denied('ListRegions') },
      { regions: 'all' },
      /^cannot list the Regions of the account \(account:ListRegions: AccessDeniedException: .*\); grant it, or name Regions with --region$/,
    ],
    [
      'an account that has no Region',
      { regions: { 'eu-west-1': 'DISABLED' } },
      { regions: 'all' },
      /^cannot list the Regions of the account \(account:ListRegions: MalformedAnswer: .* names no Region that is enabled\)/,
    ],
    [
      'of one account by its id',
      { faults: denied('ListRegions') },
      { regions: 'all', accounts: [own] },
      /^cannot list the Regions of the account/,
    ],
    [
      'the accounts of the organization',
      { faults: denied('ListAccounts') },
      { accounts: 'organization', roleName },
      /^cannot list the accounts of the organization \(organizations:ListAccounts: AccessDeniedException: .*--account or --accounts-file$/,
    ],
    [
      'no organization',
      { organization: 'none' },
      { accounts: 'organization', roleName },
      /^cannot list the accounts of the organization \(organizations:ListAccounts: AWSOrganizationsNotInUseException/,
    ],
    [
      'an organization without an active account',
      { organization: [{ id: home.accountId, state: 'SUSPENDED' }] },
      { accounts: 'organization', roleName },
      /^the organization has no active account/,
    ],
  ])('%s', async (_, server, who, message) => {
    await aws({ shards: [shard({ records: [vault('main')] })], ...server });
    expect(await messageOf(openCollection(options({ who })))).toMatch(message);
  });
});

test('an error that elsewhere says that there is nothing to read does not say so of an account', async () => {
  await aws({ shards: [shard({ records: [vault('main')] })] });
  vi.stubEnv('AWS_ACCOUNT_ID', home.accountId);
  const sts = createServer((request, response) => {
    request.resume();
    response.writeHead(403, { 'content-type': 'text/xml' });
    response.end(
      '<ErrorResponse><Error><Code>OptInRequired</Code><Message>not signed up</Message></Error></ErrorResponse>',
    );
  });
  await new Promise<void>((resolve) => sts.listen(0, '127.0.0.1', resolve));
  const address = sts.address();
  vi.stubEnv('AWS_ENDPOINT_URL_STS', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  const { shard: read } = await collected({ who: { accounts: [{ ...own, accountId: recovery.accountId }], roleName } });
  expect(read.coverage).toMatchObject([
    { ...recovery, operation: '*', status: 'failed', error: { name: 'OptInRequired' } },
  ]);
  await new Promise((resolve) => sts.close(resolve));
});
