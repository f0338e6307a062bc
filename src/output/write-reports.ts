import { resolve } from 'node:path';
import type { Io } from '../io.ts';
import type { Report, ReportOptions } from '../reporters/reporter.ts';
import { type FormatName, reporters } from '../reporters/reporters.ts';
import { summaryLine } from '../reporters/summary-line.ts';
import type { Notes } from './notes.ts';
import { provenanceOf } from './provenance.ts';
import { repositoryRoot } from './repository-root.ts';

import { appendToSummary } from './step-summary.ts';
import { withheldLine } from './withheld-sarif.ts';
import { statIfThere, writeWhole } from './write-file.ts';
import { writeStdout } from './write-stdout.ts';

/** A report on stdout has no file. */
export type Output = { readonly format: FormatName; readonly file: string | undefined };

export type ReportsOptions = {
  readonly outputs: readonly Output[];
  readonly category: string;
  /** Undefined: as the terminal is. */
  readonly color: boolean | undefined;
  readonly allowIncomplete: boolean;
  /** Takes account ids out of what does not come from the result, where they are not to be shown. */
  readonly redacted?: <Value>(value: Value) => Value;
};

/** Files first: where one cannot be written, nothing is reported on stdout. */
export async function writeReports(
  report: Report,
  options: ReportsOptions,
  { io, notes }: { readonly io: Io; readonly notes: Notes },
): Promise<void> {
  if (isWithheld(report, options)) await sayWithheld(report, options, { io, notes });
  const outputs = options.outputs.filter(({ format }) => format !== 'sarif' || !isWithheld(report, options));
  const textOf = async (output: Output) => {
    const reporter = await reporters[output.format]();
    return reporter(report, reportOptions(output, options, io));
  };

  const onlyFiles = options.outputs.every(({ file }) => file !== undefined);
  if (onlyFiles) notes.note(summaryLine(report.result));
  for (const output of outputs.filter(({ file }) => file !== undefined)) {
    await writeWhole(resolve(io.cwd, output.file ?? ''), await textOf(output));
    if (onlyFiles) notes.note(`wrote ${output.file}`);
  }
  for (const output of outputs.filter(({ file }) => file === undefined)) await writeStdout(io, await textOf(output));
  const summarized = summaryOutput(outputs, io);
  if (summarized !== undefined) await appendToSummary(summarized.file, await textOf(summarized), notes);
}

/** Whoever uploads the file all the same would upload an earlier scan. */
async function sayWithheld(
  { result }: Report,
  { outputs }: ReportsOptions,
  { io, notes }: { readonly io: Io; readonly notes: Notes },
): Promise<void> {
  io.stderr.write(withheldLine(result.gaps));
  for (const { format, file } of outputs) {
    if (format !== 'sarif' || file === undefined) continue;
    const isThere = (await statIfThere(resolve(io.cwd, file)))?.isFile() === true;
    if (isThere) notes.missing(`${file} is there from before, and not of this scan: do not upload it`);
  }
}

/** Whether there is a sarif report that must not be written, since not everything was read. */
export const isWithheld = (
  { partial, carried }: Report,
  { outputs, allowIncomplete }: Pick<ReportsOptions, 'outputs' | 'allowIncomplete'>,
): boolean => partial && carried === undefined && !allowIncomplete && outputs.some(({ format }) => format === 'sarif');

/** In GitHub Actions a markdown report is for the summary of the step as well, unless that is where it goes anyway. */
function summaryOutput(outputs: readonly Output[], { cwd, env }: Io): (Output & { readonly file: string }) | undefined {
  const summary = env.GITHUB_STEP_SUMMARY;
  if (!summary || outputs.every(({ format }) => format !== 'markdown')) return undefined;
  const file = resolve(cwd, summary);
  const goesThere = outputs.some((output) => output.file !== undefined && resolve(cwd, output.file) === file);
  return goesThere ? undefined : { format: 'markdown', file };
}

/** Away from a terminal lines may be long: logs are searched, not read on a narrow screen. */
function reportOptions(
  { format, file }: Output,
  { category, color, redacted = (value) => value }: ReportsOptions,
  io: Io,
): ReportOptions {
  const onTerminal = io.isTty && file === undefined;
  const root = repositoryRoot(io.cwd);
  return {
    width: onTerminal ? (io.columns ?? 80) : 120,
    color: format === 'pretty' && (color ?? onTerminal),
    category,
    // As the files of the rules are, or none would lie in it.
    root: redacted(root),
    provenance: format === 'sarif' || format === 'evidence' ? redacted(provenanceOf(root, io.env)) : undefined,
  };
}
