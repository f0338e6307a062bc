#!/usr/bin/env node
import process from 'node:process';
import { main } from './cli.ts';

const { argv, cwd, env, stderr, stdin, stdout } = process;

/** Whoever writes is told of an error; as an event without a listener it would end the process with exit code 1, which says "findings". */
const toldElsewhere = () => {};
stdout.on('error', toldElsewhere);
stderr.on('error', toldElsewhere);

/** Its reason is the exit code that shells expect of a process that the signal ended. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort(130));
  process.once('SIGTERM', () => controller.abort(143));
  return controller.signal;
}

const code = await main(argv.slice(2), {
  stdin,
  stdout,
  stderr,
  cwd: cwd(),
  env,
  setEnv: (name, value) => {
    env[name] = value;
  },
  now: () => new Date(),
  columns: stdout.columns,
  isTty: stdout.isTTY === true,
  isErrorTty: stderr.isTTY === true,
  interruption,
});

process.exitCode = code;
// The SDK cannot be kept from waiting for its next try, which would hold a process that is done for up to 20 s.
if (code === 130 || code === 143) process.exit();
