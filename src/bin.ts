#!/usr/bin/env node
import process from 'node:process';
import { main } from './cli.ts';

const { argv, cwd, env, stderr, stdin, stdout } = process;

/** Whoever reads us may stop early (`| head`): that is no error of ours. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
stdout.on('error', ignoreClosedPipe);
stderr.on('error', ignoreClosedPipe);

process.exitCode = await main(argv.slice(2), {
  stdin,
  stdout,
  stderr,
  cwd: cwd(),
  env,
  now: () => new Date(),
  columns: stdout.columns,
  isTty: stdout.isTTY === true,
});
