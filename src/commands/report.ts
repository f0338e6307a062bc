import { resolve } from 'node:path';
import { exitCodeFor } from '../exit-code.ts';
import { isUndecided } from '../failing.ts';
import { inForceFiles } from '../lint.ts';
import { notesTo } from '../output/notes.ts';
import { requireOtherFiles } from '../output/other-files.ts';
import { isWithheld, writeReports } from '../output/write-reports.ts';
import { readResult } from '../read-result.ts';
import type { Report } from '../reporters/reporter.ts';
import type { Result } from '../result.ts';
import { demandOf } from '../rules/demand.ts';
import { type RulesInForce, rulesInForce } from '../rules-in-force.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import { knownRules, reportedRules } from './report-rules.ts';
import { scanOptions } from './scan-options.ts';

export const report: Command = {
  name: 'report',
  takes: ['result'],
  describe:
    'Renders a result, as --format json prints it (gzipped too; - for stdin), again in any format. Exit code 0 once it is rendered, whatever it says; 3 where a sarif report is withheld.',
  flags: [...flagsOfGroup('Common'), 'format', 'output', 'category', 'allow-incomplete'],
  examples: [
    { line: 'report result.json', does: 'what the scan would have printed' },
    { line: 'report result.json.gz -f junit=junit.xml -f markdown=summary.md', does: 'two files of one result' },
    { line: 'report - -f csv', does: 'from stdin' },
  ],
  run: async ({ given, words: [path = ''], io }) => {
    const options = scanOptions(given, io);
    const inForce = await rulesInForce(options, io.cwd);
    const { config } = inForce;
    requireOtherFiles(options.outputs, [resolve(io.cwd, path), ...inForceFiles(inForce)], io.cwd);
    const made = reportOf(await readResult(path, io), inForce, options.allowIncomplete);
    const category = options.category ?? config?.category ?? 'backuplint';
    await writeReports(made, { ...options, category }, { io, notes: notesTo(io, options) });
    return isWithheld(made, options) ? 3 : 0;
  },
};

/** What the scan had, as far as its result tells. */
function reportOf(result: Result, inForce: RulesInForce, allowIncomplete: boolean): Report {
  const failOn = inForce.config?.failOn ?? 'high';
  const incomplete = result.gaps.length > 0 || isUndecided(result.findings);
  return {
    result,
    rules: reportedRules(result, inForce),
    operations: demandOf(knownRules(result, inForce.loaded)).map(({ operation }) => operation),
    waiverPlaces: [],
    partial: result.gaps.length > 0,
    exitCode: exitCodeFor({ result, incomplete, failOn, allowIncomplete }),
  };
}
