import type { Writable } from 'node:stream';

/** All that the tool sees of its process, given as an argument so that a test can stand in for it. */
export type Io = {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly now: () => Date;
  /** Of the terminal behind stdout; undefined where there is none. */
  readonly columns: number | undefined;
  /** Whether stdout is a terminal. */
  readonly isTty: boolean;
};
