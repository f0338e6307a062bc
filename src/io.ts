import type { Writable } from 'node:stream';

/** All that the tool sees of its process, given as an argument so that a test can stand in for it. */
export type Io = {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  /** For the AWS SDK, which looks there. */
  readonly setEnv: (name: string, value: string) => void;
  readonly now: () => Date;
  /** Of the terminal behind stdout; undefined where there is none. */
  readonly columns: number | undefined;
  /** Whether stdout is a terminal. */
  readonly isTty: boolean;
  /** Whether stderr is a terminal. */
  readonly isErrorTty: boolean;
  /** From the first call on an interruption (Ctrl-C) ends what is under way in good order, and a second one the process. */
  readonly interruption: () => AbortSignal;
};
