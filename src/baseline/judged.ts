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
  /** Whether a resource of that ARN was judged: all rules in force that are about resources have had their say. */
  readonly knows: (id: string) => boolean;
};

/**
 * Whether a scan would have found it, so that what it did not find is mended or gone. A resource is put together from what
 * lies anywhere: where it is not known any more, a gap anywhere may be why.
 */
export function judgedIn(
  { rules, scopes, gaps }: Pick<Result, 'rules' | 'scopes' | 'gaps'>,
  { hears, knows }: Hearing,
): (group: JudgedGroup) => boolean {
  const read = new Set(scopes.map(placeOf));
  const open = gaps.filter(isOpen);
  const unread = new Map(
    rules.map(({ id }) => [id, new Set(open.filter(({ operation }) => hears(id, operation)).map(placeOf))]),
  );
  return ({ ruleId, kind, id, places }) => {
    const closed = unread.get(ruleId);
    if (closed === undefined) return false;
    const isResource = kind === 'protectedResource' || kind === 'listedResource';
    if (isResource && knows(id)) return true;
    if (isResource || places.length === 0) return closed.size === 0 && places.every((place) => read.has(place));
    return places.every((place) => read.has(place) && !closed.has(place));
  };
}

/** That AWS forgets old jobs is so in every scan. */
const isOpen = ({ status }: ResultGap): boolean => status !== 'horizon';

/** What a result itself tells of the resources that were judged: those with a finding, and passes where they are listed. */
export function knownIn({ findings, outcomes = [] }: Result): Hearing['knows'] {
  const ids = new Set([...findings, ...outcomes].map(({ target }) => target.id));
  return (id) => ids.has(id);
}
