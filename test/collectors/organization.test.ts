import { createServer } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { EndlessList, MalformedAnswer } from '../../src/collectors/failure.ts';
import { organizationAccounts } from '../../src/collectors/organization.ts';
import { shard } from '../engine/estate.ts';
import { aws } from './collected.ts';

const settings = { version: '0', callTimeout: 500, maxAttempts: 1 };
const keys = async () => ({ accessKeyId: 'AKIA111122223333TEST', secretAccessKey: 'not-a-secret' });
const limits = { signal: new AbortController().signal, timeLimit: 5000 };
const list = () => organizationAccounts(settings, 'eu-west-1', keys, limits);

afterEach(() => {
  vi.unstubAllEnvs();
});

/** An organization that answers with these pages, whatever it is asked for. */
async function organization(pages: readonly object[]): Promise<void> {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify(pages[count++] ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${address.port}`);
}

describe('the accounts that are read', () => {
  test.each<[what: string, accounts: readonly object[], ids: readonly string[]]>([
    ['none', [], []],
    [
      'those whose State is ACTIVE, sorted',
      [
        { Id: '333333333333', State: 'ACTIVE' },
        { Id: '111111111111', State: 'ACTIVE' },
        { Id: '222222222222', State: 'SUSPENDED' },
        { Id: '444444444444', State: 'PENDING_ACTIVATION' },
        { Id: '555555555555', State: 'PENDING_CLOSURE' },
        { Id: '666666666666', State: 'CLOSED' },
      ],
      ['111111111111', '333333333333'],
    ],
    [
      'where AWS still says Status',
      [
        { Id: '111111111111', Status: 'ACTIVE' },
        { Id: '222222222222', Status: 'SUSPENDED' },
      ],
      ['111111111111'],
    ],
    [
      'where it says both, the State counts',
      [
        { Id: '111111111111', Status: 'ACTIVE', State: 'PENDING_CLOSURE' },
        { Id: '222222222222', Status: 'SUSPENDED', State: 'ACTIVE' },
      ],
      ['222222222222'],
    ],
    ['neither', [{ Id: '111111111111' }], []],
    ['what is no account', [{ State: 'ACTIVE' }, { Id: 'x', State: 'ACTIVE' }], []],
  ])('%s', async (_, Accounts, ids) => {
    await organization([{ Accounts }]);
    expect(await list()).toEqual(ids);
  });

  test('of all pages', async () => {
    const organizationOf = Array.from({ length: 45 }, (_, index) => ({ id: String(100_000_000_000 + index) }));
    const server = await aws({ shards: [shard({})], organization: organizationOf });
    vi.stubEnv('AWS_ENDPOINT_URL', server.url);
    expect(await list()).toEqual(organizationOf.map(({ id }) => id));
    expect(server.requests).toHaveLength(3);
  });
});

describe('accounts that may be missing are an error, not a short list', () => {
  const page = (id: string, NextToken?: string) => ({ Accounts: [{ Id: id, State: 'ACTIVE' }], NextToken });
  test.each<[what: string, pages: readonly object[], error: Error]>([
    [
      'a token that comes again',
      [page('111111111111', 'a'), page('222222222222', 'b'), page('333333333333', 'a')],
      new EndlessList('AWS gave a page token for the second time'),
    ],
    [
      'a page that comes again',
      [page('111111111111', 'a'), page('111111111111', 'b')],
      new EndlessList('AWS gave the same page for the second time'),
    ],
    ['no list', [{}], new MalformedAnswer('the answer to ListAccounts has no list Accounts')],
    [
      'no list on the second page',
      [page('111111111111', 'a'), { Message: 'no' }],
      new MalformedAnswer('the answer to ListAccounts has no list Accounts'),
    ],
  ])('%s', async (_, pages, error) => {
    await organization(pages);
    await expect(list()).rejects.toStrictEqual(error);
  });
});
