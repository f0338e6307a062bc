import { resolve } from 'node:path';
import { carryOver } from '../baseline/carry-over.ts';
import { knownIn } from '../baseline/judged.ts';
import { carriedNote, carriedResults } from '../carried-results.ts';
import { exitCodeFor } from '../exit-code.ts';
import { isUndecided } from '../failing.ts';
import type { Io } from '../io.ts';
import { inForceFiles } from '../lint.ts';
import { notesTo } from '../output/notes.ts';
import { requireOtherFiles } from '../output/other-files.ts';
import { isWithheld, writeReports } from '../output/write-reports.ts';
import { readEarlierEvidence } from '../read-evidence.ts';
import { readResult } from '../read-result.ts';
import { noGroup, redactedEarlier, redactedValue, resultRedactor } from '../redaction/redact-report.ts';
import { redactedIo } from '../redaction/redacted-io.ts';
import { redactionKeys } from '../redaction/redactor.ts';
import type { Report } from '../reporters/reporter.ts';
import type { Result } from '../result.ts';
import { demandOf } from '../rules/demand.ts';
import { categoryOf, type RulesInForce, rulesInForce } from '../rules-in-force.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import { knownRules, reportedRules } from './report-rules.ts';
import { scanOptions } from './scan-options.ts';

export const report: Command = {
  name: 'report',
  takes: ['result'],
  describe:
    'Renders a result, as --format json prints it (gzipped too; - for stdin), again in any format. Exit code 0 once it is rendered, whatever it says; 3 where a sarif report is withheld.',
  flags: [
    ...flagsOfGroup('Common'),
    'format',
    'output',
    'category',
    'redact',
    'fail-on',
    'allow-incomplete',
    'on-partial',
  ],
  examples: [
    { line: 'report result.json', does: 'what the scan would have printed' },
    { line: 'report result.json.gz -f junit=junit.xml -f markdown=summary.md', does: 'two files of one result' },
    { line: 'report - -f csv', does: 'from stdin' },
  ],
  run: async ({ given, words: [path = ''], io }) => {
    const options = scanOptions(given, io);
    const inForce = await rulesInForce(options, io.cwd);
    const read = [path, ...(options.carry === undefined ? [] : [options.carry])].map((file) => resolve(io.cwd, file));
    requireOtherFiles(options.outputs, [...read, ...inForceFiles(inForce)], io.cwd);
    const result = await readResult(path, io);
    const plain = reportOf(result, inForce, options);
    const category = categoryOf(options.category, inForce.config);
    const shown = options.redacts ? withoutAccounts(plain, category, inForce, io) : { made: plain, category, io };
    const carried = await carriedTo(shown.made.result, inForce, {
      carry: options.carry,
      category: shown.category,
      cwd: io.cwd,
    });
    const made = { ...shown.made, carried };
    const notes = notesTo(shown.io, options);
    if (carried !== undefined) notes.note(carriedNote(carried, options.carry ?? ''));
    await writeReports(made, { ...options, ...shown }, { io: shown.io, notes });
    return isWithheld(made, options) ? 3 : 0;
  },
};

async function carriedTo(
  result: Result,
  inForce: RulesInForce,
  { carry, category, cwd }: { readonly carry: string | undefined; readonly category: string; readonly cwd: string },
): Promise<Report['carried']> {
  if (carry === undefined) return undefined;
  const earlier = await readEarlierEvidence(carry, cwd, { category, redacted: result.redacted });
  const asked = {
    needs: demandOf(knownRules(result, inForce.loaded)),
    knows: knownIn(result),
    earlier: earlier.scopes,
  };
  return carriedResults(carryOver(earlier.found, result, asked), { baseline: undefined, isNewOnly: false });
}

/** What is written where no account id is to be shown. */
function withoutAccounts(made: Report, category: string, { config }: RulesInForce, io: Io) {
  const keys = redactionKeys(config, io.env);
  const { redact } = resultRedactor(made.result, keys, noGroup);
  const redacted = <Value>(value: Value): Value => redactedValue(value, redact);
  return {
    made: { ...made, result: redactedEarlier(made.result, keys), rules: redacted(made.rules) },
    category: redacted(category),
    redacted,
    io: redactedIo(io, redact),
  };
}

/** What the scan had, as far as its result tells. */
function reportOf(result: Result, inForce: RulesInForce, options: ReturnType<typeof scanOptions>): Report {
  const { allowIncomplete } = options;
  const failOn = options.failOn ?? inForce.config?.failOn ?? 'high';
  const partial = result.gaps.length > 0 || result.scopes.length === 0;
  const incomplete = partial || isUndecided(result.findings);
  return {
    result,
    rules: reportedRules(result, inForce),
    operations: demandOf(knownRules(result, inForce.loaded)).map(({ operation }) => operation),
    waiverPlaces: [],
    partial,
    frameworks: inForce.frameworks,
    exitCode: exitCodeFor({ result, incomplete, failOn, allowIncomplete }),
  };
}
