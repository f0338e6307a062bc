import { lint } from '../lint.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import { scanOptions } from './scan-options.ts';

export const scan: Command = {
  name: 'scan',
  takes: [],
  describe: 'Judges an inventory of AWS Backup against the rules.',
  flags: flagsOfGroup('Common', 'Source', 'Rules', 'Gate', 'Output'),
  examples: [
    { line: 'scan --inventory inventory.ndjson', does: 'the recommended rules, or those of backuplint.json' },
    { line: 'scan --inventory a/ b.ndjson.gz --rule BKP301', does: 'one rule over several files' },
    { line: 'scan --inventory - -f pretty -f sarif=out.sarif', does: 'from stdin; a file for code scanning' },
  ],
  run: ({ given, io }) => lint(scanOptions(given, io), io),
};
