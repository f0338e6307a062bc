import { Interrupted } from '../errors.ts';

export type Limits = {
  /** The user's interruption. */
  readonly signal: AbortSignal;
  /** ms that one call may take with all its retries. */
  readonly timeLimit: number;
};

class CallTimedOut extends Error {
  override readonly name = 'CallTimedOut';
}

/** Waits no longer than the limit, whatever the SDK is waiting for: an answer, a body, its next try. */
export async function withinTime<Answer>(
  { signal, timeLimit }: Limits,
  send: (abortSignal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const own = new AbortController();
  let giveUp = (_reason: Error): void => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const stop = (reason: Error) => {
    giveUp(reason);
    own.abort();
  };
  const interrupt = () => stop(new Interrupted(signal));
  const timer = setTimeout(() => stop(new CallTimedOut(`no whole answer within ${timeLimit / 1000} s`)), timeLimit);
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    return await Promise.race([send(own.signal), givenUp]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', interrupt);
  }
}

/** Ends with the interruption, whatever the work is waiting for then: single sign-on, a program that gives credentials. */
export async function untilInterrupted<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  if (signal.aborted) throw new Interrupted(signal);
  let interrupt = (): void => {};
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = () => reject(new Interrupted(signal));
  });
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    return await Promise.race([work(), interrupted]);
  } finally {
    signal.removeEventListener('abort', interrupt);
  }
}
