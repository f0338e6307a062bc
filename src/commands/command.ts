import type { Io } from '../io.ts';
import type { FlagName } from './flags.ts';
import type { Given } from './given-flags.ts';

export type Request = { readonly given: Given; readonly words: readonly string[]; readonly io: Io };

export type Command = {
  readonly name: string;
  /** The words it takes after its name. */
  readonly takes: readonly string[];
  /** What any number of words after those are. */
  readonly takesMore?: string;
  readonly describe: string;
  readonly flags: readonly FlagName[];
  /** What --format takes, where that is not what a scan takes. */
  readonly formats?: string;
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  /** What the help says at its end. */
  readonly more?: string;
  /** Gives the exit code. */
  readonly run: (request: Request) => Promise<number>;
};
