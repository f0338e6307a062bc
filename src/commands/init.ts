import { resolve } from 'node:path';
import { writeStdout } from '../output/write-stdout.ts';
import { packageVersion } from '../package-files.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import { valueOfFlag } from './given-flags.ts';
import { ciOf } from './init-ci.ts';
import { scaffoldFor, writeIfMissing } from './init-files.ts';
import { nextSteps } from './init-next.ts';

/** Writes files to begin with, and never over one that is there. */
export const init: Command = {
  name: 'init',
  takes: [],
  describe: 'Writes a config, an empty list of waivers and a workflow to begin with; keeps what is there.',
  flags: flagsOfGroup('Common', 'Init').filter((name) => name !== 'config'),
  examples: [
    { line: 'init', does: 'a config and waivers here; for GitHub Actions, where the repository is there, a workflow' },
    { line: 'init --ci gitlab', does: 'a file for .gitlab-ci.yml to include' },
    { line: 'init --ci cron', does: 'a script for one machine, for every night' },
  ],
  run: async ({ given, io }) => {
    const { ci, note } = ciOf(valueOfFlag(given, 'ci'), io.cwd);
    const done: string[] = [];
    for (const { path, text } of scaffoldFor(ci, packageVersion())) {
      const isWritten = await writeIfMissing(resolve(io.cwd, path), text);
      done.push(isWritten ? `wrote ${path}` : `kept  ${path}: it is there already`);
    }
    const lines = [...done, ...(note === undefined ? [] : [note]), '', ...nextSteps(ci)];
    await writeStdout(io, [`${lines.join('\n')}\n`]);
    return 0;
  },
};
