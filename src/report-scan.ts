import { resolve } from 'node:path';
import { carryOver } from './baseline/carry-over.ts';
import { type Hearing, knowing } from './baseline/judged.ts';
import { carriedNote, carriedResults } from './carried-results.ts';
import type { Evaluation } from './engine/evaluation.ts';
import { exitCodeFor, type FailOn } from './exit-code.ts';
import type { Io } from './io.ts';
import type { Notes } from './output/notes.ts';
import { unreadText } from './output/withheld-sarif.ts';
import { writeWhole } from './output/write-file.ts';
import { type Output, writeReports } from './output/write-reports.ts';
import { placeOf } from './place.ts';
import { json } from './reporters/json.ts';
import { plural } from './reporters/pretty/page.ts';
import type { Report } from './reporters/reporter.ts';
import { waiverNotes } from './reporters/waiver-text.ts';
import type { Result } from './result.ts';
import { demandOf } from './rules/demand.ts';
import { categoryOf, type RulesInForce } from './rules-in-force.ts';
import type { Settled, Settling } from './settle.ts';

export type ReportScanOptions = {
  readonly outputs: readonly Output[];
  readonly category: string | undefined;
  readonly color: boolean | undefined;
  readonly failOn: FailOn | undefined;
  readonly allowIncomplete: boolean;
  readonly baseline: string | undefined;
  readonly updatesBaseline: boolean;
  readonly carry: string | undefined;
};

type Judged = {
  readonly inForce: RulesInForce;
  readonly settling: Settling;
  readonly settled: Settled;
  readonly evaluation: Pick<Evaluation, 'partial' | 'resourceIds'>;
  /** The exit code where the user interrupted the reading. */
  readonly stopped: number | undefined;
};

/** Writes what a scan came to, and gives the exit code. */
export async function reportScan(
  judged: Judged,
  options: ReportScanOptions,
  around: { readonly io: Io; readonly notes: Notes },
): Promise<number> {
  const { inForce, settling, settled, evaluation } = judged;
  const { result, redacted } = settled;
  for (const note of (result.waivers ?? []).flatMap(waiverNotes)) around.notes.note(note);
  const updates = options.updatesBaseline && mayUpdate(judged, options, around.io);
  const exitCode = judged.stopped ?? codeOf(judged, options, updates);
  const report: Report = {
    result,
    rules: redacted(inForce.rules),
    operations: demandOf(inForce.rules).map(({ operation }) => operation),
    waiverPlaces: redacted(settling.waivers.map(({ place }) => place)),
    partial: evaluation.partial,
    exitCode,
    carried: carriedTo(result, judged, options, around.notes),
    frameworks: inForce.frameworks,
  };
  const category = redacted(categoryOf(options.category, inForce.config));
  await writeReports(report, { ...options, category, redacted }, around);
  if (updates) await updateBaseline(report, options.baseline ?? '', around);
  return exitCode;
}

function carriedTo(
  result: Result,
  { inForce, settling, settled, evaluation }: Judged,
  { carry }: ReportScanOptions,
  notes: Notes,
): Report['carried'] {
  if (settling.earlier === undefined) return undefined;
  const { found, scopes } = settling.earlier;
  const asked = { needs: demandOf(inForce.rules), knows: knownBy(evaluation, settled.redacted), earlier: scopes };
  const carried = carriedResults(carryOver(found, result, asked), settling);
  notes.note(carriedNote(carried, carry ?? ''));
  return carried;
}

/** Under the names that reports show. */
const knownBy = ({ resourceIds }: Judged['evaluation'], redacted: Settled['redacted']): Hearing['knows'] =>
  knowing(
    (['protectedResource', 'listedResource'] as const).flatMap((kind) =>
      redacted(resourceIds(kind)).map((id) => ({ kind, id })),
    ),
  );

/** What is written into the baseline is accepted by that. */
function codeOf({ inForce, settled }: Judged, options: ReportScanOptions, isAccepted: boolean): number {
  const failOn = options.failOn ?? inForce.config?.failOn ?? 'high';
  const { result, incomplete } = settled;
  const gate = { result, incomplete, allowIncomplete: options.allowIncomplete };
  return exitCodeFor({ ...gate, failOn: isAccepted ? 'never' : failOn });
}

/** In a baseline of half an estate the other half would be missing, and fail as new once it is read. */
function mayUpdate(judged: Judged, { allowIncomplete, baseline }: ReportScanOptions, io: Io): boolean {
  const { settled, settling, evaluation } = judged;
  const lost = settling.replaced.filter((known) => !isInReach(known, settled.result)).length;
  const reason = evaluation.partial
    ? unreadText(settled.result.gaps)
    : `${plural(lost, 'finding')} in it ${lost === 1 ? 'is' : 'are'} of rules, accounts or Regions that this scan has not judged`;
  if ((!evaluation.partial && lost === 0) || allowIncomplete) return true;
  io.stderr.write(`${baseline} not updated: ${reason}\nwith --allow-incomplete it is updated all the same\n`);
  return false;
}

function isInReach({ ruleId, places }: Settling['replaced'][number], { rules, scopes }: Result): boolean {
  const read = new Set(scopes.map(placeOf));
  return rules.some(({ id }) => id === ruleId) && places.every((place) => read.has(place));
}

async function updateBaseline(report: Report, file: string, { io, notes }: { io: Io; notes: Notes }): Promise<void> {
  await writeWhole(resolve(io.cwd, file), json(report, { width: 0, color: false, category: '', root: io.cwd }));
  notes.note(`updated ${file}`);
}
