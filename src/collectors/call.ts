import { Interrupted } from '../errors.ts';
import type { Fields } from '../inventory/record.ts';
import type { Call, Filters } from './collector.ts';
import { EndlessList, type Failure, failureOf, MalformedAnswer, mayBeDisabledRegion } from './failure.ts';
import type { Reading } from './reading.ts';
import { withinTime } from './within-time.ts';

/** A call that came to nothing, in the words of its coverage line. Anything else thrown is a bug of ours. */
class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly failure: Failure;
  constructor(failure: Failure, cause: unknown) {
    super(failure.error.message, { cause });
    this.failure = failure;
  }
}

export type Question = { readonly about: Fields; readonly filters: Filters; readonly token: string | undefined };

/** Calls AWS once: within the limits of the scope, of time, and until the user interrupts. */
export function callAws(call: Call, question: Question, reading: Reading): Promise<object> {
  return reading.limit(async () => {
    if (reading.signal.aborted) throw new Interrupted(reading.signal);
    try {
      return await withinTime(reading, (abortSignal) =>
        call({ scope: reading.scope, ...question }, { ...reading.aws, options: { abortSignal } }),
      );
    } catch (error) {
      if (reading.signal.aborted) throw new Interrupted(reading.signal);
      throw new CallFailed(await explained(error, reading), error);
    }
  });
}

/** AWS answers for a Region that is turned off as it does to credentials that are wrong. */
async function explained(error: unknown, { isDisabled, scope }: Reading): Promise<Failure> {
  const failure = failureOf(error);
  if (!mayBeDisabledRegion(error) || !(await isDisabled())) return failure;
  const message = `the account has ${scope.region} turned off`;
  return { status: 'notAvailable', error: { name: failure.error.name, message } };
}

/** Runs a reading; gives how it failed, where it did. An interruption and a bug go on to the caller. */
export async function attempt(read: () => Promise<void>): Promise<Failure | undefined> {
  try {
    await read();
    return undefined;
  } catch (error) {
    if (error instanceof CallFailed) return error.failure;
    if (error instanceof MalformedAnswer || error instanceof EndlessList) return failureOf(error);
    throw error;
  }
}

/** Waits for all, also where one fails: nobody goes on reading behind the caller's back. A bug is told before all else. */
export async function allOf<Value>(readings: readonly Promise<Value>[]): Promise<readonly Value[]> {
  const ends = await Promise.allSettled(readings);
  const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  if (reasons.length > 0) {
    throw reasons.find((reason) => !isExpected(reason)) ?? reasons.find(isInterruption) ?? reasons[0];
  }
  return ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
}

const isInterruption = (reason: unknown): boolean => reason instanceof Interrupted;
const isExpected = (reason: unknown): boolean =>
  [CallFailed, Interrupted, MalformedAnswer, EndlessList].some((expected) => reason instanceof expected);
