import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { exampleShards } from '../aws/example.ts';
import { type AwsOptions, type AwsRequest, type AwsServer, startAws } from '../aws/start-aws.ts';
import { folderWith } from '../cli/run-cli.ts';
import { builtCli, type Ended, type Started, startNode } from './built-cli.ts';

let bin = '';
beforeAll(() => {
  bin = builtCli();
}, 120_000);

const servers: AwsServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(options: Partial<AwsOptions> = {}): Promise<AwsServer> {
  const server = await startAws({ shards: await exampleShards(), ...options });
  servers.push(server);
  return server;
}

const cwd = folderWith({});
const start = (args: string, server: Pick<AwsServer, 'env'>, node: readonly string[] = []): Started =>
  startNode([...node, bin, ...args.split(' ')], { cwd, env: { ...server.env, AWS_REGION: 'eu-west-1' } });
const run = (args: string, server: Pick<AwsServer, 'env'> = { env: {} }): Promise<Ended> => start(args, server).ended;

/** What the rules of the contract need. */
const first = '--rule BKP102,BKP301,BKP401,BKP507';

const everywhere = '--org --role-name reader --region eu-west-1,eu-central-1 -q';
const asOf = '--as-of 2026-11-20T06:00:00Z -f json --include pass,notApplicable';
const judged = async (file: string) => (await run(`scan --inventory ${file} ${asOf} ${first}`)).stdout;

type Line = {
  readonly kind: string;
  readonly accountId: string;
  readonly region: string;
  readonly operation: string;
  readonly resource?: string;
  readonly status: string;
};

function linesOf(file: string): readonly Line[] {
  const bytes = readFileSync(join(cwd, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const textOf = (line: Line): string => JSON.stringify(line);

/** An operation in a scope, and the vault where it is of one. */
const lineKey = ({ accountId, region, operation, resource = '' }: Line): string =>
  [accountId, region, operation, resource.split(':')[6] ?? ''].join(' ');
const requestKey = ({ accountId, region, operation, params }: AwsRequest): string =>
  [accountId, region, operation, params.BackupVaultName ?? ''].join(' ');

/** Starts a command and sends it a signal when AWS gets the nth request. */
async function interrupted(args: string, nth: number, signal: 'SIGINT' | 'SIGTERM') {
  let seen = 0;
  const server = await serve({
    latencyMs: 40,
    onRequest: () => {
      seen += 1;
      if (seen === nth) started.child.kill(signal);
    },
  });
  const started = start(args, server);
  return { ended: await started.ended, server };
}

describe('collect and scan', () => {
  test('of several accounts, through roles, into a gzipped file', async () => {
    const server = await serve();
    expect(await run(`collect ${everywhere} -o whole.ndjson.gz`, server)).toMatchObject({ code: 0, stderr: '' });
    expect(linesOf('whole.ndjson.gz').at(-1)).toMatchObject({ kind: 'end' });
    expect(new Set(server.requests.map(({ accountId }) => accountId)).size).toBe(3);
    const { code, stdout } = await run(`scan --inventory whole.ndjson.gz ${asOf}`);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).scopes).toHaveLength(6);
  });

  test('SIGINT: exit 130, and what was read is kept; --resume reads the rest alone', async () => {
    const file = 'part.ndjson.gz';
    const { ended } = await interrupted(`collect ${everywhere} ${first} --concurrency 1 -o ${file}`, 35, 'SIGINT');
    expect(ended).toEqual({ code: 130, signal: null, stdout: '', stderr: '' });
    const before = linesOf(file);
    expect(before.map(({ kind }) => kind)).not.toContain('end');
    const read = before.filter(({ kind, status }) => kind === 'coverage' && status === 'ok').map(lineKey);
    expect(read.length).toBeGreaterThan(3);

    const [server, whole] = [await serve(), await serve()];
    expect(await run(`collect ${everywhere} ${first} --resume ${file}`, server)).toMatchObject({ code: 0, stderr: '' });
    expect(await run(`collect ${everywhere} ${first} -o again.ndjson`, whole)).toMatchObject({ code: 0, stderr: '' });
    expect(server.requests.map(requestKey).filter((key) => read.includes(key))).toEqual([]);
    expect(server.requests.length).toBeLessThan(whole.requests.length);
    // But for the moment in its header, the file is what one reading would have made.
    expect(linesOf(file).slice(1).map(textOf).toSorted()).toEqual(
      linesOf('again.ndjson').slice(1).map(textOf).toSorted(),
    );
    expect(linesOf(file).at(-1)?.kind).toBe('end');
    expect(await judged(file)).toBe(await judged('again.ndjson'));
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('SIGTERM: exit 143, and it says how to go on', async () => {
    const { ended } = await interrupted(`collect ${everywhere.replace(' -q', '')} -o on.ndjson`, 30, 'SIGTERM');
    expect(ended).toMatchObject({ code: 143, signal: null, stdout: '' });
    expect(ended.stderr).toMatch(
      /\nwrote on\.ndjson: it is not whole; go on with backuplint collect --resume on\.ndjson\n$/,
    );
    expect(linesOf('on.ndjson').map(({ kind }) => kind)).not.toContain('end');
  });

  test('SIGINT while AWS throttles: it does not wait for the next try', async () => {
    let aborted = 0;
    const server = await serve({
      faults: [{ does: 'throttle' }],
      onRequest: () => {
        if (server.requests.length === 8) {
          aborted = performance.now();
          child.kill('SIGINT');
        }
      },
    });
    const { child, ended } = startNode([bin, 'collect', '-q', '--preset', 'all', '-o', 'throttled.ndjson'], {
      cwd,
      env: { ...server.env, AWS_REGION: 'eu-west-1', AWS_ACCOUNT_ID: '111122223333' },
    });
    expect(await ended).toEqual({ code: 130, signal: null, stdout: '', stderr: '' });
    expect(performance.now() - aborted).toBeLessThan(1500);
    expect(linesOf('throttled.ndjson').map(({ kind }) => kind)).toEqual(['inventory']);
  });

  test('SIGINT while the accounts are being found: exit 130, and no file', async () => {
    const server = await serve({
      faults: [{ operation: 'ListAccounts', does: 'hang' }],
      onRequest: () => setTimeout(() => child.kill('SIGINT'), 100),
    });
    const { child, ended } = start(`collect ${everywhere} -o none.ndjson`, server);
    const stderr = 'interrupted before anything was read; nothing was written\n';
    expect(await ended).toEqual({ code: 130, signal: null, stdout: '', stderr });
    expect(readdirSync(cwd).filter((name) => name === 'none.ndjson' || name.endsWith('.tmp'))).toEqual([]);
  });

  test('a second SIGINT ends it at once', async () => {
    // A pipe that nobody writes into: what waits for a file does not hear of the first one.
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const { child, ended } = start(`collect ${everywhere} --resume pipe -o never.ndjson`, { env: {} });
    const temporary = () => readdirSync(cwd).filter((name) => name.endsWith('.tmp'));
    while (temporary().length === 0) await new Promise((done) => setTimeout(done, 20));
    await new Promise((done) => setTimeout(done, 200));
    child.kill('SIGINT');
    await new Promise((done) => setTimeout(done, 200));
    const from = performance.now();
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: null, signal: 'SIGINT' });
    expect(performance.now() - from).toBeLessThan(5000);
    expect(readdirSync(cwd)).not.toContain('never.ndjson');
    for (const name of temporary()) rmSync(join(cwd, name));
  });
});

describe('without AWS the SDK is not even loaded', () => {
  const hook =
    "export const resolve = (to, c, next) => { if (/^@(aws-sdk|smithy)/.test(to)) throw new Error(to + ' is loaded'); return next(to, c); };";
  const register = `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)});`;
  const watching = ['--import', `data:text/javascript,${encodeURIComponent(register)}`];
  const example = resolve(import.meta.dirname, '../../examples/inventory.ndjson');

  test.each([`scan --inventory ${example}`, 'iam-policy'])('%s', async (args) => {
    const { code, stderr } = await start(`${args} -q`, { env: {} }, watching).ended;
    expect(stderr).not.toContain('is loaded');
    expect(code).toBe(args.startsWith('scan') ? 1 : 0);
  });

  test('a live command loads it, as this test sees', async () => {
    const { stderr } = await start('scan', { env: {} }, watching).ended;
    expect(stderr).toMatch(/@aws-sdk\/\S+ is loaded/);
  });
});
