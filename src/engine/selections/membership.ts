import { type Answer, joinReasons, mapAnswer, type Reason, reasonsOf, type Truth } from '../answer.ts';

/** One part of a selection as it stands in AWS, and whether it lets a resource in. */
export type Clause = { readonly clause: string; readonly text: string; readonly holds: boolean | null };

/** Whether a selection covers a resource, and the clauses that decided it. */
export type Membership = Truth & { readonly by: readonly Clause[] };

const noReasons: readonly Reason[] = [];

export const decided = (holds: boolean): Truth => ({ holds, reasons: noReasons });
export const undecided = (reasons: readonly Reason[]): Truth => ({ holds: null, reasons });
export const undecidedBy = (note: string): Truth => undecided([{ note }]);

/** A clause of its own. */
export const clauseOf = (clause: string, text: string, { holds, reasons }: Truth): Membership => ({
  ...{ holds, reasons },
  by: [{ clause, text, holds }],
});

/** What goes without saying, so that nothing is told of it. */
export const silent = ({ holds, reasons }: Truth): Membership => ({ holds, reasons, by: [] });

/** All must hold: the first that does not decides. */
export const allOf = (parts: readonly Membership[]): Membership => joined(parts, false);

/** One is enough: the first that holds decides. */
export const anyOf = (parts: readonly Membership[]): Membership => joined(parts, true);

function joined(parts: readonly Membership[], settling: boolean): Membership {
  const settled = parts.find(({ holds }) => holds === settling);
  if (settled !== undefined) return settled;
  const open = parts.filter(({ holds }) => holds === null);
  if (open.length === 0) return { holds: !settling, reasons: noReasons, by: parts.flatMap(({ by }) => by) };
  return { holds: null, reasons: joinReasons(open.map(({ reasons }) => reasons)), by: open.flatMap(({ by }) => by) };
}

/** A question about a value: undecided where the value is not known, unless every case agrees. */
export function truthOver(answer: Answer, ask: (value: unknown) => Truth): Truth {
  if (answer.is !== 'oneOf') return asTruth(mapAnswer(answer, (value) => asAnswer(ask(value))));
  const cases = answer.answers.map((each) => truthOver(each, ask));
  const [first] = cases;
  if (first !== undefined && first.holds !== null && cases.every(({ holds }) => holds === first.holds)) return first;
  return undecided(joinReasons([...cases.map(({ reasons }) => reasons), answer.reasons]));
}

const asAnswer = ({ holds, reasons }: Truth): Answer =>
  holds === null ? { is: 'unknown', reasons } : { is: 'known', value: holds };

const asTruth = (answer: Answer): Truth =>
  answer.is === 'known' ? decided(answer.value === true) : undecided(reasonsOf(answer));
