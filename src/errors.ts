/** One thing wrong in a file of the user. Lines and columns count from 1. */
export type Fault = {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
};

/** The user can mend it: flags, config, rules or input. Exit code 2, no stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** json-rules-engine does not come to our engine's verdict: a bug of ours, exit code 70. */
export class DisagreementError extends Error {
  override readonly name = 'DisagreementError';
}

/** The user ended it by a signal before there was anything to keep; the exit code is the one that shells expect then. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly exitCode: number;
  constructor({ reason }: AbortSignal) {
    super('interrupted');
    this.exitCode = Number(reason);
  }
}

export const formatFault = ({ file, line, column, message }: Fault): string =>
  `${[file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':')}: ${message}`;

/** All faults of all files at once: the first `limit`, then how many more. */
export function faultsError(faults: readonly Fault[], limit = 20): UsageError {
  const more = faults.length - limit;
  const lines = faults.slice(0, limit).map(formatFault);
  return new UsageError([...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n'));
}
