import { dirname, relative, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { fileExists } from '../file-exists.ts';
import type { Io } from '../io.ts';
import { withItem } from '../json-edit.ts';
import { parseJsonFile, readJsonFile } from '../json-file.ts';
import { writeWhole } from '../output/write-file.ts';
import { writeStdout } from '../output/write-stdout.ts';
import { waivedText } from '../reporters/waiver-text.ts';
import { type RulesInForce, rulesInForce } from '../rules-in-force.ts';
import { waiverFileOf } from '../settle.ts';
import { checkWaivers, daysUntil, termFault, type Waiver, type WaiverCheck } from '../waivers/waiver-file.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import { type Given, valueOfFlag } from './given-flags.ts';
import { type NewWaiver, newWaiver } from './new-waiver.ts';
import { ruleOptions } from './scan-options.ts';

const newFile = '{\n  "waivers": []\n}\n';
const defaultName = 'backuplint.waivers.json';

/** Accepts one finding: its group, by fingerprint. */
export const waive: Command = {
  name: 'waive',
  takes: ['fingerprint'],
  describe: 'Accepts a finding, for a reason and for a time: adds a waiver to the file, whose comments and order stay.',
  flags: [...flagsOfGroup('Common', 'Waive'), 'waivers'],
  examples: [
    {
      line: 'waive 0123456789abcdef0123456789abcdef --reason "moves in March" --owner storage --expires 2027-03-31',
      does: 'the fingerprint stands in the json, csv and html formats',
    },
  ],
  run: async ({ given, words: [fingerprint = ''], io }) => {
    const inForce = await rulesInForce(ruleOptions(given), io.cwd);
    const file = waiverFileOf(valueOfFlag(given, 'waivers'), inForce, io.cwd) ?? defaultFile(inForce, io.cwd);
    const check = { rules: inForce.loaded, asOf: io.now().toISOString(), maxDays: inForce.config?.maxWaiverDays };
    const waiver = await newWaiver(fingerprint, given, io.cwd);
    const fault = termFault(waiver, check);
    if (fault !== undefined) throw new UsageError(`--expires ${waiver.expires}: ${fault}`);
    if (daysUntil(waiver.expires, check.asOf) < 0) {
      throw new UsageError(`--expires ${waiver.expires}: that day is over, so the waiver would accept nothing`);
    }
    await writeWhole(file, [await textWith(waiver, file, check)]);
    await writeStdout(io, [`added to ${relative(io.cwd, file)}: ${waivedText(waiver)}, until ${waiver.expires}\n`]);
    await sayWhereToNameIt(file, inForce, given, io);
    return 0;
  },
};

const defaultFile = ({ config }: RulesInForce, cwd: string): string =>
  resolve(config === undefined ? cwd : dirname(config.file), defaultName);

async function textWith(
  waiver: NewWaiver,
  file: string,
  check: WaiverCheck & { readonly asOf: string },
): Promise<string> {
  const json = (await fileExists(file)) ? await readJsonFile(file, 'jsonc') : parseJsonFile(file, newFile);
  // An old term that the config no longer allows is for `check` and `scan` to say.
  const { waivers, faults } = checkWaivers(json, { ...check, maxDays: undefined });
  const [first] = faults;
  if (first !== undefined) throw new UsageError(`${file}:${first.line}:${first.column}: ${first.message}`);
  requireNew(waiver, waivers, check.asOf);
  return withItem(json.text, ['waivers'], waiver);
}

/** One that is over stays as the record of a decision. */
function requireNew({ fingerprint }: NewWaiver, waivers: readonly Waiver[], asOf: string): void {
  const old = waivers.find((waiver) => waiver.fingerprint === fingerprint && daysUntil(waiver.expires, asOf) >= 0);
  if (old === undefined) return;
  const { file, region } = old.place;
  throw new UsageError(`${file}:${region.startLine}: has it already, until ${old.expires}: change it there`);
}

/** A file that no scan reads would accept nothing, and nobody would know why. */
async function sayWhereToNameIt(file: string, { config }: RulesInForce, given: Given, io: Io): Promise<void> {
  const isNamed = config?.waivers !== undefined && resolve(dirname(config.file), config.waivers) === file;
  if (isNamed) return;
  const flag = valueOfFlag(given, 'waivers') ?? relative(io.cwd, file);
  const member = `"waivers": "${relative(config === undefined ? io.cwd : dirname(config.file), file)}"`;
  await writeStdout(io, [`the config does not name that file: add ${member} to it, or scan with --waivers ${flag}\n`]);
}
