import { compareText } from '../../inventory/scope.ts';
import { type Answer, absent, joinReasons, known, type Reason, reasonsOf, unknown } from '../answer.ts';
import type { Item } from '../item.ts';
import { momentOf } from '../moment.ts';
import type { World } from '../world/world.ts';
import type { Accumulator, Candidate } from './accumulator.ts';

type Dated = { readonly item: Item; readonly time: number };
type Perhaps = { readonly item: Item; readonly latest: number; readonly reasons: readonly Reason[] };

type Newest = { certain: Dated[]; perhaps: Perhaps[] };

/** The newest record by its kind's date, then by id. Where an unread or undecided one could be newer, one of these. */
export function newest(world: World, take: number | undefined): Accumulator<Newest> {
  const kept = take ?? 1;
  return {
    start: () => ({ certain: [], perhaps: [] }),
    add: ({ certain, perhaps }, candidate) => {
      const date = momentOf(world.fact(candidate.item, 'date'));
      const time = date.is === 'known' && typeof date.value === 'number' ? date.value : undefined;
      if (!candidate.isCertain || time === undefined) perhaps.push(undecided(candidate, date, time));
      else addDated(certain, { item: candidate.item, time }, kept);
    },
    merge: (into, from) => {
      for (const dated of from.certain) addDated(into.certain, dated, kept);
      into.perhaps.push(...from.perhaps);
    },
    finish: ({ certain, perhaps }) =>
      take === undefined ? newestOne([...certain], perhaps) : newestFew([...certain], perhaps, take),
  };
}

/** Sorted now and then, so that a stream of old ones costs a comparison each. */
function addDated(certain: Dated[], dated: Dated, kept: number): void {
  const last = certain[kept - 1];
  if (certain.length === kept && last !== undefined && byNewest(last, dated) < 0) return;
  certain.push(dated);
  keepNewest(certain, kept);
}

function undecided({ item, reasons }: Candidate, date: Answer, time: number | undefined): Perhaps {
  const latest = time ?? (date.is === 'range' ? date.high : Number.POSITIVE_INFINITY);
  return { item, latest, reasons: joinReasons([reasons, reasonsOf(date)]) };
}

const byNewest = (a: Dated, b: Dated): number => b.time - a.time || compareText(b.item.id, a.item.id);

function keepNewest(certain: Dated[], count: number): void {
  certain.sort(byNewest).splice(count);
}

function newestOne(certain: Dated[], perhaps: readonly Perhaps[]): Answer {
  keepNewest(certain, 1);
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

function newestFew(certain: Dated[], perhaps: readonly Perhaps[], take: number): Answer {
  keepNewest(certain, take);
  const last = certain.length < take ? undefined : certain.at(-1);
  const among = perhaps.filter(({ latest }) => last === undefined || latest >= last.time);
  if (among.length > 0) return unknown(joinReasons(among.map(({ reasons }) => reasons)));
  return known(certain.map(({ item }) => item));
}
