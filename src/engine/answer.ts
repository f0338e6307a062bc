import type { FieldType } from '../catalogue/field.ts';
import type { Gap } from '../inventory/gap.ts';

/** Why something is not known: it was not read, or AWS's answer does not say (an unknown type or value). */
export type Reason = { readonly gap: Gap } | { readonly note: string };

/**
 * What a reference is worth.
 * - `known`: the value; `undefined` is absent, which is knowledge too.
 * - `range`: a number or, with `date`, a moment in ms since 1970, between two ends.
 * - `oneOf`: one of several answers, nobody knows which.
 * - `unknown`: nothing but, perhaps, values it cannot have.
 */
export type Answer =
  | { readonly is: 'known'; readonly value: unknown; readonly type?: FieldType | undefined }
  | {
      readonly is: 'range';
      readonly low: number;
      readonly high: number;
      readonly date: boolean;
      readonly reasons: readonly Reason[];
    }
  | { readonly is: 'oneOf'; readonly answers: readonly Answer[]; readonly reasons: readonly Reason[] }
  | { readonly is: 'unknown'; readonly reasons: readonly Reason[]; readonly not?: readonly string[] };

/** A condition's value in Kleene's logic; null is unknown. */
export type Truth = { readonly holds: boolean | null; readonly reasons: readonly Reason[] };

const none: readonly Reason[] = [];

export const known = (value: unknown, type?: FieldType): Answer => ({ is: 'known', value, type });
export const absent: Answer = known(undefined);
export const unknown = (reasons: readonly Reason[]): Answer => ({ is: 'unknown', reasons });
export const noted = (note: string): Answer => unknown([{ note }]);
export const reasonsOf = (answer: Answer): readonly Reason[] => (answer.is === 'known' ? none : answer.reasons);
export const gapReasons = (gaps: readonly Gap[]): readonly Reason[] => gaps.map((gap) => ({ gap }));

/** A number between two ends; one number where they meet. */
export const range = (low: number, high: number, reasons: readonly Reason[]): Answer =>
  low === high ? known(low) : { is: 'range', low, high, date: false, reasons };

/** The AWS value that this version does not know, where the answer is one. */
export function strangeValue(answer: Answer): string | undefined {
  if (answer.is !== 'known' || answer.type?.type !== 'string' || answer.type.values === undefined) return undefined;
  const { value } = answer;
  return typeof value === 'string' && !answer.type.values.includes(value) ? value : undefined;
}

export const strangeReason = (value: string): Reason => ({
  note: `AWS gave the value ${JSON.stringify(value)}, which this version does not know`,
});

/** The known value through `f`; what is not known stays so, and a value that AWS added since tells nothing. */
export function mapAnswer(answer: Answer, f: (value: unknown) => Answer): Answer {
  if (answer.is === 'oneOf') return { ...answer, answers: answer.answers.map((each) => mapAnswer(each, f)) };
  if (answer.is !== 'known') return unknown(answer.reasons);
  const strange = strangeValue(answer);
  return strange === undefined ? f(answer.value) : unknown([strangeReason(strange)]);
}

/** Each reason once, in the order met. */
export function joinReasons(lists: readonly (readonly Reason[])[]): readonly Reason[] {
  let only: readonly Reason[] = none;
  let byIdentity: Map<unknown, Reason> | undefined;
  for (const list of lists) {
    if (list.length === 0) continue;
    if (only.length === 0) only = list;
    else byIdentity ??= identities(only);
    if (byIdentity !== undefined) addIdentities(byIdentity, list);
  }
  return byIdentity === undefined ? only : [...byIdentity.values()];
}

const identities = (reasons: readonly Reason[]): Map<unknown, Reason> => addIdentities(new Map(), reasons);

function addIdentities(all: Map<unknown, Reason>, reasons: readonly Reason[]): Map<unknown, Reason> {
  for (const reason of reasons) all.set('gap' in reason ? reason.gap : reason.note, reason);
  return all;
}
