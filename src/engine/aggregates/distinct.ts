import { canonical } from '../../inventory/canonical.ts';
import { compareText } from '../../inventory/scope.ts';
import { type Answer, known, range, reasonsOf, unknown } from '../answer.ts';
import { isItem } from '../item.ts';
import type { Accumulator, Candidate } from './accumulator.ts';
import { type ReasonSet, reasonList, withReasons } from './reason-set.ts';

type Different = { readonly seen: Set<string | number>; undecided: number; anyCertain: 0 | 1; reasons: ReasonSet };

/** How many different values, or combinations of several facts. An absent single value is none. */
export const distinct: Accumulator<Different> = {
  start: () => ({ seen: new Set(), undecided: 0, anyCertain: 0, reasons: undefined }),
  add: (state, candidate) => {
    const combination = combinationOf(candidate);
    if (combination === 'absent') return;
    if (candidate.isCertain && combination !== 'unknown') {
      state.seen.add(combination);
      return;
    }
    state.undecided += candidate.item.isPlaceholder ? Number.POSITIVE_INFINITY : 1;
    if (candidate.isCertain && candidate.answers.length > 1) state.anyCertain = 1;
    const reasons = [...candidate.reasons, ...candidate.answers.flatMap(reasonsOf)];
    state.reasons = withReasons(state.reasons, reasons);
  },
  merge: (into, from) => {
    for (const combination of from.seen) into.seen.add(combination);
    into.undecided += from.undecided;
    if (from.anyCertain === 1) into.anyCertain = 1;
    into.reasons = withReasons(into.reasons, reasonList(from.reasons));
  },
  finish: ({ seen, undecided, anyCertain, reasons }) =>
    range(Math.max(seen.size, anyCertain), seen.size + undecided, reasonList(reasons)),
};

/** A number says what it is itself, and takes less room than its text. */
function combinationOf({ answers }: Candidate): string | number {
  const [first] = answers;
  if (answers.length === 1 && first?.is === 'known' && Number.isFinite(first.value)) return Number(first.value);
  const values = answers.map((answer) => (answer.is === 'known' ? [plain(answer.value)] : undefined));
  if (values.includes(undefined)) return 'unknown';
  const [only] = values;
  if (values.length === 1 && only?.[0] === undefined) return 'absent';
  return canonical(values);
}

const plain = (value: unknown): unknown => (isItem(value) ? value.id : value);

type Values = { readonly seen: Map<string, unknown>; reasons: ReasonSet };

/** The different values as a sorted list, lists flattened. Known only where nothing more could be in it. */
export const values: Accumulator<Values> = {
  start: () => ({ seen: new Map(), reasons: undefined }),
  add: (state, candidate) => {
    const [answer] = candidate.answers;
    if (answer?.is === 'known' && answer.value === undefined) return;
    if (candidate.isCertain && answer?.is === 'known') {
      for (const value of [answer.value].flat()) addValue(state.seen, value);
      return;
    }
    const reasons = [...candidate.reasons, ...(answer === undefined ? [] : reasonsOf(answer))];
    state.reasons = withReasons(state.reasons, reasons);
  },
  merge: (into, from) => {
    for (const [key, value] of from.seen) into.seen.set(key, value);
    into.reasons = withReasons(into.reasons, reasonList(from.reasons));
  },
  finish: ({ seen, reasons }) => listOf(seen, reasonList(reasons)),
};

const addValue = (seen: Map<string, unknown>, value: unknown): unknown =>
  seen.set(canonical(plain(value)), plain(value));

function listOf(seen: ReadonlyMap<string, unknown>, reasons: Parameters<typeof unknown>[0]): Answer {
  if (reasons.length > 0) return unknown(reasons);
  return known([...seen].sort(([a], [b]) => compareText(a, b)).map(([, value]) => value));
}
