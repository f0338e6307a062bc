import { placeOf } from '../place.ts';
import type { Result, ResultGap } from '../result.ts';

/** The findings of one rule about one thing, and everywhere that they lay. */
export type JudgedGroup = {
  readonly ruleId: string;
  readonly kind: string;
  readonly id: string;
  /** As `placeOf` has them; empty where the thing belongs to no one place. */
  readonly places: readonly string[];
};

export type Hearing = {
  /** Whether what was not read there may change what the rule says. */
  readonly hears: (ruleId: string, operation: string) => boolean;
  /** Whether a resource of that ARN was judged as that kind: all rules in force about it have had their say. */
  readonly knows: (kind: string, id: string) => boolean;
  /** What the earlier scan read. A rule may count what lies anywhere: by fewer places nothing can be told to be mended. */
  readonly earlier: readonly Place[];
};

type Place = { readonly accountId: string; readonly region: string };

/**
 * Whether a scan would have found it, so that what it did not find is mended or gone. A resource is put together from what
 * lies anywhere: where it is not known any more, a gap anywhere may be why.
 */
export function judgedIn(
  { rules, scopes, gaps }: Pick<Result, 'rules' | 'scopes' | 'gaps'>,
  { hears, knows, earlier }: Hearing,
): (group: JudgedGroup) => boolean {
  const read = new Set(scopes.map(placeOf));
  const readsAll = earlier.every((place) => read.has(placeOf(place)));
  const open = gaps.filter(isOpen);
  const unread = new Map(
    rules.map(({ id }) => [id, new Set(open.filter(({ operation }) => hears(id, operation)).map(placeOf))]),
  );
  return ({ ruleId, kind, id, places }) => {
    const closed = unread.get(ruleId);
    if (closed === undefined || !readsAll) return false;
    if (!isPutTogether(kind) && places.length > 0) {
      return places.every((place) => read.has(place) && !closed.has(place));
    }
    return knows(kind, id) || (closed.size === 0 && places.every((place) => read.has(place)));
  };
}

/** What lies in one place, and is known or judged by what lies in others: resources, and where a plan of anywhere writes to. */
const isPutTogether = (kind: string): boolean =>
  kind === 'protectedResource' || kind === 'listedResource' || kind === 'destination';

/** That AWS forgets old jobs is so in every scan. */
const isOpen = ({ status }: ResultGap): boolean => status !== 'horizon';

/** What a result itself tells of the resources that were judged: those with a finding, and passes where they are listed. */
export const knownIn = ({ findings, outcomes = [] }: Result): Hearing['knows'] =>
  knowing([...findings, ...outcomes].map(({ target }) => target));

export function knowing(things: readonly { readonly kind: string; readonly id: string }[]): Hearing['knows'] {
  const known = new Set(things.map(({ kind, id }) => `${kind}\n${id}`));
  return (kind, id) => known.has(`${kind}\n${id}`);
}
