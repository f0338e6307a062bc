import type { Evidence } from '../result.ts';
import { type Answer, reasonsOf } from './answer.ts';
import { plainValue } from './display.ts';
import type { JudgedLeaf } from './explain.ts';

/** The decisive leaves as a result shows them. */
export const evidenceOf = (leaves: readonly JudgedLeaf[]): Evidence[] => leaves.map(evidence);

function evidence({ at, leaf, actual, expected, holds }: JudgedLeaf): Evidence {
  const { fact, path, operator } = leaf;
  const shown = shownValue(actual, holds);
  const against = shownValue(expected, holds);
  return {
    at,
    fact,
    ...(path === undefined ? {} : { path }),
    operator,
    ...(against === undefined ? {} : { expected: against }),
    ...(shown === undefined ? {} : { actual: shown }),
    holds,
  };
}

/** "unread" where it was not read; of a number between two ends that still decided the leaf, the nearer end. */
function shownValue(answer: Answer, holds: boolean | null): unknown {
  if (answer.is === 'known') return plainValue(answer.value);
  if (answer.is === 'range' && holds !== null && !answer.date) {
    return plainValue(Number.isFinite(answer.low) ? answer.low : answer.high);
  }
  if (answer.is === 'oneOf' && holds !== null) return shownValue(answer.answers[0] ?? answer, holds);
  const wasRead = reasonsOf(answer).every((reason) => 'note' in reason);
  return wasRead ? 'unknown' : 'unread';
}
