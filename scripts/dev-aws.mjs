// AWS on this machine, from an inventory: to try live commands on without an account.
//   npm run dev:aws -- --inventory examples/inventory.ndjson [--port 4566] [--deny OPERATION] [--latency MS]
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { prepare, root, run } from './prepare.mjs';

const options = {
  inventory: { type: 'string', multiple: true, default: [join(root, 'examples/inventory.ndjson')] },
  port: { type: 'string', default: '4566' },
  deny: { type: 'string', multiple: true, default: [] },
  latency: { type: 'string', default: '0' },
};

function readFlags() {
  try {
    const { inventory, deny, port, latency } = parseArgs({ options }).values;
    return {
      deny,
      inventory: inventory.map((path) => resolve(path)),
      port: whole('port', port),
      latencyMs: whole('latency', latency),
    };
  } catch (error) {
    process.stderr.write(`dev:aws: ${error.message}\n`);
    return process.exit(2);
  }
}

function whole(flag, text) {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new Error(`--${flag} takes a whole number up to 99999, not "${text}"`);
}

const compiled = (path) => import(pathToFileURL(join(root, 'out/dev-aws', path)).href);

function logRequest({ at, status, service, operation, accountId, region, params }) {
  const time = (at / 1000).toFixed(3).padStart(9);
  process.stderr.write(`${time} ${status} ${accountId}/${region} ${service}:${operation} ${JSON.stringify(params)}\n`);
}

function describe({ env }, shards) {
  const scopes = shards.flatMap((shard) => shard.scopes.map(({ accountId, region }) => `${accountId}/${region}`));
  return [
    ...Object.entries(env).map(([name, value]) => `export ${name}=${value}`),
    `# accounts and Regions: ${[...new Set(scopes)].sort().join(' ')}`,
    '# roles: any name can be assumed in these accounts, with any external id',
    '# Ctrl-C ends it',
    '',
  ].join('\n');
}

const flags = readFlags();
prepare();
run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.dev-aws.json']);
const { readInventory } = await compiled('src/inventory/read-inventory.js');
const { startAws } = await compiled('test/aws/start-aws.js');

const faults = flags.deny.map((operation) => ({ operation, does: 'deny' }));
try {
  const shards = await readInventory(flags.inventory, { stdin: process.stdin });
  const server = await startAws({
    shards,
    faults,
    port: flags.port,
    latencyMs: flags.latencyMs,
    onRequest: logRequest,
  });
  process.stdout.write(describe(server, shards));
} catch (error) {
  process.stderr.write(`dev:aws: ${error.message}\n`);
  process.exitCode = 2;
}
