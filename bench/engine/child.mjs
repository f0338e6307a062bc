// One measurement is one fresh process, from its start to its end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/prepare.mjs';
import { folder } from './generate.mjs';

const peakProgram = pathToFileURL(join(root, 'bench/peak.mjs')).href;

/** Seconds, the peak of its memory in MiB, and what it printed; anything but exit code 0 ends the benchmark. */
export const run = (args) => runBare(['--import', peakProgram, ...args]);

/** Without looking at memory: what is loaded for that would count as start-up. */
export async function runBare(args) {
  const began = process.hrtime.bigint();
  // In a folder without a config of somebody's.
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = [child.stdout, child.stderr].map(collected);
  const [code] = await once(child, 'close');
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const [stdout, stderr] = texts.map((text) => text());
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}:\n${stderr}${stdout.slice(0, 2000)}`);
  return { seconds, peak: Number(/peak-mib ([\d.]+)/.exec(stderr)?.[1]), stdout };
}

function collected(stream) {
  let text = '';
  stream.setEncoding('utf8').on('data', (piece) => {
    text += piece;
  });
  return () => text;
}
