import type { Io } from '../io.ts';
import { type LintOptions, lint } from '../lint.ts';
import { writeStdout } from '../output/write-stdout.ts';
import { redactedValue } from '../redaction/redact-report.ts';
import { redactionKeys, redactorOf } from '../redaction/redactor.ts';
import { rulesInForce } from '../rules-in-force.ts';
import type { Command } from './command.ts';
import { compactJson } from './compact-json.ts';
import { configInForce } from './config-in-force.ts';
import { configText } from './config-text.ts';
import { flagsOfGroup } from './flags.ts';
import { type Given, isOn } from './given-flags.ts';
import { scanOptions } from './scan-options.ts';

const exitCodes = `Exit codes:
  0  nothing failed at or above --fail-on, and all of it could be judged
  1  something failed at or above --fail-on
  2  wrong use: flags, config, rules or input; nothing is reported
  3  nothing failed, but something could not be judged: see --allow-incomplete
`;

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
  more: exitCodes,
  run: async ({ given, io }) => {
    const options = scanOptions(given, io);
    return isOn(given, 'print-config') ? printConfig(options, given, io) : lint(options, io);
  },
};

/** JSON where the report would be: whoever adds the flag to a command line of theirs need not change the rest. */
async function printConfig(options: LintOptions, given: Given, io: Io): Promise<number> {
  const inForce = await rulesInForce(options, io.cwd);
  const plain = configInForce(inForce, given, io.cwd);
  const told = options.redacts ? redactedValue(plain, redactorOf(redactionKeys(inForce.config, io.env)).redact) : plain;
  const isJson = options.outputs.some(({ format, file }) => format === 'json' && file === undefined);
  await writeStdout(io, [isJson ? compactJson(told, 100) : configText(told), '\n']);
  return 0;
}
