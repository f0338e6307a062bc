import type { Io } from '../io.ts';
import { plainText } from '../reporters/plain-text.ts';
import { shortPaths } from './short-paths.ts';

/** What is said on stderr beside the report. */
export type Notes = {
  /** What the user should know; --quiet hides it. */
  readonly note: (line: string) => void;
  /** A report that was asked for and is not there: nothing hides that. */
  readonly missing: (line: string) => void;
  /** For --verbose. */
  readonly detail: (line: string) => void;
  /** For --progress: what begins now. */
  readonly step: (line: string) => void;
};

export type NoteOptions = { readonly isQuiet: boolean; readonly isVerbose: boolean; readonly hasProgress: boolean };

export function notesTo(
  { stderr, cwd }: Pick<Io, 'stderr' | 'cwd'>,
  { isQuiet, isVerbose, hasProgress }: NoteOptions,
): Notes {
  const writeIf = (isWanted: boolean) => (line: string) => {
    if (isWanted) stderr.write(`${plainText(shortPaths(line, cwd))}\n`);
  };
  return { note: writeIf(!isQuiet), missing: writeIf(true), detail: writeIf(isVerbose), step: writeIf(hasProgress) };
}
