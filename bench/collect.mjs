// How near a live reading comes to the least it could take. `npm run bench:collect [-- POINTS…]`
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { prepare, root } from '../scripts/prepare.mjs';
import { compile } from './compiled.mjs';

const vaults = 20;
const latency = 50;
const callsPerSecond = 20 * 0.8;
const burst = 4;

const environment = (url) => ({
  ...process.env,
  AWS_ENDPOINT_URL: url,
  AWS_ACCESS_KEY_ID: 'AKIA111122223333TEST',
  AWS_SECRET_ACCESS_KEY: 'not-a-secret',
  AWS_ACCOUNT_ID: '111122223333',
  AWS_REGION: 'eu-west-1',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
});

async function withServer(points, latencyMs, vaultCount, use) {
  const server = fork(join(root, 'bench/serve.mjs'), [points, vaultCount, latencyMs].map(String));
  const [{ url }] = await once(server, 'message');
  try {
    return await use(url, async () => {
      server.send('stats');
      return (await once(server, 'message'))[0];
    });
  } finally {
    server.kill();
  }
}

async function measure(script, url) {
  const child = fork(join(root, 'bench', script), [], { env: environment(url) });
  const [result] = await once(child, 'message');
  await once(child, 'exit');
  return result;
}

/** The command itself, as people run it. */
async function collect(url, points) {
  const file = join(root, 'out/bench', `inventory-${points}.ndjson.gz`);
  const args = ['--import', join(root, 'bench/peak.mjs'), join(root, 'dist/bin.js'), 'collect'];
  const began = process.hrtime.bigint();
  const child = spawn(process.execPath, [...args, '--rule', 'BKP102', '-o', file], { env: environment(url) });
  let text = '';
  child.stderr.on('data', (piece) => {
    text += piece;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`collect ended with ${code}: ${text}`);
  rmSync(file);
  return { seconds: Number(process.hrtime.bigint() - began) / 1e9, peak: Number(/peak-mib ([\d.]+)/.exec(text)?.[1]) };
}

const least = (points, vaultCount) => {
  const each = Math.floor(points / vaultCount);
  const more = points % vaultCount;
  return more * Math.ceil((each + 1) / 1000) + (vaultCount - more) * Math.ceil(each / 1000);
};

async function paced(points, vaultCount) {
  return withServer(points, latency, vaultCount, async (url, stats) => {
    const { seconds, peak } = await collect(url, points);
    const { calls } = await stats();
    const fewest = least(points, vaultCount);
    // Vaults are listed first (own, then shared), and of the points' calls the last one's answer is waited for.
    const bound = (2 * latency) / 1000 + Math.max(0, fewest - burst) / callsPerSecond + latency / 1000;
    return { points, vaults: vaultCount, calls, fewest, seconds, bound, peak };
  });
}

const unpaced = (points) =>
  withServer(points, 0, vaults, async (url) => ({
    bare: await measure('paginate.mjs', url),
    ours: await measure('unpaced.mjs', url),
  }));

const fixed = (value, digits = 2) => value.toFixed(digits);

function pacedRow({ points, vaults: count, calls, fewest, seconds, bound, peak }) {
  const cells = [points, count, calls, fewest, fixed(calls / fewest, 3), fixed(seconds, 1), fixed(bound, 1)];
  return `| ${[...cells, fixed(seconds / bound), fixed(peak, 0)].join(' | ')} |`;
}

prepare();
compile();
mkdirSync(join(root, 'out/bench'), { recursive: true });
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const print = (line) => process.stdout.write(`${line}\n`);
print(`${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0].model}`);
print(
  '\n| points | vaults | calls | least | ratio | wall s | bound s | ratio | peak MiB |\n|---|---|---|---|---|---|---|---|---|',
);
for (const points of sizes.length > 0 ? sizes : [100_000, 1_000_000]) print(pacedRow(await paced(points, vaults)));
if (sizes.length === 0) print(pacedRow(await paced(300_000, 1)));

const runs = [];
for (let run = 0; run < 3; run += 1) runs.push(await unpaced(100_000));
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const speed = (which, time) => median(runs.map((run) => run[which].records / run[which][time]));
print('\n| without pace and latency | records a second | a CPU second |\n|---|---|---|');
for (const which of ['bare', 'ours']) {
  print(`| ${which} | ${fixed(speed(which, 'seconds'), 0)} | ${fixed(speed(which, 'cpuSeconds'), 0)} |`);
}
print(
  `| ours ÷ bare | ${fixed(speed('ours', 'seconds') / speed('bare', 'seconds'))} | ${fixed(speed('ours', 'cpuSeconds') / speed('bare', 'cpuSeconds'))} |`,
);
