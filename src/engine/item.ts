import type { Kind } from '../catalogue/kinds.ts';
import type { Constraint, Constraints, Gap } from '../inventory/gap.ts';
import type { Fields, Scope } from '../inventory/record.ts';
import { type Answer, gapReasons, type Reason } from './answer.ts';

/** One thing that facts are asked of: a record, something joined from several, or what stands for records nobody read. */
export type Item = {
  readonly kind: string;
  /** Unique in its kind. */
  readonly id: string;
  /** Where it was read; undefined for what belongs to no one scope. */
  readonly scope: Scope | undefined;
  readonly fields: Fields;
  /** What an absent field may hang on; empty: absent is absent. */
  readonly unread: readonly Gap[];
  /** A stand-in for any number of records of an unread list. */
  readonly isPlaceholder: boolean;
  readonly constraints?: Constraints;
  /** Facts that are known otherwise than by their reader. */
  readonly given?: { readonly [fact: string]: Answer };
  /** A kind that it is of instead, for all that was read. */
  readonly mayBe?: Kind;
  /** What it was read out of, if it is a part of something. */
  readonly parent?: Item;
  /** Why no more of it is known, beside gaps. */
  readonly notes?: readonly string[];
  /** Stands for copies that a job may have made where nobody looked. */
  readonly hidesCopies?: true;
};

export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && 'isPlaceholder' in value && 'fields' in value;

/** Why it, or a field of it, was not seen. */
export const whyHidden = ({ unread, notes = [] }: Pick<Item, 'unread' | 'notes'>): readonly Reason[] => [
  ...gapReasons(unread),
  ...notes.map((note) => ({ note })),
];

export function constraintAnswer(constraint: Constraint, gaps: readonly Gap[]): Answer {
  const reasons = gapReasons(gaps);
  if ('not' in constraint) return { is: 'unknown', reasons, not: constraint.not };
  // AWS's times are whole milliseconds, so the last one before an end that is left out is one less.
  const high = constraint.toExcluded ? constraint.to - 1 : constraint.to;
  return { is: 'range', low: constraint.from, high, date: true, reasons };
}
