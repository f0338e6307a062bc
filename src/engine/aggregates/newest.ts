import { compareText } from '../../inventory/scope.ts';
import { type Answer, absent, joinReasons, known, type Reason, reasonsOf, unknown } from '../answer.ts';
import type { Item } from '../item.ts';
import { momentOf } from '../moment.ts';
import type { World } from '../world/world.ts';
import type { Accumulator, Candidate } from './accumulator.ts';

type Dated = { readonly item: Item; readonly time: number };
type Perhaps = { readonly item: Item; readonly latest: number; readonly reasons: readonly Reason[] };

/** `certain`: the newest ones, the newest first. There is a state for every resource, so it holds no list longer than that. */
type Newest = { certain: readonly Dated[]; perhaps: Perhaps[] | undefined };

/**
 * The newest record by its kind's date, then by id. Where an unread or undecided one could be newer, one of these.
 * `keep` gives what is held of a record until then.
 */
export function newest(world: World, take: number | undefined, keep = (item: Item): Item => item): Accumulator<Newest> {
  const count = take ?? 1;
  return {
    start: () => ({ certain: [], perhaps: undefined }),
    add: (state, candidate) => {
      const { item } = candidate;
      const date = momentOf(world.fact(item, 'date'));
      const time = date.is === 'known' && typeof date.value === 'number' ? date.value : undefined;
      if (!candidate.isCertain || time === undefined) addPerhaps(state, undecided(candidate, date, time));
      else if (counts(state, { item, time }, count)) addDated(state, { item: keep(item), time }, count);
    },
    merge: (into, from) => {
      for (const dated of from.certain) if (counts(into, dated, count)) addDated(into, dated, count);
      for (const perhaps of from.perhaps ?? []) addPerhaps(into, perhaps);
    },
    finish: ({ certain, perhaps = [] }) =>
      take === undefined ? newestOne(certain, perhaps) : newestFew(certain, perhaps, take),
  };
}

function addPerhaps(state: Newest, perhaps: Perhaps): void {
  state.perhaps ??= [];
  state.perhaps.push(perhaps);
}

function counts({ certain }: Newest, dated: Dated, count: number): boolean {
  const last = certain[count - 1];
  return last === undefined || byNewest(last, dated) > 0;
}

function addDated(state: Newest, dated: Dated, count: number): void {
  state.certain = count === 1 ? [dated] : [...state.certain, dated].sort(byNewest).slice(0, count);
}

function undecided({ item, reasons }: Candidate, date: Answer, time: number | undefined): Perhaps {
  const latest = time ?? (date.is === 'range' ? date.high : Number.POSITIVE_INFINITY);
  return { item, latest, reasons: joinReasons([reasons, reasonsOf(date)]) };
}

const byNewest = (a: Dated, b: Dated): number => b.time - a.time || compareText(b.item.id, a.item.id);

function newestOne(certain: readonly Dated[], perhaps: readonly Perhaps[]): Answer {
  const [top] = certain;
  const newer = perhaps.filter(({ latest }) => top === undefined || latest >= top.time);
  if (newer.length === 0) return top === undefined ? absent : known(top.item);
  const rivals = newer.map(({ item }) => known(top === undefined ? item : notBefore(item, top.time)));
  const answers = [top === undefined ? absent : known(top.item), ...rivals];
  return { is: 'oneOf', answers, reasons: joinReasons(newer.map(({ reasons }) => reasons)) };
}

/** If this is the newest, then its date is not before that of the newest one seen. */
function notBefore(item: Item, time: number): Item {
  if (!item.isPlaceholder) return item;
  const { date, CreationDate } = item.constraints ?? {};
  const ends = [date, CreationDate].flatMap((each) => (each !== undefined && 'to' in each ? [each] : []));
  const [end] = ends.sort((a, b) => a.to - b.to);
  const atLeast = { from: time, to: end?.to ?? Number.POSITIVE_INFINITY, toExcluded: end?.toExcluded ?? false };
  return { ...item, constraints: { ...item.constraints, date: atLeast } };
}

function newestFew(certain: readonly Dated[], perhaps: readonly Perhaps[], take: number): Answer {
  const last = certain.length < take ? undefined : certain.at(-1);
  const among = perhaps.filter(({ latest }) => last === undefined || latest >= last.time);
  if (among.length > 0) return unknown(joinReasons(among.map(({ reasons }) => reasons)));
  return known(certain.map(({ item }) => item));
}
