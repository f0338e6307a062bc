import type { WhyLeaf } from '../../why-result.ts';
import type { Answer } from '../answer.ts';
import { evidenceOf } from '../evidence.ts';
import type { JudgedLeaf } from '../explain.ts';
import { referenceText, sourceText } from './reference-text.ts';

type Seen = Pick<WhyLeaf, 'at' | 'asked' | 'operator' | 'expected' | 'against' | 'actual' | 'atLeast' | 'atMost'>;

/** What a leaf asked and saw, as the evidence of a finding has it. */
export function seenBy(judged: JudgedLeaf): Seen {
  const [evidence] = evidenceOf([judged]);
  const against = sourceText(judged.leaf.value);
  return {
    at: judged.at,
    asked: referenceText(judged.leaf),
    operator: judged.leaf.operator,
    ...(evidence?.expected === undefined ? {} : { expected: evidence.expected }),
    ...(against === undefined ? {} : { against }),
    ...(evidence?.actual === undefined ? {} : { actual: evidence.actual }),
    ...(judged.holds === null ? endsOf(judged.actual) : {}),
  };
}

/** The ends of a number that is not known; a moment in time is none. */
function endsOf(answer: Answer): { readonly atLeast?: number; readonly atMost?: number } {
  if (answer.is !== 'range' || answer.date) return {};
  const { low, high } = answer;
  return { ...(Number.isFinite(low) ? { atLeast: low } : {}), ...(Number.isFinite(high) ? { atMost: high } : {}) };
}
