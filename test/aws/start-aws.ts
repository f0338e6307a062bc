import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { LostAnswer, TextAnswer } from './answer.ts';
import { answerer } from './answerer.ts';
import { refused } from './call.ts';
import { type Estate, estateOf } from './estate.ts';
import type { AwsOptions, AwsRequest } from './options.ts';
import { readCall } from './read-call.ts';
import { send, sendBug } from './send.ts';

export type { AwsFault, AwsOptions, AwsRequest, AwsRole } from './options.ts';

export type AwsServer = {
  readonly url: string;
  /** In the order in which they were answered. */
  readonly requests: readonly AwsRequest[];
  /** What a client needs to call it as the caller. */
  readonly env: { readonly [name: string]: string };
  /** The most calls that were open at once. */
  readonly peak: number;
  readonly close: () => Promise<void>;
};

/** AWS as the SDK sees it, on this machine: the inventory's records as answers of the APIs that they were read from. */
export async function startAws(options: AwsOptions): Promise<AwsServer> {
  const estate = estateOf(options);
  const requests: AwsRequest[] = [];
  const answer = listener(estate, (request) => {
    requests.push(request);
    options.onRequest?.(request);
  });
  const open = openCalls();
  const server = createServer((request, response) => {
    open.add(response);
    answer(request, response).catch((error: unknown) => sendBug(response, error));
  });
  const url = await listen(server, options.port ?? 0);
  return {
    url,
    requests,
    env: envOf(url, estate.caller),
    get peak() {
      return open.peak();
    },
    close: () => close(server),
  };
}

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function listener(estate: Estate, note: (request: AwsRequest) => void): Listener {
  const decide = answerer(estate);
  const began = performance.now();
  let count = 0;
  return async (request, response) => {
    const call = readCall(request, await bodyOf(request), estate.caller, count++);
    const at = performance.now() - began;
    const { answer, isKnown } = decide(call, at);
    const { service, accountId, region, params } = call;
    const operation = isKnown ? call.operation : refused;
    const userAgent = request.headers['user-agent'] ?? '';
    note({ service, operation, accountId, region, params, status: statusOf(answer), at, userAgent });
    if (estate.options.latencyMs) await wait(estate.options.latencyMs);
    send(response, answer, `request-${call.index}`);
  };
}

const statusOf = (answer: TextAnswer | LostAnswer): number => (answer.kind === 'text' ? answer.status : 0);

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += chunk;
  return text;
}

function openCalls() {
  let open = 0;
  let peak = 0;
  return {
    peak: () => peak,
    add: (response: ServerResponse) => {
      open += 1;
      peak = Math.max(peak, open);
      response.once('close', () => {
        open -= 1;
      });
    },
  };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

const envOf = (url: string, caller: string) => ({
  AWS_ENDPOINT_URL: url,
  AWS_ACCESS_KEY_ID: `AKIA${caller}TEST`,
  AWS_SECRET_ACCESS_KEY: 'not-a-secret',
});
