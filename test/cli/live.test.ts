import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { packageVersion } from '../../src/package-files.ts';
import { Result } from '../../src/result.ts';
import { exampleShards } from '../aws/example.ts';
import { type AwsOptions, type AwsServer, startAws } from '../aws/start-aws.ts';
import { records } from '../collectors/small-estate.ts';
import { home, shard, vaultArn } from '../engine/estate.ts';
import { folderWith, type Run, runCli } from './run-cli.ts';

const open: AwsServer[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(options: AwsOptions): Promise<AwsServer> {
  const server = await startAws(options);
  open.push(server);
  const env = { ...server.env, AWS_REGION: home.region, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return server;
}

const now = () => new Date('2026-11-20T06:00:00.000Z');
const cwd = folderWith({});
const run = (line: string): Promise<Run> => runCli(line, { cwd, now });
/** What the rules of the contract need. */
const first = '--rule BKP102,BKP301,BKP401,BKP507';
const small = shard({ records, scopes: [home] });
const resultOf = ({ stdout }: Run) => Result.parse(JSON.parse(stdout));

describe('a live scan', () => {
  test('of an organization gives the bytes that a scan of what collect wrote gives', async () => {
    const server = await serve({ shards: await exampleShards() });
    const where = '--org --role-name reader --region eu-west-1,eu-central-1 -q';
    const live = await run(`scan ${where} -f json --include pass,notApplicable`);
    const collected = await run(`collect ${where} -o estate.ndjson.gz`);
    expect(collected).toEqual({ code: 0, stdout: '', stderr: '' });
    const later = await run('scan --inventory estate.ndjson.gz -f json --include pass,notApplicable');
    expect(live).toEqual({ code: 1, stdout: later.stdout, stderr: '' });
    expect(later.code).toBe(1);
    expect(resultOf(live).scopes).toHaveLength(6);
    expect(resultOf(live).scopes.filter(({ complete }) => !complete)).toEqual([]);
    const agents = server.requests.filter(({ userAgent }) => !userAgent.includes(`backuplint/${packageVersion()}`));
    expect(agents).toEqual([]);
    expect(server.requests.filter(({ operation }) => operation === 'REFUSED')).toEqual([]);
  });

  test('says on stderr what it came to, and with --quiet nothing', async () => {
    const server = await serve({ shards: [small] });
    const { code, stderr } = await run(`scan ${first}`);
    expect(code).toBe(0);
    expect(stderr.replace(/ in \d+ s/, ' in N s')).toBe(
      `read 1 scope in N s: ${records.length} records, ${server.requests.length} calls, 0 throttled
DescribeRegionSettings 1, ListBackupVaults 2, ListCopyJobs 1, ListProtectedResources 1, ListRecoveryPointsByBackupVault 2, ListRestoreJobs 1
`,
    );
    expect((await run(`scan -q ${first}`)).stderr).toBe('');
  });

  test('--region all reads where the account may be', async () => {
    const regions = { 'eu-west-1': 'ENABLED_BY_DEFAULT', 'us-east-1': 'ENABLED', 'ap-east-1': 'DISABLED' };
    const server = await serve({ shards: [small], regions });
    const { code, stdout } = await run('scan --region all -q -f json --rule BKP102');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).scopes).toEqual([
      { accountId: home.accountId, region: 'eu-west-1', complete: true },
      { accountId: home.accountId, region: 'us-east-1', complete: true },
    ]);
    expect(new Set(server.requests.map(({ region }) => region))).toEqual(new Set(['eu-west-1', 'us-east-1']));
  });
});

describe('with rights for a part', () => {
  const list = 'ListRecoveryPointsByBackupVault';
  const faults = [{ operation: list, resource: 'main', does: 'deny' as const }];

  test('exit 3; result and stderr name exactly what was not read, and the finding what to grant', async () => {
    await serve({ shards: [small], faults });
    const { code, stdout, stderr } = await run(`scan -f json ${first}`);
    expect(code).toBe(3);
    const { gaps, findings, summary } = Result.parse(JSON.parse(stdout));
    expect(gaps).toEqual([
      {
        ...{ accountId: home.accountId, region: home.region, operation: list, resource: vaultArn('main') },
        status: 'denied',
        error: { name: 'AccessDeniedException', message: expect.stringContaining(`backup:${list}`) },
      },
    ]);
    expect(summary.outcomes).toMatchObject({ fail: 0 });
    expect(findings.length).toBeGreaterThan(0);
    for (const { message } of findings) expect(message).toMatch(/backup:ListRecoveryPointsByBackupVault/);
    expect(stderr).toContain(`not read:\n- ${list} of ${vaultArn('main')} in 111122223333/eu-west-1: denied (`);
  });

  test('an account whose role cannot be assumed is unread as a whole', async () => {
    const roles = [{ accountId: '444455556666', name: 'reader' }];
    await serve({ shards: await exampleShards(), roles });
    const { stdout, stderr } = await run('scan --org --role-name reader -f json');
    const result = Result.parse(JSON.parse(stdout));
    const incomplete = result.scopes.filter(({ complete }) => !complete).map(({ accountId }) => accountId);
    expect(incomplete).toEqual(['777788889999']);
    const denied = result.gaps.filter(({ status }) => status === 'denied');
    expect(new Set(denied.map(({ accountId }) => accountId))).toEqual(new Set(['777788889999']));
    expect(stderr).toMatch(/- everything in 777788889999\/eu-west-1: denied \(AccessDenied: .*sts:AssumeRole/);
  });

  test('no sarif is written, and why is said', async () => {
    await serve({ shards: [small], faults });
    const { code, stderr } = await run(`scan -q -f sarif=out.sarif ${first}`);
    expect(code).toBe(3);
    expect(existsSync(join(cwd, 'out.sarif'))).toBe(false);
    expect(stderr).toContain(`no sarif written: not everything that the rules need was read: ${list} of `);
    expect((await run(`scan -q -f sarif=out.sarif --allow-incomplete ${first}`)).code).toBe(0);
    expect(existsSync(join(cwd, 'out.sarif'))).toBe(true);
  });

  test('collect writes what it could read, and exits 3; a scan of it says the same', async () => {
    await serve({ shards: [small], faults });
    const { code, stderr } = await run('collect -o part.ndjson');
    expect(code).toBe(3);
    expect(stderr).toMatch(/wrote part\.ndjson\n$/);
    const live = await run(`scan -q -f json ${first}`);
    const later = await run(`scan --inventory part.ndjson -f json ${first}`);
    expect(later).toEqual({ code: 3, stdout: live.stdout, stderr: '' });
  });
});

test('an accounts file that names Regions needs no other', async () => {
  await serve({ shards: [small] });
  vi.stubEnv('AWS_REGION', undefined);
  const account = { account_id: home.accountId, role: `arn:aws:iam::${home.accountId}:role/r`, regions: [home.region] };
  const folder = folderWith({ 'accounts.json': JSON.stringify({ accounts: [account] }) });
  const { code, stdout } = await runCli(`scan --accounts-file accounts.json -q -f json ${first}`, { cwd: folder, now });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).scopes).toEqual([{ ...home, complete: true }]);
});

describe('an interruption before anything was read writes nothing but a line', () => {
  test.each(['scan -f json=out.json', 'collect -o out.ndjson', 'collect', 'scan'])('%s', async (line) => {
    const server = await serve({ shards: [small] });
    const folder = folderWith({});
    const ended = await runCli(`${line} -q`, { cwd: folder, now, interruption: () => AbortSignal.abort(130) });
    const stderr = 'interrupted before anything was read; nothing was written\n';
    expect(ended).toEqual({ code: 130, stdout: '', stderr });
    expect([readdirSync(folder), server.requests]).toEqual([[], []]);
  });
});

test('--filter narrows what is asked, and makes the rest unknown', async () => {
  const server = await serve({ shards: [small] });
  const { code } = await run('scan -q --rule BKP102 --filter ByResourceType=EFS -f json');
  expect(code).toBe(3);
  const lists = server.requests.filter(({ operation }) => operation.startsWith('ListRecoveryPoints'));
  expect(lists.map(({ params }) => params.ByResourceType)).toEqual(['EFS', 'EFS']);
});
