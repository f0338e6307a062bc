import { canonical } from '../../inventory/canonical.ts';
import { compareText } from '../../inventory/scope.ts';
import { type Answer, known, range, reasonsOf, unknown } from '../answer.ts';
import { isItem } from '../item.ts';
import type { Accumulator, Candidate } from './accumulator.ts';
import { reasonSet } from './reason-set.ts';

/** How many different values, or combinations of several facts. An absent single value is none. */
export function distinct(): Accumulator {
  const seen = new Set<string>();
  const reasons = reasonSet();
  let undecided = 0;
  let anyCertain = 0;
  return {
    add: (candidate) => {
      const combination = combinationOf(candidate);
      if (combination === 'absent') return;
      if (candidate.isCertain && combination !== 'unknown') {
        seen.add(combination);
        return;
      }
      undecided += candidate.item.isPlaceholder ? Number.POSITIVE_INFINITY : 1;
      if (candidate.isCertain && candidate.answers.length > 1) anyCertain = 1;
      reasons.add(candidate.reasons);
      for (const answer of candidate.answers) reasons.add(reasonsOf(answer));
    },
    finish: () => range(Math.max(seen.size, anyCertain), seen.size + undecided, reasons.list()),
  };
}

function combinationOf({ answers }: Candidate): string {
  const values = answers.map((answer) => (answer.is === 'known' ? [plain(answer.value)] : undefined));
  if (values.includes(undefined)) return 'unknown';
  const [only] = values;
  if (values.length === 1 && only?.[0] === undefined) return 'absent';
  return canonical(values);
}

const plain = (value: unknown): unknown => (isItem(value) ? value.id : value);

/** The different values as a sorted list, lists flattened. Known only where nothing more could be in it. */
export function values(): Accumulator {
  const seen = new Map<string, unknown>();
  const reasons = reasonSet();
  return {
    add: (candidate) => {
      const [answer] = candidate.answers;
      if (answer?.is === 'known' && answer.value === undefined) return;
      if (candidate.isCertain && answer?.is === 'known')
        for (const value of [answer.value].flat()) addValue(seen, value);
      else reasons.add([...candidate.reasons, ...(answer === undefined ? [] : reasonsOf(answer))]);
    },
    finish: () => listOf(seen, reasons.list()),
  };
}

const addValue = (seen: Map<string, unknown>, value: unknown): unknown =>
  seen.set(canonical(plain(value)), plain(value));

function listOf(seen: ReadonlyMap<string, unknown>, reasons: Parameters<typeof unknown>[0]): Answer {
  if (reasons.length > 0) return unknown(reasons);
  return known([...seen].sort(([a], [b]) => compareText(a, b)).map(([, value]) => value));
}
