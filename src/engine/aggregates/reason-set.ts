import type { Reason } from '../answer.ts';

/** Reasons gathered while records pass, each once; undefined while there is none, as nearly always. */
export type ReasonSet = Map<unknown, Reason> | undefined;

export function withReasons(set: ReasonSet, reasons: readonly Reason[]): ReasonSet {
  if (reasons.length === 0) return set;
  const all = set ?? new Map<unknown, Reason>();
  for (const reason of reasons) all.set('gap' in reason ? reason.gap : reason.note, reason);
  return all;
}

export const reasonList = (set: ReasonSet): readonly Reason[] => (set === undefined ? [] : [...set.values()]);
