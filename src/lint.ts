import { loadResourceTypes, withResourceTypes } from './data.ts';
import { evaluate } from './engine/evaluate.ts';
import type { EvaluationInput } from './engine/evaluation.ts';
import { formatFault } from './errors.ts';
import { exitCodeFor, type FailOn } from './exit-code.ts';
import type { Shard } from './inventory/record.ts';
import type { Io } from './io.ts';
import { type NoteOptions, type Notes, notesTo } from './output/notes.ts';
import { requireOtherFiles } from './output/other-files.ts';
import { type Output, writeReports } from './output/write-reports.ts';
import { packageVersion } from './package-files.ts';
import { inventoryPaths, readShards, type Source } from './read-shards.ts';
import { plural } from './reporters/pretty/page.ts';
import { type RuleOptions, type RulesInForce, requireRules, rulesInForce } from './rules-in-force.ts';

export type LintOptions = RuleOptions &
  NoteOptions &
  Source & {
    readonly asOf: string | undefined;
    readonly failOn: FailOn | undefined;
    readonly allowIncomplete: boolean;
    readonly outputs: readonly Output[];
    readonly include: EvaluationInput['include'];
    readonly category: string | undefined;
    readonly color: boolean | undefined;
  };

/** The whole tool, in order; gives the exit code. */
export async function lint(options: LintOptions, io: Io): Promise<number> {
  const notes = notesTo(io, options);
  notes.step('loading the rules');
  const inForce = await rulesInForce(options, io.cwd);
  requireRules(inForce);
  const { config, rules, warnings } = inForce;
  for (const warning of warnings) notes.note(`warning: ${formatFault(warning)}`);
  notes.detail(`${config?.file ?? 'no config'}: ${plural(rules.length, 'rule')} in force`);

  notes.step('reading the inventory');
  requireOtherFiles(options.outputs, [...inventoryPaths(options, io.cwd), ...inForceFiles(inForce)], io.cwd);
  const { shards, stopped } = await readShards(options, inForce, { io, notes });
  const asOf = options.asOf ?? newestAsOf(shards) ?? currentTime(io, notes);
  notes.detail(`${plural(shards.length, 'shard')}, ${plural(recordCount(shards), 'record')}, as of ${asOf}`);

  notes.step('judging');
  const evaluation = evaluate({
    rules,
    shards,
    asOf,
    resourceTypes: withResourceTypes(loadResourceTypes(), config?.resourceTypes ?? {}),
    copyAccounts: config?.scope?.copyAccounts,
    version: packageVersion(),
    include: options.include,
  });
  const category = options.category ?? config?.category ?? 'backuplint';
  await writeReports(evaluation, rules, { ...options, category }, { io, notes });
  const failOn = options.failOn ?? config?.failOn ?? 'high';
  return stopped ?? exitCodeFor({ ...evaluation, failOn, allowIncomplete: options.allowIncomplete });
}

const inForceFiles = ({ config, loaded }: RulesInForce): readonly string[] => [
  ...(config === undefined ? [] : [config.file]),
  ...loaded.map(({ file }) => file),
];

const newestAsOf = (shards: readonly Shard[]): string | undefined =>
  shards
    .flatMap(({ asOf }) => asOf ?? [])
    .sort()
    .at(-1);

const recordCount = (shards: readonly Shard[]): number => shards.reduce((sum, { records }) => sum + records.length, 0);

function currentTime(io: Io, { note }: Notes): string {
  const now = io.now().toISOString();
  note(`no --as-of, and the inventory does not say when it was read: judged as of now, ${now}`);
  return now;
}
