import { errorAnswer, type LostAnswer, pageAsText, type SoundAnswer, type TextAnswer } from './answer.ts';
import { AwsError } from './aws-error.ts';
import type { Call } from './call.ts';
import type { Estate } from './estate.ts';
import { throttled } from './fault-errors.ts';
import { faultQueue } from './fault-queue.ts';
import { faultyAnswer } from './faulty-answer.ts';
import type { Handler } from './handler.ts';
import { handlerOf, refusal } from './services.ts';
import { tokenBuckets } from './token-buckets.ts';

export type Decision = { readonly answer: TextAnswer | LostAnswer; readonly isKnown: boolean };

/** Decides what each call is answered: a call over the rates gets no further, one that goes wrong is not answered soundly. */
export function answerer(estate: Estate): (call: Call, now: number) => Decision {
  const { rates, faults = [] } = estate.options;
  const isWithinRates = rates === undefined ? () => true : tokenBuckets(rates);
  const faultFor = faultQueue(faults);
  return (call, now) => {
    const { service, operation } = call;
    const handler = handlerOf(service, operation);
    if (handler === undefined) return { isKnown: false, answer: errorAnswer(service, refusal()) };
    if (service === 'backup' && !isWithinRates(call, operation, now)) {
      return { isKnown: true, answer: errorAnswer(service, throttled(call)) };
    }
    const fault = faultFor(call);
    const sound = (asked: Call) => attempt(asked, handler, estate);
    const answer = fault === undefined ? sound(call) : faultyAnswer(fault.does, call, sound);
    return { isKnown: true, answer: answer.kind === 'page' ? pageAsText(service, answer) : answer };
  };
}

function attempt(call: Call, handler: Handler, estate: Estate): SoundAnswer {
  try {
    return handler(call, estate);
  } catch (error) {
    if (error instanceof AwsError) return errorAnswer(call.service, error);
    throw error;
  }
}
