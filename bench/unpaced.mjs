// Our collectors with AWS's rates out of the way: what is left is decoding, checking and writing lines.
import { createWriteStream } from 'node:fs';
import process from 'node:process';
import { systemClock } from '../dist/collectors/clock.js';
import { openCollection } from '../dist/collectors/collect.js';
import { coverageText, recordText } from '../dist/inventory/inventory-text.js';

const file = createWriteStream('/dev/null');
const write = (text) => new Promise((resolve) => file.write(text, resolve));
const began = process.hrtime.bigint();
const before = process.cpuUsage();
const collection = await openCollection({
  who: { regions: ['eu-west-1'] },
  operations: new Set(['ListBackupVaults', 'ListRecoveryPointsByBackupVault']),
  filters: {},
  concurrency: 1,
  rateShare: 1,
  rates: { total: 1e9, assumed: 1e9, callsPerSecond: {} },
  settings: { version: 'bench', callTimeout: 30_000, maxAttempts: 8 },
  timeLimit: 120_000,
  home: 'eu-west-1',
  clock: systemClock,
  now: () => new Date('2026-11-20T06:00:00.000Z'),
  signal: new AbortController().signal,
});
let records = 0;
await collection.read(
  {
    records: async (page) => {
      records += page.length;
      await write(page.map(recordText).join(''));
    },
    coverage: (line) => write(coverageText(line)),
  },
  () => ({ list: () => undefined }),
);
const { user, system } = process.cpuUsage(before);
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
process.send({ records, seconds, cpuSeconds: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024 });
