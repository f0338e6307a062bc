import { resolve } from 'node:path';
import { type Operation, operationSpec } from './catalogue/operations.ts';
import { eventKinds } from './catalogue/record-kinds.ts';
import type { Resumed } from './collectors/resume.ts';
import { UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { exitCodeOf, openLive } from './live.ts';
import type { LiveWish } from './live-options.ts';
import { type NoteOptions, notesTo } from './output/notes.ts';
import { type OpenFile, openWhole } from './output/open-whole.ts';
import { writeStdout } from './output/write-stdout.ts';
import { demandOf } from './rules/demand.ts';
import { type RuleOptions, type RulesInForce, requireRules, rulesInForce } from './rules-in-force.ts';
import { writeInventory } from './write-inventory.ts';

export type CollectRequest = RuleOptions &
  NoteOptions & {
    readonly live: LiveWish;
    readonly isWatched: boolean;
    /** The histories that AWS forgets, and nothing else. */
    readonly only: 'jobs' | undefined;
    /** An inventory that was interrupted. */
    readonly resume: string | undefined;
    /** Undefined: the inventory that is resumed, else stdout. */
    readonly output: string | undefined;
  };

/** AWS → inventory file; gives the exit code. */
export async function collect(request: CollectRequest, io: Io): Promise<number> {
  const notes = notesTo(io, request);
  const inForce = await rulesInForce(request, io.cwd);
  requireRules(inForce);
  const operations = operationsOf(inForce, request);
  const live = request.live(inForce.config?.scope);
  const path = request.output ?? request.resume;
  const file = path === undefined || path === '-' ? stdoutFile(io) : await openWhole(resolve(io.cwd, path));
  try {
    const signal = io.interruption();
    const wish = { wanted: new Set(operations), filters: live.filters };
    const resumed = request.resume === undefined ? undefined : await resume(resolve(io.cwd, request.resume), wish);
    const collection = await openLive({ live, operations, signal }, io);
    await writeInventory({ collection, resumed, file, signal, notes, isWatched: request.isWatched }, io);
    if (path !== undefined && path !== '-') notes.note(`wrote ${path}${signal.aborted ? `: ${howToGoOn(path)}` : ''}`);
    return exitCodeOf(signal) ?? (collection.tally.gaps.length > 0 ? 3 : 0);
  } catch (error) {
    await file.discard();
    throw error;
  }
}

const howToGoOn = (path: string): string => `it is not whole; go on with backuplint collect --resume ${path}`;

function operationsOf({ rules }: RulesInForce, { only }: CollectRequest): readonly Operation[] {
  const all = demandOf(rules).map(({ operation }) => operation);
  const operations = only === undefined ? all : all.filter((name) => eventKinds.has(operationSpec(name).yields));
  if (operations.length > 0) return operations;
  const what = only === undefined ? 'nothing' : 'no jobs';
  throw new UsageError(`the rules in force need ${what} to be read; choose others with --preset or --rule`);
}

async function resume(path: string, wish: { wanted: ReadonlySet<Operation>; filters: LiveFilters }): Promise<Resumed> {
  const { resumeFrom } = await import('./collectors/resume.ts');
  return resumeFrom(path, wish);
}

type LiveFilters = ReturnType<LiveWish>['filters'];

const stdoutFile = (io: Io): OpenFile => ({
  write: (text) => writeStdout(io, [text]),
  keep: async () => {},
  discard: async () => {},
});
