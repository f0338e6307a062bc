import { lint } from '../lint.ts';
import { writeStdout } from '../output/write-stdout.ts';
import { rulesInForce } from '../rules-in-force.ts';
import type { Command } from './command.ts';
import { compactJson } from './compact-json.ts';
import { flagsOfGroup } from './flags.ts';
import { isOn } from './given-flags.ts';
import { scanOptions } from './scan-options.ts';

export const scan: Command = {
  name: 'scan',
  takes: [],
  describe: 'Judges AWS Backup, read live or from an inventory, against the rules.',
  flags: flagsOfGroup('Common', 'Config', 'Source', 'Live', 'Rules', 'Gate', 'Output'),
  examples: [
    { line: 'scan --region eu-west-1 us-east-1', does: 'your own account, as the AWS SDK finds it' },
    { line: 'scan --org --role-name backuplint-read --region all', does: 'every account of the organization' },
    { line: 'scan --inventory inventory.ndjson', does: 'the recommended rules, or those of backuplint.json' },
    { line: 'scan --inventory a/ b.ndjson.gz --rule BKP301', does: 'one rule over several files' },
    { line: 'scan --print-config', does: 'what is in force here, and which line says so' },
    { line: 'scan --inventory - -f pretty -f sarif=out.sarif', does: 'from stdin; a file for code scanning' },
  ],
  run: async ({ given, io }) => {
    const options = scanOptions(given, io);
    if (!isOn(given, 'print-config')) return lint(options, io);
    const { configInForce } = await import('./config-in-force.ts');
    const told = configInForce(await rulesInForce(options, io.cwd), given, io.cwd);
    await writeStdout(io, [`${compactJson(told, 100)}\n`]);
    return 0;
  },
};
