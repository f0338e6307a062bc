import { collect as collectInventory } from '../collect.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import { type Given, valueOfFlag } from './given-flags.ts';
import { knownName } from './known-name.ts';
import { liveOptions } from './live-options.ts';
import { noteOptions } from './note-options.ts';
import { isWatched, ruleOptions } from './scan-options.ts';

export const collect: Command = {
  name: 'collect',
  takes: [],
  describe: 'Reads from AWS what the rules in force need, into an inventory file.',
  flags: [...flagsOfGroup('Common', 'Live', 'Collect', 'Rules'), 'output'],
  examples: [
    { line: 'collect --region all -o estate.ndjson.gz', does: 'your own account, every Region it has enabled' },
    { line: 'collect --only jobs -o jobs/2026-11-20.ndjson.gz', does: 'what AWS will have forgotten in a month' },
    { line: 'collect --resume estate.ndjson.gz', does: 'goes on where an interrupted reading ended' },
  ],
  run: ({ given, io }) =>
    collectInventory(
      {
        ...ruleOptions(given),
        ...noteOptions(given),
        live: (scope) => liveOptions(given, scope),
        isWatched: isWatched(given),
        only: onlyOf(given),
        resume: valueOfFlag(given, 'resume'),
        output: valueOfFlag(given, 'output'),
      },
      io,
    ),
};

const onlyOf = (given: Given): 'jobs' | undefined => {
  const only = valueOfFlag(given, 'only');
  return only === undefined ? undefined : knownName('value of --only', only, ['jobs']);
};
