// A server in a process of its own, so that it is not measured with what is. Arguments: points, vaults, latency in ms.
import process from 'node:process';
import { startAws, syntheticEstate } from './compiled.mjs';

const [points, vaults, latencyMs] = process.argv.slice(2).map(Number);
const scope = { accountId: '111122223333', region: 'eu-west-1' };
const estate = syntheticEstate({ scope, asOf: '2026-11-20T06:00:00.000Z', vaults, points, resources: 1000, days: 365 });
const server = await startAws({ ...estate, latencyMs });
process.send({ url: server.url });
process.on('message', () => {
  const calls = server.requests.filter(({ operation }) => operation === 'ListRecoveryPointsByBackupVault').length;
  process.send({ calls, all: server.requests.length });
});
