import { AccountClient } from '@aws-sdk/client-account';
import { BackupClient } from '@aws-sdk/client-backup';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { STSClient } from '@aws-sdk/client-sts';
import { afterEach } from 'vitest';
import { type AwsOptions, type AwsServer, startAws } from './start-aws.ts';

const open: AwsServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** A server that ends with the test. */
export async function served(options: AwsOptions): Promise<AwsServer> {
  const server = await startAws(options);
  open.push(server);
  return server;
}

export type Keys = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
export const keysOf = (accountId: string): Keys => ({ accessKeyId: `AKIA${accountId}TEST`, secretAccessKey: 'x' });

/** The SDK's own clients, asking once and not again. */
export function clients({ url, env }: AwsServer, region = 'eu-west-1', keys?: Keys) {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = env;
  const config = { endpoint: url, region, credentials: keys ?? { accessKeyId, secretAccessKey }, maxAttempts: 1 };
  return {
    backup: new BackupClient(config),
    sts: new STSClient(config),
    organizations: new OrganizationsClient(config),
    account: new AccountClient(config),
    tagging: new ResourceGroupsTaggingAPIClient(config),
  };
}

/** What an SDK answer holds, with its dates as an inventory has them. */
export const plain = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer));

export function dataOf(answer: object): unknown {
  const { $metadata: _, ...data } = { $metadata: undefined, ...answer };
  return plain(data);
}

export type Failure = { readonly name: string; readonly status: number | undefined; readonly message: string };

/** How a call fails; an answer is an error here. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('the call was answered');
  return { name: error.name, status: statusOf(error), message: error.message };
}

function statusOf(error: Error): number | undefined {
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
  const isObject = typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata;
  return isObject && typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}
