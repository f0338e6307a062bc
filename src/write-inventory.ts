import type { Collection } from './collectors/collect.ts';
import type { Sink } from './collectors/reading.ts';
import type { Resumed } from './collectors/resume.ts';
import { coverageText, endText, headerText, recordText } from './inventory/inventory-text.ts';
import type { Scope } from './inventory/record.ts';
import { compareScopes, scopeId } from './inventory/scope.ts';
import type { Io } from './io.ts';
import { nothingKept, readLive } from './live.ts';
import type { Notes } from './output/notes.ts';
import type { OpenFile } from './output/open-whole.ts';
import { packageVersion } from './package-files.ts';

export type Writing = {
  readonly collection: Collection;
  readonly resumed: Resumed | undefined;
  readonly file: OpenFile;
  readonly signal: AbortSignal;
  readonly notes: Notes;
  readonly isWatched: boolean;
};

/** Reads AWS into an inventory file; without its commit marker where the user interrupted it. */
export async function writeInventory(
  { collection, resumed, file, signal, notes, isWatched }: Writing,
  io: Io,
): Promise<void> {
  const asOf = resumed?.asOf ?? io.now().toISOString();
  const scopes = union(collection.scopes, resumed?.scopes ?? []);
  let records = 0;
  const sink: Sink = {
    records: (page) => {
      records += page.length;
      return page.length === 0 ? Promise.resolve() : file.write(page.map(recordText).join(''));
    },
    coverage: (line) => file.write(coverageText(line)),
  };
  await file.write(headerText({ version: packageVersion(), asOf, scopes }));
  await resumed?.copyTo(sink);
  const whole = await readLive({ collection, sink, kept: resumed?.kept ?? nothingKept, notes, isWatched }, io);
  if (whole && !signal.aborted) await file.write(endText(records));
  await file.keep();
}

function union(a: readonly Scope[], b: readonly Scope[]): readonly Scope[] {
  const byId = new Map([...a, ...b].map((scope) => [scopeId(scope), scope]));
  return [...byId.values()].sort(compareScopes);
}
