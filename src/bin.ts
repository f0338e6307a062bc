#!/usr/bin/env node
import process from 'node:process';
import { main } from './cli.ts';

const { argv, cwd, env, stderr, stdin, stdout } = process;

/** Whoever writes is told of an error; as an event without a listener it would end the process with exit code 1, which says "findings". */
const toldElsewhere = () => {};
stdout.on('error', toldElsewhere);
stderr.on('error', toldElsewhere);

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
