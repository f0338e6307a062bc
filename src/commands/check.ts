import type { Checked } from '../check/check.ts';
import { checkNamed } from '../check/check-named.ts';
import { type Fault, formatFault } from '../errors.ts';
import { shortPaths } from '../output/short-paths.ts';
import { writeStdout } from '../output/write-stdout.ts';
import { plainText } from '../reporters/plain-text.ts';
import { plural } from '../reporters/pretty/page.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import { isOn, valueOfFlag } from './given-flags.ts';

/** Whatever a scan would refuse, and what it would take in silence though it comes to nothing. */
export const check: Command = {
  name: 'check',
  takes: [],
  takesMore: 'path',
  describe:
    'Checks the config, the configs that it extends, rules and waivers, without AWS: those named, or all that the config here names.',
  flags: flagsOfGroup('Common'),
  examples: [
    { line: 'check', does: 'backuplint.json, and all that it names' },
    { line: 'check backup-rules', does: 'the rules, configs and waivers below a folder' },
    { line: 'check --quiet', does: 'errors alone, without warnings and summary' },
  ],
  more: 'Exit codes: 0 nothing is wrong (there may be warnings), 2 something is.\n',
  run: async ({ given, words, io }) => {
    const where = { config: valueOfFlag(given, 'config'), cwd: io.cwd, asOf: io.now().toISOString() };
    const checked = await checkNamed(words, where);
    const isQuiet = isOn(given, 'quiet') ?? false;
    const lines = isQuiet ? linesOf({ ...checked, warnings: [] }) : [...linesOf(checked), summaryOf(checked)];
    await writeStdout(
      io,
      lines.map((line) => `${plainText(shortPaths(line, io.cwd))}\n`),
    );
    return checked.faults.length > 0 ? 2 : 0;
  },
};

/** As compilers write it, so that editors and CI find the places. */
function linesOf({ files, faults, warnings }: Checked): readonly string[] {
  const told = [...faults.map(toldAs('error')), ...warnings.map(toldAs('warning'))];
  const order = (file: string): number => (files.includes(file) ? files.indexOf(file) : files.length);
  const sorted = told.toSorted(
    (a, b) => order(a.file) - order(b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  return [...new Set(sorted.map(formatFault))];
}

const toldAs =
  (what: string) =>
  (fault: Fault): Fault => ({ ...fault, message: `${what}: ${fault.message}` });

const mostNamed = 8;

function summaryOf({ files, faults, warnings }: Checked): string {
  const named = files.length > mostNamed ? '' : `: ${files.join(', ')}`;
  const read = `${plural(files.length, 'file')}${named}`;
  if (faults.length + warnings.length === 0) return `nothing is wrong in ${read}`;
  return `${plural(faults.length, 'error')}, ${plural(warnings.length, 'warning')} in ${read}`;
}
