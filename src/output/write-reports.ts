import { resolve } from 'node:path';
import type { Io } from '../io.ts';
import type { Report, ReportOptions } from '../reporters/reporter.ts';
import { type FormatName, reporters } from '../reporters/reporters.ts';
import type { Notes } from './notes.ts';
import { provenanceOf } from './provenance.ts';
import { repositoryRoot } from './repository-root.ts';
import { summaryLine } from './summary-line.ts';
import { withheldLine } from './withheld-sarif.ts';
import { writeWhole } from './write-file.ts';
import { writeStdout } from './write-stdout.ts';

/** A report on stdout has no file. */
export type Output = { readonly format: FormatName; readonly file: string | undefined };

export type ReportsOptions = {
  readonly outputs: readonly Output[];
  readonly category: string;
  /** Undefined: as the terminal is. */
  readonly color: boolean | undefined;
  readonly allowIncomplete: boolean;
};

/** Files first: where one cannot be written, nothing is reported on stdout. */
export async function writeReports(
  report: Report,
  options: ReportsOptions,
  { io, notes }: { readonly io: Io; readonly notes: Notes },
): Promise<void> {
  const isWhole = !report.partial || options.allowIncomplete || report.carried !== undefined;
  const isWithheld = ({ format }: Output) => format === 'sarif' && !isWhole;
  if (options.outputs.some(isWithheld)) io.stderr.write(withheldLine(report.result.gaps));
  const outputs = options.outputs.filter((output) => !isWithheld(output));
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
}

/** Away from a terminal lines may be long: logs are searched, not read on a narrow screen. */
function reportOptions({ format, file }: Output, { category, color }: ReportsOptions, io: Io): ReportOptions {
  const onTerminal = io.isTty && file === undefined;
  const root = repositoryRoot(io.cwd);
  return {
    width: onTerminal ? (io.columns ?? 80) : 120,
    color: format === 'pretty' && (color ?? onTerminal),
    category,
    root,
    provenance: format === 'sarif' || format === 'evidence' ? provenanceOf(root, io.env) : undefined,
  };
}
