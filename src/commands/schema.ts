import { readFile } from 'node:fs/promises';
import { writeStdout } from '../output/write-stdout.ts';
import { packageFile, packageVersion } from '../package-files.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import { knownName } from './known-name.ts';

const names = ['config', 'rule', 'rule-test', 'waivers', 'result', 'inventory'] as const;

const forEditors = `Names:
  config      backuplint.json
  rule        a rule of your own
  rule-test   the unit tests of a rule
  waivers     backuplint.waivers.json
  result      what --format json prints
  inventory   one line of an inventory

An editor completes and checks a file whose first member names its schema:
  "$schema": "https://unpkg.com/backuplint@${packageVersion()}/schemas/config.schema.json"
or, without the network, where npm has put it, or where this command did:
  "$schema": "./node_modules/backuplint/schemas/config.schema.json"
  "$schema": "./config.schema.json"
`;

/** The schemas that ship: what is read and written is checked by the zod schemas that they are made from. */
export const schema: Command = {
  name: 'schema',
  takes: ['name'],
  describe: `Prints the JSON Schema of ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.`,
  flags: flagsOfGroup('Common'),
  examples: [
    { line: 'schema config > config.schema.json', does: 'for an editor, or for another program' },
    { line: 'schema result', does: 'what a program may count on in --format json' },
  ],
  more: forEditors,
  run: async ({ words: [word = ''], io }) => {
    const name = knownName('schema', word, names);
    await writeStdout(io, [await readFile(packageFile(`schemas/${name}.schema.json`), 'utf8')]);
    return 0;
  },
};
