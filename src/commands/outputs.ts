import { UsageError } from '../errors.ts';
import type { Output } from '../output/write-reports.ts';
import { type FormatName, formatNames } from '../reporters/reporters.ts';
import { type Given, valueOfFlag, valuesOfFlag } from './given-flags.ts';
import { knownName } from './known-name.ts';

/** What `--format` and `--output` ask for: at most one report on stdout, no two in one file. */
export function outputsOf(given: Given): readonly Output[] {
  const outputs = withOutputFlag(
    (valuesOfFlag(given, 'format') ?? ['pretty']).map(parseFormat),
    valueOfFlag(given, 'output'),
  );
  const onStdout = outputs.filter(({ file }) => file === undefined).map(({ format }) => format);
  if (onStdout.length > 1) {
    const example = `--format ${onStdout[1]}=FILE`;
    throw new UsageError(`${onStdout.join(' and ')} cannot both go to stdout; give all but one a file: ${example}`);
  }
  const files = outputs.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`two formats go to ${twice}; give each a file of its own`);
  return outputs;
}

function withOutputFlag(outputs: readonly Output[], file: string | undefined): readonly Output[] {
  if (file === undefined) return outputs;
  const [only, ...others] = outputs;
  if (only === undefined || others.length > 0 || only.file !== undefined) {
    throw new UsageError(
      '--output is for one format that has no file yet; with several give each its own: --format NAME=FILE',
    );
  }
  return [withFile(only.format, file)];
}

function parseFormat(text: string): Output {
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  const format = knownName('format', name, formatNames);
  if (equals < 0) return { format, file: undefined };
  const file = text.slice(equals + 1);
  if (file === '') throw new UsageError(`--format ${text} names no file`);
  const runTogether = formatNames.find((each) => file.includes(`,${each}=`));
  if (runTogether !== undefined) {
    throw new UsageError(`--format ${text}: a file name may hold commas, so give ${runTogether} a --format of its own`);
  }
  return withFile(format, file);
}

/** `-` is stdout. */
const withFile = (format: FormatName, file: string): Output => ({ format, file: file === '-' ? undefined : file });
