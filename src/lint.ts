import { evaluatePassing } from './engine/evaluate.ts';
import type { EvaluationInput } from './engine/evaluation.ts';
import { verify } from './engine/verify/verify.ts';
import type { VerifyMode } from './engine/verify/witness.ts';
import { formatFault } from './errors.ts';
import { evaluationInput } from './evaluation-input.ts';
import { exitCodeFor, type FailOn } from './exit-code.ts';
import { recordCount, type Shard } from './inventory/record.ts';
import type { Io } from './io.ts';
import { openShards } from './open-shards.ts';
import { type NoteOptions, notesTo } from './output/notes.ts';
import { requireOtherFiles } from './output/other-files.ts';
import { type Output, writeReports } from './output/write-reports.ts';
import { inventoryPaths, type Source } from './read-shards.ts';
import { plural } from './reporters/pretty/page.ts';
import { carryOver } from './reporters/sarif/carry-over.ts';
import { demandOf } from './rules/demand.ts';
import { type RuleOptions, type RulesInForce, requireRules, rulesInForce } from './rules-in-force.ts';

export type LintOptions = RuleOptions &
  NoteOptions &
  Source & {
    readonly asOf: string | undefined;
    readonly failOn: FailOn | undefined;
    readonly allowIncomplete: boolean;
    readonly verify: VerifyMode;
    readonly outputs: readonly Output[];
    readonly include: EvaluationInput['include'];
    readonly category: string | undefined;
    /** An evidence file whose findings stand in for what was not read. */
    readonly carry: string | undefined;
    readonly color: boolean | undefined;
  };

/** The whole tool, in order; gives the exit code. */
export async function lint(options: LintOptions, io: Io): Promise<number> {
  const notes = notesTo(io, options);
  notes.step('loading the rules');
  const inForce = await rulesInForce(options, io.cwd);
  requireRules(inForce);
  const { config, rules, frameworks, warnings } = inForce;
  for (const warning of warnings) notes.note(`warning: ${formatFault(warning)}`);
  notes.detail(`${config?.file ?? 'no config'}: ${plural(rules.length, 'rule')} in force`);

  const category = options.category ?? config?.category ?? 'backuplint';
  const earlier = await earlierFindings(options.carry, io.cwd, category);

  notes.step('reading the inventory');
  const inputs = [...inventoryPaths(options, io.cwd), ...inForceFiles(inForce), ...[options.carry ?? []].flat()];
  requireOtherFiles(options.outputs, inputs, io.cwd);
  const read = await openShards(options, inForce, { io, notes });
  try {
    const input = evaluationInput(inForce, read.shards, options, { io, notes });
    notes.detail(
      `${plural(read.shards.length, 'shard')}, ${plural(countOf(read.shards), 'record')}, as of ${input.asOf}`,
    );

    notes.step('judging');
    const evaluation = await evaluatePassing({ ...input, verify: options.verify }, read.eachPoint);
    notes.detail(`${plural(await verify(evaluation), 'verdict')} verified by json-rules-engine`);
    const failOn = options.failOn ?? config?.failOn ?? 'high';
    const { result, partial, incomplete } = evaluation;
    const exitCode =
      read.stopped ?? exitCodeFor({ result, incomplete, failOn, allowIncomplete: options.allowIncomplete });
    const operations = demandOf(rules).map(({ operation }) => operation);
    const carried = earlier && (partial ? carryOver(earlier, result) : []);
    if (carried !== undefined) notes.note(`${plural(carried.length, 'result')} carried over from ${options.carry}`);
    const report = { result, rules, operations, waiverPlaces: [], partial, exitCode, carried, frameworks };
    await writeReports(report, { ...options, category }, { io, notes });
    return exitCode;
  } finally {
    await read.close();
  }
}

async function earlierFindings(file: string | undefined, cwd: string, category: string) {
  if (file === undefined) return undefined;
  return (await import('./earlier-evidence.ts')).readEarlierEvidence(file, cwd, category);
}

const inForceFiles = ({ config, loaded }: RulesInForce): readonly string[] => [
  ...(config === undefined ? [] : [config.file]),
  ...loaded.map(({ file }) => file),
];

const countOf = (shards: readonly Shard[]): number => shards.reduce((sum, shard) => sum + recordCount(shard), 0);
