import { resolve } from 'node:path';
import { evaluatePassing } from './engine/evaluate.ts';
import type { EvaluationInput } from './engine/evaluation.ts';
import { verify } from './engine/verify/verify.ts';
import type { VerifyMode } from './engine/verify/witness.ts';
import { formatFault, UsageError } from './errors.ts';
import { evaluationInput } from './evaluation-input.ts';
import { recordCount, type Shard } from './inventory/record.ts';
import type { Io } from './io.ts';
import { openShards } from './open-shards.ts';
import { type NoteOptions, notesTo } from './output/notes.ts';
import { requireOtherFiles } from './output/other-files.ts';
import { inventoryPaths, type Source } from './read-shards.ts';
import { redactedIo } from './redaction/redacted-io.ts';
import { redactionKeys, redactorOf } from './redaction/redactor.ts';
import { type ReportScanOptions, reportScan } from './report-scan.ts';
import { plural } from './reporters/pretty/page.ts';
import { type RuleOptions, type RulesInForce, requireRules, rulesInForce } from './rules-in-force.ts';
import { openSettling, type SettleOptions, type Settling, settle } from './settle.ts';

export type LintOptions = RuleOptions &
  NoteOptions &
  Source &
  SettleOptions &
  ReportScanOptions & {
    readonly verify: VerifyMode;
    readonly include: EvaluationInput['include'];
    readonly hasOverview: boolean;
  };

/** The whole tool, in order; gives the exit code. */
export async function lint(options: LintOptions, io: Io): Promise<number> {
  notesTo(io, options).step('loading the rules');
  const inForce = await rulesInForce(options, io.cwd);
  requireRules(inForce);
  if (!options.redacts) return lintBy(options, inForce, io);
  const { redact } = redactorOf(redactionKeys(inForce.config, io.env));
  try {
    return await lintBy(options, inForce, redactedIo(io, redact));
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(redact(error.message)) : error;
  }
}

async function lintBy(options: LintOptions, inForce: RulesInForce, io: Io): Promise<number> {
  const settling = await openSettling(options, inForce, io);
  const notes = notesTo(io, options);
  const { config, rules, warnings } = inForce;
  for (const warning of warnings) notes.note(`warning: ${formatFault(warning)}`);
  notes.detail(`${config?.file ?? 'no config'}: ${plural(rules.length, 'rule')} in force`);

  notes.step('reading the inventory');
  requireOtherFiles(options.outputs, inputFiles(options, inForce, settling, io.cwd), io.cwd);
  const read = await openShards(options, inForce, { io, notes });
  try {
    const input = evaluationInput(inForce, read.shards, options, { io, notes });
    notes.detail(
      `${plural(read.shards.length, 'shard')}, ${plural(countOf(read.shards), 'record')}, as of ${input.asOf}`,
    );

    notes.step('judging');
    const evaluation = await evaluatePassing({ ...input, verify: options.verify }, read.eachPoint);
    notes.detail(`${plural(await verify(evaluation), 'verdict')} verified by json-rules-engine`);
    const settled = settle(evaluation, settling, inForce);
    return await reportScan({ inForce, settling, settled, evaluation, stopped: read.stopped }, options, { io, notes });
  } finally {
    await read.close();
  }
}

/** Everything that is read, and so must not be written over; a baseline is where that is asked for. */
const inputFiles = (
  options: LintOptions,
  inForce: RulesInForce,
  { waiverFile }: Settling,
  cwd: string,
): readonly string[] => [
  ...inventoryPaths(options, cwd),
  ...inForceFiles(inForce),
  ...(waiverFile === undefined ? [] : [waiverFile]),
  ...[options.baseline, options.carry].flatMap((file) => (file === undefined ? [] : [resolve(cwd, file)])),
];

export const inForceFiles = ({ config, loaded }: RulesInForce): readonly string[] => [
  ...(config?.layers ?? []).map(({ file }) => file),
  ...loaded.map(({ file }) => file),
];

const countOf = (shards: readonly Shard[]): number => shards.reduce((sum, shard) => sum + recordCount(shard), 0);
